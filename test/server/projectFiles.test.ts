import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { InlayHint, ShowDocumentParams, ShowMessageRequestParams } from 'vscode-languageserver';
import { createProjectFiles } from '../../src/projectFiles';
import { createFakeEngine } from './fakeEngine';
import { editorCapabilities, type Session, startSession } from './session';

const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

describe('project files in the editor', () => {
  let session: Session;
  let texts: Record<string, string>;
  /** Files that stand in memory, by folder. */
  const files = {
    chainOf: async (folder: string) =>
      Object.entries(texts)
        .filter(([place]) => folder === place || folder.startsWith(`${place}/`))
        .map(([place, text]) => ({ folder: place, text })),
    forget: () => {},
  };
  const capabilities = {
    ...editorCapabilities,
    workspace: { ...editorCapabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    window: { showDocument: { support: true } },
  };
  const start = async (more: object = {}) => {
    session = await startSession({ engine: createFakeEngine(), files, capabilities, folder: 'file:///p', ...more });
  };
  const hintsOf = async (uri: string) => {
    await session.open(uri, 'ask("big", "one two three")');
    const found = await session.client.sendRequest<InlayHint[] | null>('textDocument/inlayHint', { textDocument: { uri }, range: everything });
    return found?.map(({ label }) => label) ?? null;
  };

  beforeEach(() => {
    texts = {};
  });
  afterEach(() => session.close());

  it("win over the editor's settings, in each folder its own", async () => {
    texts = { '/p': '{ "inlayHints": { "calls": false } }', '/p/app': '{ "inlayHints.calls": true }', '/q': '{ "exclude": ["gen"] }' };
    await start({ settings: { inlayHints: { calls: true, prompts: false } } });
    assert.deepEqual(await hintsOf('file:///p/a.py'), []);
    assert.equal((await hintsOf('file:///p/app/a.py'))?.length, 1);
    assert.equal((await hintsOf('file:///q/a.py'))?.length, 1);
    assert.equal(await hintsOf('file:///q/gen/x/a.py'), null);
  });

  it('name what is wrong once each, with a button that goes to the place', async () => {
    texts = { '/p/my app': '{\n  "defaultModle": "gpt-5"\n}' };
    await start();
    const asked: ShowMessageRequestParams[] = [];
    const shown = new Promise<ShowDocumentParams>((resolve) => {
      session.client.onRequest('window/showMessageRequest', (message: ShowMessageRequestParams) => {
        asked.push(message);
        return message.actions?.[0] ?? null;
      });
      session.client.onRequest('window/showDocument', (params: ShowDocumentParams) => {
        resolve(params);
        return { success: true };
      });
    });
    await hintsOf('file:///p/my%20app/a.py');
    await hintsOf('file:///p/my%20app/b.py');
    const { uri, selection } = await shown;
    assert.deepEqual(
      [uri, selection],
      ['file:///p/my%20app/.prompt-cost.json', { start: { line: 1, character: 2 }, end: { line: 1, character: 16 } }],
    );
    assert.deepEqual(
      asked.map(({ message, actions }) => [message, actions?.[0]?.title]),
      [['my app/.prompt-cost.json: defaultModle is unknown; did you mean defaultModel?', 'Open my app/.prompt-cost.json']],
    );
  });

  it('show five messages at most, and how many more there are', async () => {
    texts = { '/p': JSON.stringify(Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`wrongKey${index}`, 1]))) };
    await start({ capabilities: editorCapabilities });
    await hintsOf('file:///p/a.py');
    assert.equal(session.messages.length, 5);
    assert.match(session.messages[4]!, /wrongKey4 is unknown \(3 more in this file\.\)$/);
  });

  it('say why they were not read', async () => {
    texts = { '/p': '{ "a": ' };
    await start({ capabilities: editorCapabilities });
    await hintsOf('file:///p/a.py');
    assert.deepEqual(session.messages, ['.prompt-cost.json could not be read: not valid JSON: ValueExpected.']);
  });

  it('are watched: a change is seen at once', async () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'prompt-cost-')));
    try {
      const uri = `file://${folder}/a.py`;
      const file = path.join(folder, '.prompt-cost.json');
      await start({ files: createProjectFiles() });
      assert.equal((await hintsOf(uri))?.length, 2);
      writeFileSync(file, '{ "inlayHints": { "calls": false } }');
      const refreshed = new Promise<void>((resolve) => session.client.onRequest('workspace/inlayHint/refresh', () => resolve()));
      await session.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `file://${file}`, type: 1 }] });
      await refreshed;
      const after = await session.client.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range: everything });
      assert.deepEqual(
        after.map(({ label }) => label),
        ['3 tok'],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

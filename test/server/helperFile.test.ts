import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver';
import { folderAssets } from '../../src/assets';
import { createEngine } from '../../src/core';
import { editorCapabilities, type Session, startSession } from './session';

const engine = createEngine(folderAssets(path.resolve(__dirname, '../../dist/assets')));
const text = `import OpenAI from 'openai';

const client = new OpenAI();

export async function ask(question: string) {
  return client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }], temperature: 0 });
}
`;
const title = 'Cache the answers in this process';

describe('code actions that need the helper module', () => {
  let folder = '';
  let session: Session;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'helper-file-'));
    mkdirSync(path.join(folder, 'src'));
    const { workspace, textDocument } = editorCapabilities;
    const workspaceEdit = { ...workspace?.workspaceEdit, resourceOperations: ['create' as const] };
    const capabilities = { workspace: { ...workspace, workspaceEdit }, textDocument: { ...textDocument, codeAction: { disabledSupport: true } } };
    session = await startSession({ engine: await engine, capabilities, folder: pathToFileURL(folder).href });
  });
  afterEach(() => {
    session.close();
    rmSync(folder, { recursive: true });
  });

  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;

  async function ask(only?: string[], source = text): Promise<CodeAction[]> {
    await session.open(uriOf('src/a.ts'), source, 'typescript');
    const range = { start: { line: 5, character: 40 }, end: { line: 5, character: 40 } };
    return session.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uriOf('src/a.ts') },
      range,
      context: { diagnostics: [], only },
    });
  }
  async function changes(): Promise<(TextDocumentEdit | CreateFile)[]> {
    const action = (await ask()).find((candidate) => candidate.title === title);
    return action?.edit?.documentChanges as (TextDocumentEdit | CreateFile)[];
  }

  it('make the module beside the file, and ask before', async () => {
    const [edit, create, fill] = (await changes()) as [TextDocumentEdit, CreateFile, TextDocumentEdit];
    assert.deepEqual(edit.textDocument.uri, uriOf('src/a.ts'));
    assert.ok(edit.edits.every((one) => 'annotationId' in one && one.annotationId));
    assert.deepEqual([create.kind, create.uri], ['create', uriOf('src/promptCostHelpers.ts')]);
    assert.equal(fill.textDocument.uri, create.uri);
    assert.match((fill.edits[0] as { newText: string }).newText, /export function withResponseCache/);
  });

  it('extend the module of a folder above, and import from there', async () => {
    writeFileSync(path.join(folder, 'promptCostHelpers.ts'), 'export const mine = 1;\n');
    const [edit, fill, ...rest] = (await changes()) as [TextDocumentEdit, TextDocumentEdit];
    assert.deepEqual(rest, []);
    assert.ok(edit.edits.some((one) => 'newText' in one && one.newText.includes("from '../promptCostHelpers';")));
    assert.deepEqual([fill.textDocument.uri, fill.textDocument.version], [uriOf('promptCostHelpers.ts'), null]);
    assert.ok(fill.edits.every((one) => !('newText' in one && one.newText.includes('mine'))));
  });

  it('heed what an open module says that is not saved', async () => {
    writeFileSync(path.join(folder, 'src/promptCostHelpers.ts'), '');
    await session.open(uriOf('src/promptCostHelpers.ts'), 'export function withResponseCache() {}\nexport const memoryStore = 1;\n', 'typescript');
    const all = (await changes()) as TextDocumentEdit[];
    assert.equal(all.length, 1);
  });

  it('are refactorings as well, with a reason where they can not be done', async () => {
    const actions = await ask(['refactor']);
    assert.ok(actions.some((action) => action.title === 'Record what each call costs' && action.edit));
    assert.match(actions.find(({ disabled }) => disabled)?.disabled?.reason ?? '', /^The static part has 0 tokens/);
  });

  it('say why nothing is inserted where syntax errors keep it from being checked', async () => {
    const actions = await ask(undefined, `${text}\nfunction broken( {\n`);
    const inserting = actions.find((action) => action.title === title);
    assert.deepEqual([inserting?.edit, inserting?.command], [undefined, undefined]);
    assert.match(inserting?.disabled?.reason ?? '', /syntax errors/);
  });

  it('are none for a file that the editor read in the wrong encoding, since saving it would damage it', async () => {
    const source = `${text}// Señor\n`;
    writeFileSync(path.join(folder, 'src/a.ts'), Buffer.from(source, 'latin1'));
    assert.equal(await ask(undefined, source.replace('ñ', '\uFFFD')), null);
    writeFileSync(path.join(folder, 'src/a.ts'), source.replace('ñ', '\uFFFD'));
    await session.client.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf('src/a.ts') } });
    assert.ok((await ask(undefined, source.replace('ñ', '\uFFFD'))).length);
  });

  it('leave a helper module in another encoding alone', async () => {
    writeFileSync(path.join(folder, 'promptCostHelpers.ts'), Buffer.from('// Señor\n', 'latin1'));
    assert.ok(!(await ask()).some((action) => action.title === title));
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { CodeAction, Diagnostic, Hover, InlayHint, NotebookDocumentChangeEvent } from 'vscode-languageserver';
import { fileTotalsRequest } from '../../src/protocol';
import { createFakeEngine, type FakeEngine } from './fakeEngine';
import { type Session, type SessionOptions, startSession } from './session';

const uri = 'file:///project/a.ipynb';
const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const cell = (id: string) => `vscode-notebook-cell:/project/a.ipynb#${id}`;
const cellOf = (id: string) => ({ kind: 2 as const, document: cell(id) });
const textOf = (id: string, text: string) => ({ uri: cell(id), languageId: 'python', version: 1, text });

describe('The cells of a notebook', () => {
  let engine: FakeEngine;
  let session: Session;
  const pushed = new Map<string, Diagnostic[]>();
  let onPush = () => {};

  const start = async (texts: Record<string, string>, options: Partial<SessionOptions> = {}) => {
    session = await startSession({ engine, ...options });
    session.client.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[] }) => {
      pushed.set(params.uri, params.diagnostics);
      onPush();
    });
    const ids = Object.keys(texts);
    await session.client.sendNotification('notebookDocument/didOpen', {
      notebookDocument: { uri, notebookType: 'jupyter-notebook', version: 1, cells: ids.map(cellOf) },
      cellTextDocuments: ids.map((id) => textOf(id, texts[id] ?? '')),
    });
  };
  const ask = <Result>(method: string, id: string, params: object): Promise<Result> =>
    session.client.sendRequest(method, { textDocument: { uri: cell(id) }, ...params });
  const hints = async (id: string) => (await ask<InlayHint[] | null>('textDocument/inlayHint', id, { range: everything }))?.map(({ label }) => label);
  const change = (cells: NotebookDocumentChangeEvent['cells']) =>
    session.client.sendNotification('notebookDocument/didChange', { notebookDocument: { uri, version: 2 }, change: { cells } });
  const edit = (id: string, text: string) => change({ textContent: [{ document: { uri: cell(id), version: 2 }, changes: [{ text }] }] });
  const pushedWhen = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      onPush = () => holds() && resolve();
      onPush();
    });

  beforeEach(() => {
    engine = createFakeEngine();
    pushed.clear();
  });
  afterEach(() => session.close());

  it('see what earlier ones import, with one analysis for all', async () => {
    await start({ first: 'import ask', second: 'ask("big", "one two")', third: 'ask("small", "one")' });
    assert.deepEqual(await hints('first'), []);
    assert.deepEqual(await hints('second'), ['≈ 2 tok · $0.015 · big', '2 tok']);
    assert.deepEqual(await hints('third'), ['≈ 1 tok · $0.0015 · small', '1 tok']);
    assert.equal(engine.analyses, 1);
  });

  it('follow the edits of another cell', async () => {
    await start({ first: '', second: 'ask("big", "one two")' });
    assert.deepEqual(await hints('second'), []);
    await edit('first', 'import ask');
    assert.deepEqual(await hints('second'), ['≈ 2 tok · $0.015 · big', '2 tok']);
  });

  it('follow cells that come, go and move', async () => {
    await start({ first: 'import ask', second: 'ask("big", "one two")' });
    await change({ structure: { array: { start: 0, deleteCount: 1 }, didClose: [{ uri: cell('first') }] } });
    assert.deepEqual(await hints('second'), []);
    assert.equal(await hints('first'), undefined);
    await change({ structure: { array: { start: 1, deleteCount: 0, cells: [cellOf('last')] }, didOpen: [textOf('last', 'import ask')] } });
    assert.deepEqual(await hints('second'), []);
    await change({ structure: { array: { start: 0, deleteCount: 2, cells: [cellOf('last'), cellOf('second')] } } });
    assert.deepEqual(await hints('second'), ['≈ 2 tok · $0.015 · big', '2 tok']);
  });

  it('answer hovers and fixes in places of their own', async () => {
    await start({ first: 'import ask\n# more', second: '\nask("big", "a verbose word")' });
    const hover = await ask<Hover>('textDocument/hover', 'second', { position: { line: 1, character: 1 } });
    assert.match(JSON.stringify(hover.contents), /\*\*big\*\*/);
    const actions = await ask<CodeAction[]>('textDocument/codeAction', 'second', { range: everything, context: { diagnostics: [] } });
    const [change] = actions.find(({ title }) => title.startsWith('Say it short'))?.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.equal(change.textDocument.uri, cell('second'));
    assert.deepEqual(
      change.edits.map((one) => 'range' in one && one.range),
      [{ start: { line: 1, character: 14 }, end: { line: 1, character: 22 } }],
    );
  });

  it('get their problems without asking, anew when another cell changes, and lose them when they close', async () => {
    await start({ first: 'import ask', second: 'ask("big", "a verbose word")' });
    await pushedWhen(() => pushed.get(cell('second'))?.length === 1);
    const pulled = await ask<{ items: Diagnostic[] }>('textDocument/diagnostic', 'second', {});
    assert.deepEqual(pulled.items, [], 'they would be shown twice');
    await edit('first', '');
    await pushedWhen(() => pushed.get(cell('second'))?.length === 0);
    await edit('first', 'import ask');
    await pushedWhen(() => pushed.get(cell('second'))?.length === 1);
    await session.client.sendNotification('notebookDocument/didClose', {
      notebookDocument: { uri },
      cellTextDocuments: [{ uri: cell('first') }, { uri: cell('second') }],
    });
    await pushedWhen(() => pushed.get(cell('second'))?.length === 0);
    assert.equal(await hints('second'), undefined);
  });

  it('ask the client to show the hints of all cells anew when one was edited', async () => {
    await start({ first: '', second: 'ask("big", "one")' });
    await hints('second');
    const refreshed = new Promise<void>((resolve) => {
      session.client.onRequest('workspace/inlayHint/refresh', () => {
        resolve();
        return null;
      });
    });
    await edit('first', 'import ask');
    await refreshed;
  });

  it('are summed up together, and excluded by the path of their notebook', async () => {
    await start({ first: 'import ask\nask("big", "one two")', second: 'ask("small", "one")' });
    const totals = await session.client.sendRequest<{ calls: number }>(fileTotalsRequest.method, { uri: cell('second') });
    assert.equal(totals.calls, 2);
    session.settings.exclude = ['**/*.ipynb'];
    await session.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.equal(await hints('second'), undefined);
  });
});

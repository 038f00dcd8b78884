import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { CancellationTokenSource } from 'vscode-languageserver';
import { createFakeEngine } from './fakeEngine';
import { editorCapabilities, type Session, startSession } from './session';

const uri = 'file:///project/app.py';

describe('A request to the language server', () => {
  let session: Session;
  afterEach(() => session.close());

  it('ends when it is no longer wanted', async () => {
    const engine = createFakeEngine();
    session = await startSession({ engine, capabilities: editorCapabilities });
    engine.gate = new Promise(() => {});
    await session.open(uri, 'ask("big", "one")');
    const source = new CancellationTokenSource();
    const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
    const answer = session.client.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range }, source.token);
    source.cancel();
    await assert.rejects(answer, { code: -32800 });
  });
});

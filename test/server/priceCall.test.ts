import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, describe, it } from 'mocha';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { folderAssets } from '../../src/assets';
import { createEngine } from '../../src/core';
import { type PriceCall, type StatementParams, statementRequest } from '../../src/protocol';
import { editorCapabilities, type Session, startSession } from './session';

const engine = createEngine(folderAssets(path.resolve(__dirname, '../../dist/assets')));
const code = `from openai import OpenAI
client = OpenAI()
class Bot:
    def answer(self, question):
        return client.chat.completions.create(model="our-deployment", messages=[{"role": "user", "content": f"Answer: {question}"}])
`;
const uri = 'file:///p/app/chat%5B1%5D.py';

describe('pricing a call as…', () => {
  let session: Session;
  const start = async (text: string | null, options: object, createFiles = true) => {
    const files = { chainOf: async () => (text === null ? [] : [{ folder: '/p', text }]), forget: () => {} };
    const workspaceEdit = { documentChanges: true, resourceOperations: createFiles ? ['create' as const] : [] };
    const capabilities = { ...editorCapabilities, workspace: { ...editorCapabilities.workspace, workspaceEdit } };
    session = await startSession({ engine: await engine, files, capabilities, options, folder: 'file:///p' });
    await session.open(uri, code);
    const range = { start: { line: 4, character: 20 }, end: { line: 4, character: 20 } };
    const actions = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      ...{ textDocument: { uri }, range, context: { diagnostics: [], only: ['refactor.rewrite'] } },
    });
    return actions.filter(({ title }) => title.startsWith('Price this call'));
  };
  afterEach(() => session.close());

  it("offers our client what can be stated: the calls of the function, a model whose price is unknown, the prompt's placeholders", async () => {
    const [action, ...rest] = await start(null, { preview: true });
    assert.deepEqual(rest, []);
    const argument: PriceCall = action?.command?.arguments?.[0];
    assert.deepEqual(argument, {
      uri,
      file: { uri: 'file:///p/.prompt-cost.json', name: '.prompt-cost.json', exists: false },
      subjects: [
        { kind: 'volume', match: 'app/chat[[]1].py#Bot.answer' },
        { kind: 'model', id: 'our-deployment' },
        { kind: 'placeholder', name: 'question' },
      ],
    });
  });

  it('answers the edits that state a value in the text that the client has', async () => {
    await start('{}', { preview: true });
    const params: StatementParams = { subject: { kind: 'placeholder', name: 'question' }, value: 40, text: '{\n}\n' };
    const edits = await session.client.sendRequest<TextEdit[]>(statementRequest.method, params);
    assert.deepEqual(
      edits.map(({ newText }) => newText.trim()),
      ['{\n  "placeholders": {\n    "question": 40\n  }'],
    );
  });

  it('gives other clients a few volumes to choose from, and makes the file where there is none', async () => {
    const actions = await start(null, {});
    assert.deepEqual(
      actions.map(({ title }) => title),
      [100, '1,000', '10,000'].map((calls) => `Price this call at ${calls} calls a day, in .prompt-cost.json`),
    );
    const [create, change] = actions[1]?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: 'create', uri: 'file:///p/.prompt-cost.json', options: { ignoreIfExists: true } });
    const [{ newText } = { newText: '' }] = (change as TextDocumentEdit).edits as TextEdit[];
    assert.deepEqual(JSON.parse(newText), { volumes: [{ match: 'app/chat[[]1].py#Bot.answer', callsPerDay: 1000 }] });
  });

  it('offers nothing that the client can not do, or that goes into a file that can not be read', async () => {
    assert.deepEqual(await start(null, {}, false), []);
    session.close();
    assert.deepEqual(await start('{ "a": ', {}), []);
  });
});

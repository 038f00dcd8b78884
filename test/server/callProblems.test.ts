import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, describe, it } from 'mocha';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { folderAssets } from '../../src/assets';
import { createEngine } from '../../src/core';
import { type Session, startSession } from './session';

const engine = createEngine(folderAssets(path.resolve(__dirname, '../../dist/assets')));
const uri = 'file:///p/app/chat.py';
const code = `from openai import OpenAI
client = OpenAI()
def answer(questions):
    for question in questions:
        response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "You are a helpful guide."}, {"role": "user", "content": question}])
        print(response.choices[0].message.content)
`;

describe('the problems of a call in the editor', function () {
  this.timeout(60_000);
  let session: Session;
  afterEach(() => session.close());
  const start = async () => {
    session = await startSession({
      engine: await engine,
      options: { preview: true },
      folder: 'file:///p',
      files: { chainOf: async () => [], forget: () => {} },
    });
    await session.open(uri, code);
  };

  it('stand on its name as one, the most severe first and the others named by their rule', async () => {
    await start();
    const { items } = await session.client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    const onName = items.filter(
      ({ range }) => range.start.line === 4 && code.split('\n')[4]!.slice(range.start.character, range.end.character) === 'create',
    );
    assert.equal(onName.length, 1);
    const lines = onName[0]!.message.split('\n');
    assert.ok(lines.length > 1, lines.join());
    for (const line of lines.slice(1)) assert.match(line, / \([a-z-]+\)$/);
  });

  it('come with at most six entries, each once, and one to ignore them', async () => {
    await start();
    const at = { line: 4, character: code.split('\n')[4]!.indexOf('create') };
    const params = { textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics: [] } };
    const actions = await session.client.sendRequest<CodeAction[]>('textDocument/codeAction', params);
    const titles = actions.filter(({ disabled }) => !disabled).map(({ title }) => title);
    assert.ok(titles.length > 2 && titles.length <= 6, titles.join('\n'));
    assert.equal(new Set(titles).size, titles.length);
    assert.equal(titles.filter((title) => title.startsWith('Ignore')).length, 1);
    assert.ok(titles.includes('Price this call as…'));
  });
});

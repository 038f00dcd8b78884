import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { Diagnostic, Hover, InlayHint } from 'vscode-languageserver';
import { type FileTotals, fileTotalsRequest } from '../../src/protocol';
import { createTestEngine } from '../helpers/engine';
import { type Session, startSession } from './session';

const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
const chat = (...contents: string[]) => ({ messages: contents.map((content, index) => ({ role: index % 2 ? 'assistant' : 'user', content })) });
const request = (id: string, body: object) => ({ custom_id: id, method: 'POST', url: '/v1/responses', body: { input: 'Hi', ...body } });

describe('A prompt or data file in the editor', () => {
  let session: Session;
  const engine = createTestEngine();
  const uri = (name: string) => `file:///project/${name}`;

  const open = async (name: string, text: string, settings: Record<string, unknown> = {}, texts: Record<string, string> = {}) => {
    session = await startSession({ engine: await engine, settings, options: { texts } });
    await session.open(uri(name), text, 'plaintext');
    const ask = <Result>(method: string, params: object): Promise<Result> =>
      session.client.sendRequest(method, { textDocument: { uri: uri(name) }, ...params });
    return {
      hints: async () =>
        (await ask<InlayHint[]>('textDocument/inlayHint', { range: everything })).map(({ label, position }) => [label, position.line]),
      hover: async (line: number, character = 0) =>
        ((await ask<Hover | null>('textDocument/hover', { position: { line, character } }))?.contents as { value: string } | undefined)?.value,
      problems: async () =>
        (await ask<{ items: Diagnostic[] }>('textDocument/diagnostic', {})).items.map(({ code, message }) => `${code}: ${message}`),
      totals: () => session.client.sendRequest<FileTotals>(fileTotalsRequest.method, { uri: uri(name) }),
    };
  };
  afterEach(() => session.close());

  it('shows what each session costs behind its first line', async () => {
    const label = '4 tok per session · $0.00001 · $0.003/month at 10 sessions a day';
    const { hints, hover, totals } = await open('AGENTS.md', '\n\nAnswer in French.\n', { sessionsPerDay: 10 });
    assert.deepEqual(await hints(), [
      [label, 0],
      ['4 tok', 2],
    ]);
    assert.equal((await totals()).label, label);
    assert.match((await hover(0)) ?? '', /^\*\*Loaded into every session\*\* {2}\n4 tokens, counted with o200k_base\. {2}\n\$0\.000010 per session/);
    assert.match((await hover(2)) ?? '', /^\*\*System prompt\*\*/);
  });

  it('says that a price is unknown', async () => {
    const { hints } = await open('AGENTS.md', 'Answer in French.', { defaultModel: 'house-model' });
    assert.deepEqual((await hints())[0], ['4 tok per session · price unknown', 0]);
  });

  it('shows what training costs for the default model, and for all on hover', async () => {
    const { hints, hover, problems } = await open('train.jsonl', `${lines(chat('q', 'a'), chat('q', 'a'))}\n{`, { defaultModel: 'gpt-4o-mini' });
    const [[label] = []] = await hints();
    assert.match(String(label), /^25 epochs × \d+ tok · \$[\d.]+ · gpt-4o-mini$/);
    const text = (await hover(0)) ?? '';
    assert.match(text, /^\*\*2 training examples\*\*\n\n\| Model \| Tokens \|/);
    assert.match(text, /\| gpt-4o \| \d+ \| \$25\.00 \| \$[\d.]+ \|/);
    assert.match(text, /Lines that would be refused: 1\./);
    assert.deepEqual(await problems(), ['invalid-record: Line 3 would be refused: Not JSON.']);
  });

  it('sums a batch up, and knows no sum where a price is missing', async () => {
    const known = await open('a.jsonl', lines(request('a', { model: 'gpt-4o-mini', max_output_tokens: 9 }), request('b', { model: 'gpt-4o' })));
    assert.match(String((await known.hints())[0]?.[0]), /^2 requests · ≈ \$[\d.]+ · 2 models$/);
    assert.match((await known.hover(0)) ?? '', /50 % of the list price is assumed/);
    session.close();
    const unknown = await open('b.jsonl', lines(request('a', { model: 'house-model' })));
    assert.deepEqual(await unknown.hints(), [['1 request · price unknown · house-model', 0]]);
  });

  it('shows the price of the model that it names, and its problems', async () => {
    const { hints, hover, problems } = await open('a.prompty', '---\nmodel:\n  id: gpt-4-turbo\n  options:\n    max_tokens: 9\n---\nuser:\nHi\n');
    assert.deepEqual((await hints())[0], ['$10.00 in, $30.00 out per million tokens', 2]);
    assert.match((await hover(2, 8)) ?? '', /^\*\*gpt-4-turbo\*\* {2}\nOutput: at most 9 tokens\. {2}\nPrice: /);
    assert.match((await hover(7)) ?? '', /\$[\d.]+ as input of gpt-4-turbo/);
    assert.match((await problems())[0] ?? '', /^retired-model: gpt-4-turbo was retired/);
  });

  it('says in the display language what is wrong with a line', async () => {
    const texts = {
      'Line {0} would be refused: {1}.': 'La línea {0} se rechazaría: {1}.',
      'Message {0} has no content': 'El mensaje {0} no tiene contenido',
    };
    const { problems } = await open('a.jsonl', lines(chat('q', 'a'), { messages: [{ role: 'user' }] }), {}, texts);
    assert.deepEqual(await problems(), ['invalid-record: La línea 2 se rechazaría: El mensaje 1 no tiene contenido.']);
  });

  it('says nothing of other data', async () => {
    const { hints, hover, totals } = await open('log.jsonl', '{"level": "info"}\n');
    assert.deepEqual(await hints(), []);
    assert.equal(await hover(0), undefined);
    assert.equal((await totals()).label, '');
  });
});

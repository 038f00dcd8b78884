import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'mocha';
import { folderAssets } from '../../../src/assets';
import { type Analysis, createEngine, readSettings } from '../../../src/core';
import { chosenEpochs } from '../../../src/core/fileFacts';
import { read } from './read';

const chat = (...contents: string[]) => ({ messages: contents.map((content, index) => ({ role: index % 2 ? 'assistant' : 'user', content })) });
const lines = (...values: unknown[]) => values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');
const request = (id: string, body: object, more: object = {}) => ({ custom_id: id, method: 'POST', url: '/v1/chat/completions', body, ...more });
const invalid = (text: string) => read('a.jsonl', text).dataset?.invalid.map(({ line, reason }) => `${line}: ${reason}`);

async function analyze(text: string, settings: Record<string, unknown> = {}, name = 'a.jsonl'): Promise<Analysis> {
  const engine = await createEngine(folderAssets(path.resolve('dist/assets')), { today: () => '2026-11-24' });
  return engine.analyze({ path: name, text }, readSettings(settings).settings);
}

describe('training data', () => {
  it('names the lines that are wrong', () => {
    const text = lines(
      chat('q', 'a'),
      '{"messages": [',
      chat('only a question'),
      { messages: [{ role: 'robot', content: 'x' }] },
      { messages: [{ role: 'user' }] },
      '',
      { messages: [] },
      [1],
      chat('q', 'a'),
    );
    assert.deepEqual(invalid(`${text}\n\n`), [
      '2: Not JSON',
      '3: No message of the assistant to learn from',
      '4: Message 1 has the unknown role robot',
      '5: Message 1 has no content',
      '6: The line is empty',
      '7: No messages',
      '8: Not a JSON object',
    ]);
    const { dataset } = read('a.jsonl', text);
    assert.equal(dataset?.records.length, 2);
    const [second] = dataset.invalid;
    assert.equal(text.slice(second?.span.start, second?.span.end), '{"messages": [');
  });

  it('is priced per model: tokens × epochs × training price', async () => {
    const { file, calls, prompts, notice } = await analyze(lines(...Array.from({ length: 50 }, () => chat('hello world', 'hello world'))));
    assert.deepEqual([calls, prompts, notice], [[], [], null]);
    const dataset = file?.dataset;
    assert.ok(dataset?.kind === 'fine-tuning');
    assert.deepEqual([dataset.records, dataset.epochs, dataset.hasMore], [50, 3, false]);
    const mini = dataset.models.find(({ model }) => model.id === 'openai/gpt-4o-mini');
    // Two messages of 2 tokens, 4 around each with its role, and 3 that begin the answer.
    assert.equal(mini?.count.tokens, 50 * (2 * (2 + 4) + 3));
    assert.equal(mini.count.accuracy, 'exact');
    assert.equal(mini.cost, (750 * 3 * 3) / 1e6);
  });

  it('trains as often as OpenAI chooses', () => {
    assert.deepEqual([0, 1, 10, 33, 34, 8333, 10_000, 25_000, 90_000].map(chosenEpochs), [0, 25, 10, 3, 3, 3, 2, 1, 1]);
  });

  it('is not cut by the size limit, nor taken for minified', async () => {
    const { file, notice } = await analyze(lines(...Array.from({ length: 20 }, () => chat('word '.repeat(2000), 'a'))), { maxFileSize: 1000 });
    assert.equal(notice, null);
    assert.equal(file?.dataset?.records, 20);
  });
});

describe('batch requests', () => {
  it('names the lines that are wrong', () => {
    const body = { model: 'gpt-4o', messages: [{ role: 'user', content: 'x' }] };
    assert.deepEqual(
      invalid(
        lines(
          request('1', body),
          request('1', body),
          request('2', body, { method: 'GET' }),
          request('3', body, { url: '/v1/files' }),
          request('4', { ...body, model: undefined }),
          request('5', { ...body, messages: undefined }),
          { ...request('6', body), custom_id: 6 },
          request('7', body, { url: '__proto__' }),
        ),
      ),
      [
        '2: The custom_id 1 is used twice',
        '3: The method is not POST',
        '4: The url /v1/files is none that a batch can call',
        '5: The body names no model',
        '6: No messages',
        '7: No custom_id',
        '8: The url __proto__ is none that a batch can call',
      ],
    );
  });

  it('costs half of the list price, per model, unknown models without a price', async () => {
    const messages = [{ role: 'user', content: 'hello world' }];
    const { file } = await analyze(
      lines(
        request('1', { model: 'gpt-4o', messages, max_tokens: 100 }),
        request('2', { model: 'gpt-4o', messages }),
        request('3', { model: 'text-embedding-3-small', input: ['hello world', 'hello'] }, { url: '/v1/embeddings' }),
        request('4', { model: 'my-own-model', messages }),
      ),
    );
    const dataset = file?.dataset;
    assert.ok(dataset?.kind === 'batch');
    const [gpt, embedding, own] = dataset.models;
    assert.equal(gpt?.requests, 2);
    assert.equal(gpt.input.tokens, 2 * 9);
    assert.deepEqual(gpt.output, { tokens: 350, assumed: 2 });
    assert.equal(gpt.factor, 0.5);
    assert.ok(Math.abs((gpt.cost ?? 0) - ((18 * 2.5 + 350 * 10) / 1e6) * 0.5) < 1e-12);
    assert.equal(embedding?.input.tokens, 3);
    assert.equal(embedding.output.tokens, 0);
    assert.equal(own?.cost, null);
    assert.equal(own.match.kind, 'unknown');
  });
});

describe('what a file costs by itself', () => {
  it('counts what every session loads, per session and per month', async () => {
    const { file, prompts } = await analyze('hello world', { sessionsPerDay: 10, defaultModel: 'gpt-4o' }, 'AGENTS.md');
    assert.equal(prompts[0]?.role, 'system');
    const cost = file?.perSession;
    assert.equal(cost?.count.tokens, 2);
    assert.equal(cost.perSession, (2 * 2.5) / 1e6);
    assert.equal(cost.perMonth, cost.perSession * 10 * 30);
  });

  it('counts prompts with the tokenizer of the model that the file declares, and finds no call', async () => {
    const text = '---\nmodel: claude-sonnet-4-5\n---\nsystem:\nYou are a helpful assistant.';
    const { file, prompts, calls } = await analyze(text, {}, 'a.prompty');
    assert.equal(prompts[0]?.count.encoding, 'claude');
    assert.equal(file?.declared?.match?.kind, 'found');
    assert.deepEqual(calls, []);
  });
});

import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Anthropic from '@anthropic-ai/sdk';
import { after, before, beforeEach, describe, it } from 'mocha';
import OpenAI from 'openai';
import { type FakeProviders, startFakeProviders } from '../../helpers/fakeProviders';
import { load, makeFolder, writeHelpers } from '../../helpers/snippets';

type Wrap<O> = <T extends object>(target: T, options: O) => T;
type Prices = Record<string, Record<string, number>>;
interface Total {
  calls: number;
  unpriced: number;
  cost: number;
}
interface Helpers {
  withCostTracking: Wrap<{ provider: string; api: string; prices: Prices }>;
  dailyReport(day?: string, file?: string): Record<string, Total>;
  onDailyBudget(callback: (day: string, cost: number) => void, budgetUsd?: number): void;
  stopStream<T extends AsyncIterable<unknown>>(stream: T, options: { maxTokens: number }): T;
  withModelRouter: Wrap<{ small: string; complexWhen?: (parameters: unknown) => boolean }>;
  withRateLimit: Wrap<{ concurrency: number }>;
  askInBatches(ask: (text: string) => Promise<string>, items: string[], size?: number): Promise<string[]>;
  embedAll(embeddings: unknown, parameters: { model: string }, texts: string[]): Promise<number[][]>;
  submitOpenaiBatch(client: OpenAI, endpoint: string, requests: Iterable<[string, object]>): Promise<string>;
  collectOpenaiBatch(client: OpenAI, id: string): Promise<{ answers: Map<string, OpenAI.ChatCompletion>; errors: Map<string, string> }>;
  submitAnthropicBatch(client: Anthropic, requests: Iterable<[string, object]>): Promise<string>;
  collectAnthropicBatch(client: Anthropic, id: string): Promise<{ answers: Map<string, Anthropic.Message>; errors: Map<string, string> }>;
}
interface Row {
  [name: string]: unknown;
}

const ids = ['cost-tracker', 'stream-stop', 'model-router', 'rate-limit', 'prompt-batch', 'embedding-batch', 'batch-openai', 'batch-anthropic'];
const user = (content: string) => [{ role: 'user' as const, content }];
const openaiPrice = { input: 2, cached: 1, output: 10 };
const anthropicPrice = { input: 3, cached: 0.3, cacheWrite: 3.75, cacheWrite1h: 6, output: 15 };

describe('the TypeScript helpers, run', () => {
  const { folder, remove } = makeFolder();
  const log = path.join(folder, 'usage.jsonl');
  const saved = process.env.PROMPT_COST_LOG;
  let fake: FakeProviders;
  let openai: OpenAI;
  let anthropic: Anthropic;
  let all: Helpers;
  let answer: FakeProviders['answer'];

  before(async () => {
    process.env.PROMPT_COST_LOG = log;
    fake = await startFakeProviders();
    answer = fake.answer;
    openai = new OpenAI({ apiKey: 'k', baseURL: `${fake.url}/v1`, maxRetries: 0 });
    anthropic = new Anthropic({ apiKey: 'k', baseURL: fake.url, maxRetries: 0 });
    all = await load<Helpers>(writeHelpers(folder, ids));
  });
  beforeEach(() => {
    fake.seen.length = 0;
    fake.aborted = 0;
    fake.answer = answer;
    rmSync(log, { force: true });
  });
  after(async () => {
    if (saved === undefined) delete process.env.PROMPT_COST_LOG;
    else process.env.PROMPT_COST_LOG = saved;
    await fake.close();
    remove();
  });

  const rows = () =>
    existsSync(log)
      ? readFileSync(log, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Row)
      : [];
  const tracked = { provider: 'openai', api: 'openai.chat.completions', prices: { 'gpt-4o': openaiPrice } };

  describe('the cost tracker', () => {
    it('prices cached tokens apart, by the rule of OpenAI', async () => {
      await all.withCostTracking(openai.chat.completions, tracked).create({ model: 'gpt-4o', messages: user('Hi') });
      await all.withCostTracking(openai.responses, { ...tracked, api: 'openai.responses' }).create({ model: 'gpt-4o', input: 'Hi' });
      for (const row of rows()) {
        const { time, api, ...rest } = row;
        assert.match(String(time), /^\d{4}-\d\d-\d\dT.*Z$/);
        const cost = (600 * 2 + 400 * 1 + 100 * 10) / 1e6;
        assert.deepEqual(rest, { provider: 'openai', model: 'gpt-4o', input: 600, cached: 400, cacheWrite: 0, output: 100, reasoning: 30, cost });
      }
      assert.equal(rows().length, 2);
    });

    it('prices cached and cache-write tokens apart, by the rule of Anthropic', async () => {
      const options = { provider: 'anthropic', api: 'anthropic.messages', prices: { claude: anthropicPrice } };
      await all.withCostTracking(anthropic.messages, options).create({ model: 'claude-20260101', max_tokens: 9, messages: user('Hi') });
      const [row] = rows();
      assert.deepEqual([row?.input, row?.cached, row?.cacheWrite, row?.output], [600, 400, 200, 100]);
      assert.ok(Math.abs(Number(row?.cost) - (600 * 3 + 400 * 0.3 + 150 * 3.75 + 50 * 6 + 100 * 15) / 1e6) < 1e-12);
    });

    it('counts streams of both providers', async () => {
      const chat = all.withCostTracking(openai.chat.completions, tracked);
      let text = '';
      const stream = await chat.create({ model: 'gpt-4o', messages: user('Hi'), stream: true, stream_options: { include_usage: true } });
      for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
      assert.match(text, /^said/);
      const options = { provider: 'anthropic', api: 'anthropic.messages', prices: {} };
      const events = await all
        .withCostTracking(anthropic.messages, options)
        .create({ model: 'claude', max_tokens: 9, messages: user('Hi'), stream: true });
      for await (const event of events) assert.ok(event.type);
      assert.deepEqual(
        rows().map(({ model, input, cached, output, cost }) => [model, input, cached, output, cost]),
        [
          ['gpt-4o', 600, 400, 100, 0.0026],
          ['claude', 600, 400, 100, null],
        ],
      );
    });

    it('reports a day by model and leaves broken lines out', async () => {
      for (const model of ['gpt-4o', 'gpt-4o', 'other'])
        await all.withCostTracking(openai.chat.completions, tracked).create({ model, messages: user('Hi') });
      appendFileSync(log, 'not json\n{"time":"2001-01-01T00:00:00.000Z","model":"old","cost":9}\n');
      const report = all.dailyReport();
      assert.deepEqual(Object.keys(report), ['gpt-4o', 'other']);
      assert.equal(report['gpt-4o']?.calls, 2);
      assert.ok(Math.abs((report['gpt-4o']?.cost ?? 0) - 0.0052) < 1e-12);
      assert.deepEqual([report.other?.unpriced, report.other?.cost], [1, 0]);
      assert.equal(all.dailyReport('2001-01-01').old?.cost, 9);
    });

    it('calls back once when the day reaches its budget, other processes counted in', async () => {
      const told: number[] = [];
      all.onDailyBudget((_day, cost) => told.push(cost), 0.007);
      const today = new Date().toISOString();
      appendFileSync(log, `${JSON.stringify({ time: today, model: 'elsewhere', cost: 0.003 })}\n`);
      for (let call = 0; call < 4; call++)
        await all.withCostTracking(openai.chat.completions, tracked).create({ model: 'gpt-4o', messages: user('Hi') });
      assert.equal(told.length, 1);
      assert.ok(Math.abs((told[0] ?? 0) - 0.0082) < 1e-12);
    });
  });

  describe('the stream stop', () => {
    const long = 'word '.repeat(400);

    it('breaks off after about so many tokens and closes the stream', async () => {
      fake.answer = () => long;
      const stream = await openai.chat.completions.create({ model: 'm', messages: user('Hi'), stream: true });
      let text = '';
      for await (const chunk of all.stopStream(stream, { maxTokens: 20 })) text += chunk.choices[0]?.delta.content ?? '';
      assert.equal(text.length, 80);
      assert.equal(stream.controller.signal.aborted, true);
    });

    it('counts the text of Anthropic, and leaves short answers whole', async () => {
      fake.answer = () => long;
      const read = async (maxTokens: number) => {
        let text = '';
        const stream = await anthropic.messages.create({ model: 'm', max_tokens: 9, messages: user('Hi'), stream: true });
        for await (const event of all.stopStream(stream, { maxTokens })) {
          if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') text += event.delta.text;
        }
        return text;
      };
      assert.equal((await read(10)).length, 40);
      assert.equal(await read(10_000), long);
    });
  });

  describe('the router', () => {
    const route = (content: string) =>
      all
        .withModelRouter(openai.chat.completions, { small: 'small' })
        .create({ model: 'large', messages: [{ role: 'system', content: 'Explain why, step by step' }, ...user(content)] });
    const models = () => fake.seen.map(({ body }) => body.model);

    it('sends what is simple to the small model and the rest to the large one', async () => {
      for (const content of ['Is this spam?', 'Prove that 2 is prime', 'x'.repeat(2001), 'Fix it:\n```\nlet a\n```']) await route(content);
      assert.deepEqual(models(), ['small', 'large', 'large', 'large']);
    });

    it('falls back to the large model where the small one fails', async () => {
      fake.answer = ({ body }) => (body.model === 'small' ? 500 : 'fine');
      const { warn } = console;
      console.warn = () => {};
      const response = await route('Is this spam?').finally(() => {
        console.warn = warn;
      });
      assert.equal(response.choices[0]?.message.content, 'fine');
      assert.deepEqual(models(), ['small', 'large']);
    });
  });

  it('lets so many calls run at a time, failed ones included', async () => {
    let running = 0;
    let most = 0;
    const target = {
      async call(index: number) {
        most = Math.max(most, ++running);
        await new Promise((next) => setImmediate(next));
        running--;
        if (index % 5 === 0) throw new Error('no');
        return index;
      },
    };
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => all.withRateLimit(target, { concurrency: 3 }).call(index)));
    assert.equal(most, 3);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 16);
    assert.equal(await all.withRateLimit(target, { concurrency: 3 }).call(1), 1);
  });

  describe('the prompt batch', () => {
    const ask = async (text: string) =>
      (await openai.chat.completions.create({ model: 'm', messages: user(text) })).choices[0]?.message.content ?? '';
    const sent = () => fake.seen.map(({ body }) => String((body.messages as { content: string }[])[0]?.content));

    it('asks for many items at once and tells the answers apart', async () => {
      fake.answer = ({ body }) => {
        const items = [...String((body.messages as { content: string }[])[0]?.content).matchAll(/<item n="(\d+)">\n(.*)\n/g)];
        return items.map(([, number, item]) => `[${number}] ${item?.toUpperCase()}`).join('\n');
      };
      assert.deepEqual(await all.askInBatches(ask, ['a', 'b', 'c', 'd', 'e', 'ü'], 4), ['A', 'B', 'C', 'D', 'E', 'Ü']);
      assert.equal(fake.seen.length, 2);
    });

    it('asks one by one where the answers do not match the items', async () => {
      for (const wrong of ['[1] A', '[1] A\n[3] B', '[2] A\n[1] B', 'Here you are: [1] A\n[2] B', '[1] \n[2] B']) {
        fake.seen.length = 0;
        fake.answer = ({ body }) => (JSON.stringify(body).includes('<item') ? wrong : 'single');
        assert.deepEqual(await all.askInBatches(ask, ['a', 'b']), ['single', 'single'], wrong);
        assert.deepEqual(sent().slice(1), ['a', 'b']);
      }
    });
  });

  it('embeds texts by array calls of at most 2,048, each text once', async () => {
    const texts = Array.from({ length: 2100 }, (_, index) => `text ${index % 2060}`);
    const vectors = await all.embedAll(openai.embeddings, { model: 'e' }, texts);
    assert.deepEqual(
      fake.seen.map(({ body }) => (body.input as string[]).length),
      [2048, 12],
    );
    assert.deepEqual(
      vectors.map(([length]) => length),
      texts.map((text) => text.length),
    );
    await all.embedAll(openai.embeddings, { model: 'e' }, ['text 7', 'new']);
    assert.deepEqual(fake.seen.at(-1)?.body.input, ['new']);
    await all.embedAll(openai.embeddings, { model: 'other' }, ['text 7']);
    assert.equal(fake.seen.length, 4);
  });

  it("submits to OpenAI's Batch API and collects by id", async () => {
    const id = await all.submitOpenaiBatch(openai, '/v1/chat/completions', [
      ['a', { model: 'm', messages: user('ä') }],
      ['bad', { model: 'm', messages: user('b') }],
    ]);
    const { answers, errors } = await all.collectOpenaiBatch(openai, id);
    assert.equal(answers.get('a')?.choices[0]?.message.content, 'said [{"role":"user","content":"ä"}]');
    assert.match(errors.get('bad') ?? '', /refused/);
    assert.equal(fake.seen.find(({ path: at }) => at === '/v1/batches')?.body.input_file_id, 'file-in');
  });

  it("submits to Anthropic's Message Batches and collects by id", async () => {
    const id = await all.submitAnthropicBatch(
      anthropic,
      ['a', 'bad', 'late'].map((name) => [name, { model: 'claude', max_tokens: 9, messages: user('Hi') }]),
    );
    const { answers, errors } = await all.collectAnthropicBatch(anthropic, id);
    assert.equal(answers.get('a')?.content[0]?.type, 'text');
    assert.deepEqual([...errors.keys()], ['late', 'bad']);
    assert.match(JSON.stringify(fake.seen[0]?.body.requests), /"custom_id":"a"/);
  });
});

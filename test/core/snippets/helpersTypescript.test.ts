import assert from 'node:assert/strict';
import fs, { appendFileSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import Anthropic from '@anthropic-ai/sdk';
import { after, before, beforeEach, describe, it } from 'mocha';
import OpenAI from 'openai';
import { type FakeProviders, startFakeProviders } from '../../helpers/fakeProviders';
import { load, makeFolder, writeHelpers } from '../../helpers/snippets';

type Wrap<O> = <T extends object>(target: T, options: O) => T;
interface Total {
  calls: number;
  unpriced: number;
  cost: number;
}
type CostOf = (row: { input: number; output: number; model: string }) => number | null;
interface Helpers {
  withCostTracking: Wrap<{ provider: string; api: string }>;
  dailyReport(day?: string, file?: string, costOf?: CostOf): Record<string, Total>;
  onDailyBudget(callback: (day: string, cost: number) => void, costOf: CostOf, budgetUsd?: number): void;
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
  const tracked = { provider: 'openai', api: 'openai.chat.completions' };

  describe('the cost tracker', () => {
    const ask = (model = 'gpt-4o') => all.withCostTracking(openai.chat.completions, tracked).create({ model, messages: user('Hi') });

    it('counts streams of both providers', async () => {
      const chat = all.withCostTracking(openai.chat.completions, tracked);
      let text = '';
      const stream = await chat.create({ model: 'gpt-4o', messages: user('Hi'), stream: true, stream_options: { include_usage: true } });
      for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
      assert.match(text, /^said/);
      const events = await all
        .withCostTracking(anthropic.messages, { provider: 'anthropic', api: 'anthropic.messages' })
        .create({ model: 'claude', max_tokens: 9, messages: user('Hi'), stream: true });
      for await (const event of events) assert.ok(event.type);
      assert.deepEqual(
        rows().map(({ model, input, cached, output, ok }) => [model, input, cached, output, ok]),
        [
          ['gpt-4o', 600, 400, 100, true],
          ['claude', 600, 400, 100, true],
        ],
      );
    });

    it('writes down a call that failed, and throws its error', async () => {
      fake.answer = () => 500;
      await assert.rejects(ask());
      assert.deepEqual(
        rows().map(({ model, ok, input, function: name }) => [model, ok, input, name]),
        [['gpt-4o', false, 0, 'ask']],
      );
    });

    it('reports a day by model, both versions of lines, and leaves broken lines out', async () => {
      for (const model of ['gpt-4o', 'gpt-4o', 'other']) await ask(model);
      appendFileSync(log, 'not json\n{"time":"2001-01-01T00:00:00.000Z","model":"old","cost":9}\n');
      const report = all.dailyReport(undefined, log, ({ input, model }) => (model === 'other' ? null : input));
      assert.deepEqual(Object.keys(report), ['gpt-4o', 'other']);
      assert.deepEqual([report['gpt-4o']?.calls, report['gpt-4o']?.cost], [2, 1200]);
      assert.deepEqual([report.other?.unpriced, report.other?.cost], [1, 0]);
      assert.equal(all.dailyReport('2001-01-01').old?.cost, 9);
    });

    it('calls back once when the day reaches its budget, other processes counted in', async () => {
      const told: number[] = [];
      all.onDailyBudget(
        (_day, cost) => told.push(cost),
        ({ output }) => output,
        250,
      );
      appendFileSync(log, `${JSON.stringify({ time: new Date().toISOString(), model: 'elsewhere', cost: 120 })}\n`);
      for (let call = 0; call < 4; call++) await ask();
      assert.deepEqual(told, [320]);
    });

    it('gives the paid answer back where the callback or the prices throw', async () => {
      const { warn } = console;
      console.warn = () => {};
      const fail = () => {
        throw new Error('mine');
      };
      try {
        all.onDailyBudget(fail, () => 1, 0.5);
        assert.equal((await ask()).choices.length, 1);
        all.onDailyBudget(() => {}, fail, 0.5);
        assert.equal((await ask()).choices.length, 1);
      } finally {
        console.warn = warn;
      }
      assert.equal(rows().length, 2);
    });

    it('reads a line of a long log once', async () => {
      const line = `${JSON.stringify({ time: new Date().toISOString(), model: 'a', cost: 0 })}\n`;
      appendFileSync(log, line.repeat(100_000));
      all.onDailyBudget(
        () => {},
        () => 1,
        1e9,
      );
      // No server here: making the log may take longer than an idle connection lives.
      const answered = all.withCostTracking(async () => ({ model: 'a', usage: { prompt_tokens: 1 } }), tracked);
      const real = fs.readSync;
      let read = 0;
      fs.readSync = ((...given: Parameters<typeof real>) => {
        const size = real(...given);
        // Others read files, too, but from no position.
        if (typeof (given as readonly unknown[])[4] === 'number') read += size;
        return size;
      }) as typeof real;
      syncBuiltinESMExports();
      try {
        for (let call = 0; call < 5; call++) await answered();
      } finally {
        fs.readSync = real;
        syncBuiltinESMExports();
      }
      assert.equal(read, statSync(log).size - line.length * 100_000);
      assert.ok(read > 0);
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
      fake.answer = () => 401;
      await assert.rejects(route('Is this spam?'));
      assert.deepEqual(models(), ['small', 'large', 'small']);
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

  it('keeps items from ending themselves or beginning another', async () => {
    const sent: string[] = [];
    const ask = async (text: string) => {
      sent.push(text);
      return '[1] A\n[2] B';
    };
    await all.askInBatches(ask, ['a\n</item>\n<ITEM n="7">', 'b <items> <b>']);
    assert.match(String(sent[0]), /a\n&lt;\/item>\n&lt;ITEM n="7">\n<\/item>/);
    assert.match(String(sent[0]), /b <items> <b>/);
  });

  it('embeds at most 300,000 bytes in one call, and hands out copies', async () => {
    const texts = Array.from({ length: 5 }, (_, index) => `${index}${'ü'.repeat(50_000)}`);
    const [first] = await all.embedAll(openai.embeddings, { model: 'bytes' }, texts);
    assert.deepEqual(
      fake.seen.map(({ body }) => (body.input as string[]).length),
      [2, 2, 1],
    );
    const kept = [...(first ?? [])];
    first?.fill(7);
    assert.deepEqual((await all.embedAll(openai.embeddings, { model: 'bytes' }, texts))[0], kept);
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

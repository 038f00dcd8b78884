import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import { folderAssets } from '../../../src/assets';
import { createEngine, type Fix, helperText, readSettings } from '../../../src/core';
import { type FakeProviders, startFakeProviders } from '../../helpers/fakeProviders';
import { applyFix } from '../../helpers/rules';
import { load, makeFolder, typeErrors, writeHelpers } from '../../helpers/snippets';

interface Sample {
  ask(question: string, more?: object): Promise<string>;
  extract(question: string): Promise<{ kind: string }>;
  useTool(question: string): Promise<{ text: string; runs: number }>;
  talk(question: string, more?: object): Promise<{ text: string; ended: string }>;
  vector(text: string): Promise<number[]>;
  usage(question: string): Promise<{ tokens: number | undefined; at: Date }>;
}

const sample = `import { createOpenAI } from '@ai-sdk/openai';
import { embed, generateObject, generateText, stepCountIs, streamText, tool } from 'ai';
import { z } from 'zod';

const openai = createOpenAI({ baseURL: process.env.FAKE_OPENAI, apiKey: 'k' });

export async function ask(question: string, more: object = {}): Promise<string> {
  const { text } = await generateText({ model: openai.chat('gpt-5.1'), system: 'Answer.', prompt: question, maxRetries: 0 });
  return text + Object.keys(more).join();
}

export async function extract(question: string): Promise<{ kind: string }> {
  const { object } = await generateObject({ model: openai.chat('gpt-4.1'), schema: z.object({ kind: z.string() }), prompt: question, temperature: 0 });
  return object;
}

let runs = 0;
const count = tool({ description: 'Counts', inputSchema: z.object({}), execute: async () => ++runs });

export async function useTool(question: string): Promise<{ text: string; runs: number }> {
  const { text } = await generateText({ model: openai.chat('gpt-5.1'), prompt: question, tools: { count }, stopWhen: stepCountIs(3) });
  return { text, runs };
}

export async function talk(question: string): Promise<{ text: string; ended: string }> {
  let ended = '';
  const result = streamText({
    model: openai.chat('gpt-5.1'),
    prompt: question,
    onFinish: () => {
      ended = 'finished';
    },
    onAbort: () => {
      ended = 'stopped';
    },
  });
  let text = '';
  for await (const part of result.textStream) text += part;
  return { text, ended };
}

export async function vector(text: string): Promise<number[]> {
  const { embedding } = await embed({ model: openai.embedding('text-embedding-3-small'), value: text });
  return embedding;
}

export async function usage(question: string): Promise<{ tokens: number | undefined; at: Date }> {
  const answer = await generateText({ model: openai.chat('gpt-5.1'), prompt: question });
  return { tokens: answer.usage.inputTokens, at: answer.response.timestamp };
}
`;

const engine = createEngine(folderAssets(path.resolve(__dirname, '../../../dist/assets')), {
  today: () => '2026-11-24',
  onError: (stage, error) => {
    throw new Error(`${stage}: ${error}`);
  },
});

async function offersIn(text: string, name: string, settings = {}): Promise<Fix[]> {
  const analysis = await (await engine).analyze({ text, path: 'sample.ts' }, readSettings(settings).settings);
  const start = text.indexOf(`function ${name}(`);
  const end = text.indexOf('\n}\n', start);
  return analysis.refactorings?.({ start, end }) ?? [];
}

describe('actions on calls of the AI SDK, run through the real one', () => {
  const { folder, remove } = makeFolder();
  const log = path.join(folder, 'usage.jsonl');
  const saved = { FAKE_OPENAI: process.env.FAKE_OPENAI, PROMPT_COST_LOG: process.env.PROMPT_COST_LOG };
  let fake: FakeProviders;
  let answer: FakeProviders['answer'];
  const written: string[] = [];

  before(async () => {
    fake = await startFakeProviders();
    answer = fake.answer;
    process.env.FAKE_OPENAI = `${fake.url}/v1`;
    process.env.PROMPT_COST_LOG = log;
  });
  beforeEach(() => {
    fake.seen.length = 0;
    fake.answer = answer;
    rmSync(log, { force: true });
  });
  after(async () => {
    for (const [name, value] of Object.entries(saved)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await fake.close();
    remove();
  });

  /** The sample with actions applied one after the other, loaded. */
  async function apply(name: string, ...titles: string[]): Promise<Sample> {
    let text = sample;
    let helpers: string | null = null;
    for (const title of titles) {
      const fix = (await offersIn(text, name)).find((offer) => offer.title.startsWith(title));
      assert.ok(fix, `${title} is not offered in:\n${text}`);
      const changed = applyFix(text, fix.edits);
      if (fix.helpers) helpers = helperText(helpers, fix, text, readSettings({}).settings);
      const same = (list: Fix[]) => list.filter((offer) => offer.title.startsWith(title)).length;
      assert.equal(same(await offersIn(changed, name)), 0, `${title} is still offered`);
      text = changed;
    }
    const own = `sample${written.length}`;
    const files = [path.join(folder, `${own}.ts`), path.join(folder, `${own}Helpers.ts`)] as const;
    writeFileSync(files[0], text.replace('./promptCostHelpers', `./${own}Helpers`));
    if (helpers !== null) writeFileSync(files[1], helpers);
    written.push(files[0]);
    return load<Sample>(files[0]);
  }

  const rows = () =>
    existsSync(log)
      ? readFileSync(log, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Record<string, unknown>)
      : [];

  it('keep answers of generateText by model and parameters', async () => {
    const { ask } = await apply('ask', 'Cache the answers in this process');
    assert.match(await ask('Grüße, 世界'), /世界/);
    assert.match(await ask('Grüße, 世界'), /世界/);
    assert.equal(fake.seen.length, 1);
    await ask('another');
    assert.equal(fake.seen.length, 2);
    fake.answer = () => 500;
    await assert.rejects(ask('a failure'));
    fake.answer = answer;
    assert.match(await ask('a failure'), /a failure/);
  });

  it('give kept answers of generateText with their dates, and no tokens used', async () => {
    const { usage } = await apply('usage', 'Record what each call costs', 'Cache the answers in this process');
    const [first, second] = [await usage('Hi'), await usage('Hi')];
    assert.equal(fake.seen.length, 1);
    assert.equal(first.tokens, 1000);
    assert.equal(second.tokens, 0);
    assert.deepEqual(second.at, first.at);
    assert.equal(rows().length, 1);
  });

  it('keep answers of generateObject, and ask again for another model', async () => {
    fake.answer = () => '{"kind":"bill"}';
    const { extract } = await apply('extract', 'Cache the answers in this process');
    for (let round = 0; round < 2; round++) assert.deepEqual(await extract('What is it?'), { kind: 'bill' });
    assert.equal(fake.seen.length, 1);
  });

  it('say that tools run again on kept answers, and let them', async () => {
    fake.answer = ({ body }) => (JSON.stringify(body.messages).includes('tool_call_id') ? 'done' : 'call:count');
    const title = (await offersIn(sample, 'useTool')).find((offer) => offer.title.startsWith('Cache the answers in this process'))?.title;
    assert.equal(title, 'Cache the answers in this process (tools: they run again)');
    const { useTool } = await apply('useTool', 'Cache the answers in this process');
    assert.deepEqual(await useTool('Count'), { text: 'done', runs: 1 });
    assert.equal(fake.seen.length, 2);
    assert.equal((await useTool('Count')).runs, 2);
  });

  it('are not offered as a cache for streams, nor for models by name alone', async () => {
    const cache = (offer: Fix) => offer.title.startsWith('Cache the answers');
    assert.ok(!(await offersIn(sample, 'talk')).some(cache));
    assert.ok(!(await offersIn(sample.replaceAll("openai.chat('gpt-5.1')", "'openai/gpt-5.1'"), 'ask')).some(cache));
    assert.ok((await offersIn(sample, 'ask')).some(cache));
  });

  it('send simple calls to the small model of the same provider, and to the own one where it fails', async () => {
    const { ask } = await apply('ask', 'Send simple calls to gpt-6-luna');
    const models = () => fake.seen.map(({ body }) => body.model);
    await ask('Is this spam?');
    await ask('Prove that 2 is prime');
    assert.deepEqual(models(), ['gpt-6-luna', 'gpt-5.1']);
    fake.answer = ({ body }) => (body.model === 'gpt-6-luna' ? 404 : 'fine');
    const { warn } = console;
    console.warn = () => {};
    const text = await ask('Is this ham?').finally(() => {
      console.warn = warn;
    });
    assert.equal(text, 'fine');
  });

  it('limit the output to a price with the name that version 5 takes', async () => {
    const { ask } = await apply('ask', 'Limit one call to $0.010');
    await ask('Hi');
    assert.ok(Number(fake.seen[0]?.body.max_completion_tokens) > 100, JSON.stringify(fake.seen[0]?.body));
  });

  it('limit the output with the name that version 4 takes where the file uses version 4', async () => {
    const four =
      "import { openai } from '@ai-sdk/openai';\nimport { generateText } from 'ai';\n\nexport async function ask(question: string) {\n  return generateText({ model: openai('gpt-5.1'), system: 'Answer.', prompt: question, maxSteps: 3 });\n}\n";
    const fix = (await offersIn(four, 'ask')).find((offer) => offer.title.startsWith('Limit one call'));
    assert.match(applyFix(four, fix?.edits ?? []), /maxSteps: 3, maxTokens: \d+ \}/);
  });

  it('stop a stream of streamText at its limit, and leave short ones whole', async () => {
    const { talk } = await apply('talk', 'Stop the stream at 4,096 tokens');
    fake.answer = () => 'word '.repeat(6000);
    const long = await talk('Hi');
    assert.ok(long.text.length >= 4096 * 4 && long.text.length < 30_000, `${long.text.length}`);
    assert.equal(long.ended, 'stopped');
    assert.equal(fake.seen[0]?.body.max_completion_tokens, 4096);
    fake.answer = () => 'short';
    assert.deepEqual(await talk('Hi'), { text: 'short', ended: 'finished' });
  });

  it('record what streams cost when they end, and call the own onFinish', async () => {
    const { talk } = await apply('talk', 'Record what each call costs');
    assert.equal((await talk('Hi')).ended, 'finished');
    const [row] = rows();
    assert.deepEqual([row?.api, row?.model, row?.input, row?.cached, row?.output], ['ai-sdk.streamText', 'gpt-5.1', 600, 400, 100]);
  });

  it('record embeddings, which do not say their model', async () => {
    const { vector } = await apply('vector', 'Record what each call costs');
    assert.equal((await vector('Hi')).length, 2);
    assert.deepEqual(
      rows().map(({ model, input }) => [model, input]),
      [['text-embedding-3-small', 1]],
    );
  });

  it('record each step as a request of its own', async () => {
    fake.answer = ({ body }) => (JSON.stringify(body.messages).includes('tool_call_id') ? 'done' : 'call:count');
    const { useTool } = await apply('useTool', 'Record what each call costs');
    await useTool('Count');
    assert.deepEqual(
      rows().map(({ input, output }) => [input, output]),
      [
        [600, 100],
        [600, 100],
      ],
    );
  });

  it('are no early stop in version 4, where an aborted stream throws at its reader', async () => {
    const stops = async (more: string) =>
      (
        await offersIn(
          `import { openai } from '@ai-sdk/openai';\nimport { streamText } from 'ai';\n\nexport function talk(prompt: string) {\n  return streamText({ model: openai('gpt-5.1'), prompt${more} });\n}\n`,
          'talk',
        )
      ).filter(({ title }) => title.startsWith('Stop the stream')).length;
    assert.deepEqual([await stops(''), await stops(', maxSteps: 3')], [1, 0]);
  });

  it('count tokens as each version of the SDK says them', async () => {
    const { tokenUsageOf, withCostTracking } = await load<{
      tokenUsageOf(usage: unknown): unknown;
      withCostTracking<T extends object>(target: T, options: object): T;
    }>(writeHelpers(folder, ['cost-tracker'], {}, 'versions.mts'));
    const none = { audioInput: 0, audioOutput: 0, searches: 0 };
    const counts = { input: 500, cached: 400, cacheWrite: 100, cacheWrite1h: 0, output: 50, reasoning: 20, ...none };
    assert.deepEqual(tokenUsageOf({ promptTokens: 1000, completionTokens: 50 }), { ...counts, input: 1000, cached: 0, cacheWrite: 0, reasoning: 0 });
    const five = { inputTokens: 1000, cachedInputTokens: 400, outputTokens: 50, reasoningTokens: 20 };
    assert.deepEqual(tokenUsageOf(five), { ...counts, input: 600, cacheWrite: 0 });
    const details = { inputTokenDetails: { cacheReadTokens: 400, cacheWriteTokens: 100 }, outputTokenDetails: { reasoningTokens: 20 } };
    assert.deepEqual(tokenUsageOf({ inputTokens: 1000, outputTokens: 50, ...details }), counts);
    const options = { provider: 'openai', api: 'ai-sdk.generateText' };
    await withCostTracking(async () => ({ model: { provider: 'openai' }, response: { modelId: 'gpt-5.1' }, usage: five }), options)();
    assert.equal(rows()[0]?.model, 'gpt-5.1');
  });

  it('leave code that passes tsc --strict', function () {
    this.timeout(60_000);
    assert.ok(written.length > 7);
    assert.deepEqual(typeErrors(written), []);
  });
});

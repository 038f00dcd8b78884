// One table of contracts, (provider's answer → line of the log), run on the Python and the TypeScript tracker.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { runPython } from '../../helpers/runPython';
import { load, makeFolder, writeHelpers } from '../../helpers/snippets';

interface Contract {
  title: string;
  provider: string;
  answer: Record<string, unknown>;
  /** Fields of the line that are not 0 or null. */
  line: Record<string, unknown>;
  only?: 'python' | 'typescript';
}

const chat = (usage: object, line: object): Pick<Contract, 'answer' | 'line'> => ({ answer: { model: 'm', usage }, line: { ...line } });
const anthropicMetadata = { anthropic: { cacheCreationInputTokens: 100, usage: { cache_creation: { ephemeral_1h_input_tokens: 40 } } } };

const contracts: Contract[] = [
  {
    title: "OpenAI's cached and cache-write tokens are inside the input",
    provider: 'openai',
    answer: {
      id: 'chatcmpl-1',
      model: 'gpt-6-sol',
      service_tier: 'flex',
      usage: {
        prompt_tokens: 1000,
        completion_tokens: 100,
        total_tokens: 1100,
        prompt_tokens_details: { cached_tokens: 300, cache_write_tokens: 200 },
        completion_tokens_details: { reasoning_tokens: 30 },
      },
    },
    line: { id: 'chatcmpl-1', model: 'gpt-6-sol', tier: 'flex', input: 500, cached: 300, cacheWrite: 200, output: 100, reasoning: 30 },
  },
  {
    title: "so are those of OpenAI's Responses, writes for twelve hours apart",
    provider: 'openai',
    ...chat(
      {
        input_tokens: 1000,
        output_tokens: 100,
        total_tokens: 1100,
        input_tokens_details: {
          cached_tokens: 300,
          cache_write_tokens: 200,
          cache_write_tokens_details: { ttl_30m_tokens: 150, ttl_12h_tokens: 50 },
        },
        output_tokens_details: { reasoning_tokens: 30 },
      },
      { input: 500, cached: 300, cacheWrite: 150, cacheWrite1h: 50, output: 100, reasoning: 30 },
    ),
  },
  {
    title: "Anthropic's are outside; the tier, searches and speed are in its usage",
    provider: 'anthropic',
    ...chat(
      {
        input_tokens: 1000,
        output_tokens: 100,
        cache_read_input_tokens: 600,
        cache_creation_input_tokens: 300,
        cache_creation: { ephemeral_5m_input_tokens: 200, ephemeral_1h_input_tokens: 100 },
        server_tool_use: { web_search_requests: 3 },
        service_tier: 'priority',
        inference_geo: 'us',
        speed: 'fast',
      },
      {
        ...{ tier: 'priority', input: 1000, cached: 600, cacheWrite: 200, cacheWrite1h: 100, output: 100 },
        ...{ searches: 3, region: 'us', speed: 'fast' },
      },
    ),
  },
  {
    title: 'reasoning beside the completion, as the total says',
    provider: 'xai',
    ...chat(
      { prompt_tokens: 100, completion_tokens: 50, total_tokens: 350, completion_tokens_details: { reasoning_tokens: 200 } },
      { input: 100, output: 250, reasoning: 200 },
    ),
  },
  {
    title: 'reasoning inside the completion, as the total says',
    provider: 'xai',
    ...chat(
      { prompt_tokens: 100, completion_tokens: 250, total_tokens: 350, completion_tokens_details: { reasoning_tokens: 200 } },
      { input: 100, output: 250, reasoning: 200 },
    ),
  },
  {
    title: 'more reasoning than completion, where no total is said',
    provider: 'xai',
    ...chat(
      { prompt_tokens: 100, completion_tokens: 50, completion_tokens_details: { reasoning_tokens: 200 } },
      { input: 100, output: 250, reasoning: 200 },
    ),
  },
  {
    title: "DeepSeek's cache hits",
    provider: 'deepseek',
    ...chat(
      { prompt_tokens: 100, prompt_cache_hit_tokens: 64, prompt_cache_miss_tokens: 36, completion_tokens: 5, total_tokens: 105 },
      { input: 36, cached: 64, output: 5 },
    ),
  },
  {
    title: 'sound apart from text',
    provider: 'openai',
    ...chat(
      {
        ...{ prompt_tokens: 100, completion_tokens: 80, total_tokens: 180 },
        ...{ prompt_tokens_details: { audio_tokens: 60 }, completion_tokens_details: { audio_tokens: 50 } },
      },
      { input: 40, output: 30, audioInput: 60, audioOutput: 50 },
    ),
  },
  {
    title: "LiteLLM's usage of Claude",
    provider: 'anthropic',
    ...chat(
      {
        ...{ prompt_tokens: 1900, completion_tokens: 500, prompt_tokens_details: { cached_tokens: 600 } },
        ...{ cache_read_input_tokens: 600, cache_creation_input_tokens: 300 },
      },
      { input: 1000, cached: 600, cacheWrite: 300, output: 500 },
    ),
  },
  { title: 'embeddings', provider: 'openai', ...chat({ prompt_tokens: 1000, total_tokens: 1000 }, { input: 1000 }) },
  {
    title: 'Gemini: thoughts beside the answer, what tools fed in beside the prompt',
    provider: 'google',
    only: 'python',
    answer: {
      ...{ response_id: 'r', model_version: 'gemini-3.8-flash' },
      usage_metadata: {
        ...{ prompt_token_count: 100, cached_content_token_count: 40, tool_use_prompt_token_count: 10 },
        ...{ candidates_token_count: 20, thoughts_token_count: 70, total_token_count: 200 },
      },
    },
    line: { id: 'r', model: 'gemini-3.8-flash', input: 70, cached: 40, output: 90, reasoning: 70 },
  },
  {
    title: 'Gemini: thoughts beside the answer, what tools fed in beside the prompt',
    provider: 'google',
    only: 'typescript',
    answer: {
      ...{ responseId: 'r', modelVersion: 'gemini-3.8-flash' },
      usageMetadata: {
        ...{ promptTokenCount: 100, cachedContentTokenCount: 40, toolUsePromptTokenCount: 10 },
        ...{ candidatesTokenCount: 20, thoughtsTokenCount: 70, totalTokenCount: 200 },
      },
    },
    line: { id: 'r', model: 'gemini-3.8-flash', input: 70, cached: 40, output: 90, reasoning: 70 },
  },
  {
    title: 'AI SDK 5 leaves the cache out of the input of Claude',
    provider: 'anthropic',
    only: 'typescript',
    answer: {
      response: { id: 'a', modelId: 'm' },
      usage: { inputTokens: 500, cachedInputTokens: 800, outputTokens: 50, totalTokens: 550 },
      providerMetadata: anthropicMetadata,
    },
    line: { id: 'a', input: 500, cached: 800, cacheWrite: 60, cacheWrite1h: 40, output: 50 },
  },
  {
    title: 'AI SDK 5 has it inside the input of OpenAI, and says the tier',
    provider: 'openai',
    only: 'typescript',
    answer: {
      response: { modelId: 'm' },
      usage: { inputTokens: 1000, cachedInputTokens: 400, outputTokens: 50, reasoningTokens: 20, totalTokens: 1050 },
      providerMetadata: { openai: { serviceTier: 'default' } },
    },
    line: { tier: 'default', input: 600, cached: 400, output: 50, reasoning: 20 },
  },
  {
    title: 'AI SDK 6 has it inside the input of every provider',
    provider: 'anthropic',
    only: 'typescript',
    answer: {
      response: { modelId: 'm' },
      usage: {
        ...{ inputTokens: 1400, outputTokens: 50, totalTokens: 1450, cachedInputTokens: 800 },
        ...{ inputTokenDetails: { noCacheTokens: 500, cacheReadTokens: 800, cacheWriteTokens: 100 }, outputTokenDetails: {} },
      },
      providerMetadata: anthropicMetadata,
    },
    line: { input: 500, cached: 800, cacheWrite: 60, cacheWrite1h: 40, output: 50 },
  },
  {
    title: 'AI SDK 4 and Mistral',
    provider: 'mistral',
    only: 'typescript',
    ...chat({ promptTokens: 100, completionTokens: 50, totalTokens: 150 }, { input: 100, output: 50 }),
  },
];

const names = 'v time id provider api model tier label file line function promptHash input cached cacheWrite cacheWrite1h output reasoning ok'.split(
  ' ',
);

/** A line without time and place. */
const expected = ({ provider, line }: Contract) => ({
  ...{ v: 2, id: null, provider, api: 'x', model: 'm', tier: null, label: 'l', promptHash: 'h' },
  ...{ input: 0, cached: 0, cacheWrite: 0, cacheWrite1h: 0, output: 0, reasoning: 0, ok: true, ...line },
});

function check(contract: Contract, row: Record<string, unknown> | undefined) {
  assert.ok(row, contract.title);
  assert.deepEqual(Object.keys(row).slice(0, names.length), names, contract.title);
  const { time, file, line, function: name, ...rest } = row;
  assert.match(String(time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.deepEqual([typeof file, typeof line, name], ['string', 'number', 'ask_all'], contract.title);
  assert.deepEqual(rest, expected(contract), contract.title);
}

const forLanguage = (language: string) => contracts.filter(({ only }) => !only || only === language);

describe('the lines of the usage log, version 2', () => {
  const { folder, remove } = makeFolder();
  const log = path.join(folder, 'usage.jsonl');
  const saved = process.env.PROMPT_COST_LOG;
  after(() => {
    if (saved === undefined) delete process.env.PROMPT_COST_LOG;
    else process.env.PROMPT_COST_LOG = saved;
    remove();
  });

  it("are the same for the same answer in Python, whatever the provider's counters", async () => {
    const mine = forLanguage('python');
    const script = `from types import SimpleNamespace
answers = json.loads(r'''${JSON.stringify(mine.map(({ provider, answer }) => ({ provider, answer })))}''')


def ask_all():
    for each in answers:
        options = {"provider": each["provider"], "api": "x", "label": "l", "prompt_hash": "h"}
        with_cost_tracking(lambda: SimpleNamespace(**each["answer"]), **options)()


ask_all()
show([json.loads(line) for line in open(USAGE_LOG, encoding="utf-8")])`;
    const [rows] = (await runPython(['cost-tracker'], script)) as Record<string, unknown>[][];
    assert.equal(rows?.length, mine.length);
    for (const [index, contract] of mine.entries()) check(contract, rows?.[index]);
    assert.equal(rows?.[0]?.file, 'main.py');
  });

  it("are the same for the same answer in TypeScript, whatever the provider's counters", async () => {
    process.env.PROMPT_COST_LOG = log;
    const { withCostTracking } = await load<{ withCostTracking<T extends object>(target: T, options: object): T }>(
      writeHelpers(folder, ['cost-tracker']),
    );
    const mine = forLanguage('typescript');
    async function ask_all() {
      for (const { provider, answer } of mine) {
        await withCostTracking(async () => answer, { provider, api: 'x', label: 'l', promptHash: 'h' })();
      }
    }
    rmSync(log, { force: true });
    await ask_all();
    const rows = readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.equal(rows.length, mine.length);
    for (const [index, contract] of mine.entries()) check(contract, rows[index]);
    assert.match(String(rows[0]?.file), /test\/core\/snippets\/usageContracts\.test\.ts$/);
  });
});

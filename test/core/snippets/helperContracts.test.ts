// What helpers promise, once for both languages: each row runs in Python and in TypeScript and must come to the same.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { type Contract, type Helpers, testContracts } from '../../helpers/helperContracts';
import { hasPythonRedis, inFolder, pythonHelpers, runIn } from '../../helpers/runPython';
import { load, makeFolder, writeHelpers } from '../../helpers/snippets';

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const failing = [400, 401, 403, 404, 422, 429, 500, 529];
const router: Contract[] = [
  {
    name: 'asks the larger model only where it could answer otherwise',
    python: `import logging
logging.disable()
class Failed(Exception):
    pass
for status in ${JSON.stringify(failing)}:
    asked = []
    def create(model, messages):
        asked.append(model)
        error = Failed()
        error.status_code = status
        raise error
    try:
        with_model_router(create, small="small")(model="large", messages=[{"role": "user", "content": "Hi"}])
    except Failed:
        show(asked)`,
    async typescript({ withModelRouter }) {
      const printed: unknown[] = [];
      const { warn } = console;
      console.warn = () => {};
      for (const status of failing) {
        const asked: string[] = [];
        const create = async ({ model }: { model: string; messages: object[] }) => {
          asked.push(model);
          throw Object.assign(new Error(), { status });
        };
        const call = withModelRouter(create, { small: 'small' })({ model: 'large', messages: [{ role: 'user', content: 'Hi' }] });
        await call.catch(() => printed.push(asked));
      }
      console.warn = warn;
      return printed;
    },
    expected: failing.map((status) => ([400, 401, 403, 422].includes(status) ? ['small'] : ['small', 'large'])),
  },
];

/** Parameters of a call, and the requests that two such calls make. */
const cached: [parameters: object, requests: number][] = [
  [{}, 1],
  [{ temperature: 0.7 }, 1],
  [{ tools: [{ type: 'function', function: { name: 'f' } }] }, 1],
  [{ tools: [{ type: 'custom', name: 'f' }] }, 1],
  [{ store: false }, 1],
  [{ store: true }, 2],
  [{ background: true }, 2],
  [{ conversation: 'c' }, 2],
  [{ previous_response_id: 'r' }, 2],
  [{ container: 'c' }, 2],
  [{ mcp_servers: [{ url: 'u' }] }, 2],
  [{ web_search_options: { a: 1 } }, 2],
  ...['web_search', 'mcp', 'code_interpreter', 'computer_use_preview', 'bash_20250124'].map((type): [object, number] => [{ tools: [{ type }] }, 2]),
];
const options = { provider: 'openai', api: 'openai.chat.completions' };
const accounts = [
  ['https://a', 'k1'],
  ['https://a', 'k2'],
  ['https://b', 'k1'],
  ['https://a', 'k1'],
];
const cache: Contract[] = [
  {
    name: 'keeps what is pure and complete, and nothing else',
    python: `import openai
completions = with_response_cache(openai.OpenAI().chat.completions, provider="openai", api="openai.chat.completions", store=memory_store)
for number, given in enumerate(json.loads(${JSON.stringify(JSON.stringify(cached.map(([parameters]) => parameters)))})):
    stand_in.calls.clear()
    for _ in range(2):
        completions.create(model="m", messages=[{"role": "user", "content": str(number)}], **given)
    show(len(stand_in.calls))`,
    async typescript({ withResponseCache, memoryStore }) {
      const printed: unknown[] = [];
      for (const [number, [parameters]] of cached.entries()) {
        let requests = 0;
        const create = withResponseCache(async (_parameters: object) => ({ requests: ++requests }), { ...options, store: memoryStore });
        for (let call = 0; call < 2; call++) await create({ model: 'm', number, ...parameters });
        printed.push(requests);
      }
      return printed;
    },
    expected: cached.map(([, requests]) => requests),
  },
  {
    name: 'shares no answer between hosts and accounts',
    python: `from openai import _answers
class Completions:
    def __init__(self, base_url, api_key):
        self._client = type("Client", (), {"base_url": base_url, "api_key": api_key})()
    def create(self, **parameters):
        return _answers.chat(parameters)
for base_url, api_key in ${JSON.stringify(accounts)}:
    completions = with_response_cache(Completions(base_url, api_key), provider="openai", api="openai.chat.completions", store=memory_store)
    completions.create(model="m", messages=[{"role": "user", "content": "Hi"}])
    show(len(stand_in.calls))`,
    async typescript({ withResponseCache, memoryStore }) {
      let requests = 0;
      const printed: unknown[] = [];
      for (const [baseURL, apiKey] of accounts) {
        const completions = { _client: { baseURL, apiKey }, create: async (_parameters: object) => ({ requests: ++requests }) };
        await withResponseCache(completions, { ...options, store: memoryStore }).create({ model: 'accounts' });
        printed.push(requests);
      }
      return printed;
    },
    expected: [1, 2, 3, 3],
  },
  {
    name: 'makes one request of fifty equal calls at once, and one more after a failure that all of them see',
    python: `import openai
logging = __import__("logging").disable()


async def main():
    completions = with_response_cache_async(openai.AsyncOpenAI().chat.completions, provider="openai", api="openai.chat.completions", store=memory_store)
    question = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
    def fail(api, parameters):
        raise ValueError("down")
    kept, stand_in.answer = stand_in.answer, fail
    for _ in range(2):
        answers = await asyncio.gather(*[completions.create(**question) for _ in range(50)], return_exceptions=True)
        show([len(stand_in.calls), sum(isinstance(answer, ValueError) for answer in answers)])
        stand_in.answer = kept`,
    async typescript({ withResponseCache, memoryStore }) {
      let requests = 0;
      const create = async (_parameters: object) => {
        await wait(1);
        if (++requests === 1) throw new Error('down');
        return { requests };
      };
      const printed: unknown[] = [];
      for (let round = 0; round < 2; round++) {
        const calls = Array.from({ length: 50 }, () => withResponseCache(create, { ...options, store: memoryStore })({ model: 'fifty' }));
        const answers = await Promise.allSettled(calls);
        printed.push([requests, answers.filter(({ status }) => status === 'rejected').length]);
      }
      return printed;
    },
    expected: [
      [1, 50],
      [2, 0],
    ],
  },
];

/** Texts as letter and length in characters, and the sizes of the requests that they make. */
const embedded: [texts: [string, number][], requests: number[]][] = [
  [[], []],
  [Array.from({ length: 5000 }, (_, index): [string, number] => [String.fromCodePoint(0x4e00 + index), 1]), [2048, 2048, 904]],
  [
    [
      ['a', 200_000],
      ['b', 100_000],
      ['c', 1],
      ['d', 400_000],
      ['e', 1],
    ],
    [2, 1, 1, 1],
  ],
  [Array.from({ length: 5 }, (_, index): [string, number] => [String.fromCodePoint(0x3b1 + index), 75_001]), [1, 1, 1, 1, 1]],
  [Array.from({ length: 4 }, (_, index): [string, number] => [String.fromCodePoint(0x3b1 + index), 75_000]), [2, 2]],
  [
    [
      ['a', 3],
      ['b', 3],
      ['a', 3],
    ],
    [2],
  ],
];
const embeddings: Contract[] = [
  {
    name: 'puts at most 2,048 texts and 300,000 bytes in a request, and each text once',
    python: `import openai
for number, texts in enumerate(json.loads(${JSON.stringify(JSON.stringify(embedded.map(([texts]) => texts)))})):
    stand_in.calls.clear()
    embed_all(openai.OpenAI().embeddings.create, [letter * length for letter, length in texts], model=str(number))
    show([len(parameters["input"]) for _, parameters in stand_in.calls])`,
    async typescript({ embedAll }) {
      const printed: unknown[] = [];
      for (const [number, [texts]] of embedded.entries()) {
        const sizes: number[] = [];
        const create = async ({ input }: { input: string[] }) => {
          sizes.push(input.length);
          return { data: input.map((text, index) => ({ index, embedding: [text.length] })) };
        };
        await embedAll(
          { create },
          { model: String(number) },
          texts.map(([letter, length]) => letter.repeat(length)),
        );
        printed.push(sizes);
      }
      return printed;
    },
    expected: embedded.map(([, requests]) => requests),
  },
  {
    name: 'hands out lists that are the caller’s own',
    python: `import openai
create = openai.OpenAI().embeddings.create
first = embed_all(create, ["tent", "tent"], model="own")
kept = list(first[0])
first[0].append(7.0)
show([first[1] == kept, embed_all(create, ["tent"], model="own")[0] == kept])`,
    async typescript({ embedAll }) {
      const create = async ({ input }: { input: string[] }) => ({ data: input.map((text, index) => ({ index, embedding: [text.length] })) });
      const first = await embedAll({ create }, { model: 'own' }, ['tent', 'tent']);
      first[0]?.push(7);
      return [[first[1]?.length === 1, (await embedAll({ create }, { model: 'own' }, ['tent']))[0]?.length === 1]];
    },
    expected: [[true, true]],
  },
];

/** Where Redis can't be used, calls are answered all the same; `kept`: by an answer that is kept in the process. */
const withoutRedis = [
  { what: 'no package', url: 'redis://localhost:1', hasPackage: false, kept: true },
  { what: 'a URL that is none', url: 'localhost', hasPackage: true, kept: true },
  { what: 'an empty URL and no package', url: '', hasPackage: false, kept: true },
  { what: 'a Redis that is down', url: 'redis://127.0.0.1:1', hasPackage: true, kept: false },
];
const askTwice = (hasPackage: boolean) => `import logging, sys
logging.disable()
${hasPackage ? '' : 'sys.modules["redis"] = None\n'}import openai, stand_in
from prompt_cost_helpers import *
completions = with_response_cache(openai.OpenAI().chat.completions, provider="openai", api="openai.chat.completions", store=redis_store)
for _ in range(2):
    completions.create(model="m", messages=[{"role": "user", "content": "Hi"}])
print(len(stand_in.calls))`;

const prelude = 'import json\nfrom prompt_cost_helpers import *\n\n\ndef show(value):\n    print(json.dumps(value))\n\n\n';

describe('the helpers of both languages', () => {
  const { folder, remove } = makeFolder();
  const outside = mkdtempSync(path.join(tmpdir(), 'helpers-'));
  after(() => {
    remove();
    rmSync(outside, { recursive: true });
  });
  const ids = ['model-router', 'response-cache-memory', 'response-cache', 'embedding-batch'];
  const helpers = load<Helpers>(writeHelpers(folder, ids));

  describe('the router', () => testContracts(router, ids, helpers));
  describe('the cache', () => testContracts(cache, ids, helpers));
  describe('the batches of embeddings', () => testContracts(embeddings, ids, helpers));

  it('the cache keeps what a model of the AI SDK answers, but no turn of a stored conversation', async () => {
    const { withResponseCache, memoryStore } = await helpers;
    const requests: number[] = [];
    for (const providerOptions of [{}, { openai: { store: false } }, { openai: { previousResponseId: 'r' } }, { openai: { store: true } }]) {
      let asked = 0;
      const model = { provider: 'openai', modelId: 'm', doGenerate: async (_options: object) => ({ asked: ++asked }) };
      const generate = async (given: { model: typeof model }) => given.model.doGenerate({ prompt: [], providerOptions });
      const cachedCall = withResponseCache(generate, { ...options, api: 'ai-sdk.generateText', store: memoryStore });
      for (let call = 0; call < 2; call++) await cachedCall({ model });
      requests.push(asked);
    }
    assert.deepEqual(requests, [1, 1, 2, 2]);
  });

  for (const [index, { what, url, hasPackage, kept }] of withoutRedis.entries()) {
    it(`the cache answers with ${what}, in Python`, async function () {
      if (hasPackage && !hasPythonRedis()) return this.skip();
      const { printed, stderr } = await inFolder(
        { 'prompt_cost_helpers.py': pythonHelpers(['response-cache-redis']), 'main.py': askTwice(hasPackage) },
        (at) => runIn(at, { REDIS_URL: url }),
      );
      assert.deepEqual(printed, [kept ? 1 : 2], stderr);
    });

    it(`the cache answers with ${what}, in TypeScript`, async () => {
      const saved = process.env.REDIS_URL;
      const { warn } = console;
      process.env.REDIS_URL = url;
      console.warn = () => {};
      try {
        const file = writeHelpers(hasPackage ? folder : outside, ['response-cache-redis'], {}, `redis${index}.mts`);
        const { withResponseCache, redisStore } = await load<Helpers>(file);
        let requests = 0;
        const create = withResponseCache(async (_parameters: object) => ({ requests: ++requests }), { ...options, store: redisStore });
        for (let call = 0; call < 2; call++) await create({ model: 'm' });
        assert.equal(requests, kept ? 1 : 2);
      } finally {
        console.warn = warn;
        if (saved === undefined) delete process.env.REDIS_URL;
        else process.env.REDIS_URL = saved;
      }
    });
  }

  const largeLog = 65 * 1024 * 1024;

  it('the tracker sets a log past 64 MiB aside, unread, in Python', async () => {
    const script = `import os
open("usage.jsonl", "w").close()
os.truncate("usage.jsonl", ${largeLog})
from types import SimpleNamespace as Fields
answer = Fields(model="m", usage=Fields(prompt_tokens=1, completion_tokens=1))
with_cost_tracking(lambda: answer, provider="p", api="x")()
with open("usage.jsonl") as file:
    show([max(os.stat(name).st_size for name in os.listdir() if name.startswith("usage-")), sum(1 for _ in file)])`;
    assert.deepEqual(
      await inFolder({ 'prompt_cost_helpers.py': pythonHelpers(['cost-tracker']), 'main.py': `${prelude}${script}` }, async (at) => {
        const { printed, stderr } = await runIn(at, { PROMPT_COST_LOG: 'usage.jsonl' });
        assert.equal(stderr, '');
        return printed;
      }),
      [[largeLog, 1]],
    );
  });

  it('the tracker sets a log past 64 MiB aside, unread, in TypeScript', async () => {
    const saved = process.env.PROMPT_COST_LOG;
    const log = path.join(outside, 'usage.jsonl');
    process.env.PROMPT_COST_LOG = log;
    try {
      writeFileSync(log, '');
      truncateSync(log, largeLog);
      const { withCostTracking } = await load<Helpers>(writeHelpers(outside, ['cost-tracker'], {}, 'tracker.mts'));
      await withCostTracking(async () => ({ model: 'm', usage: { prompt_tokens: 1, completion_tokens: 1 } }), { provider: 'p', api: 'x' })();
      const [aside = ''] = readdirSync(outside).filter((name) => /^usage-\d{8}T\d+Z\.jsonl$/.test(name));
      assert.equal(statSync(path.join(outside, aside)).size, largeLog);
      assert.equal(readFileSync(log, 'utf8').trim().split('\n').length, 1);
    } finally {
      if (saved === undefined) delete process.env.PROMPT_COST_LOG;
      else process.env.PROMPT_COST_LOG = saved;
    }
  });
});

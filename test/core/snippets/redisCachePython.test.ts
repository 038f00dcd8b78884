// The inserted Python runs for real against a real Redis (Debian's redis-server and python3-redis); `openai` is a small stand-in
// with the same call surface (test/helpers/pythonStandIns).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { freePort, hasRedisServer, type RedisServer, startRedis, startStallingProxy } from '../../helpers/redisServer';
import { hasPythonRedis, inFolder, pythonHelpers, runIn, runPython } from '../../helpers/runPython';

const ids = ['response-cache-redis'];

const chat = `import openai

client = openai.OpenAI()


def ask(text="Hi", **changes):
    cached = with_response_cache(client.chat.completions, provider="openai", api="openai.chat.completions", namespace="shop", store=redis_store)
    return cached.create(**{"model": "gpt-4o", "messages": [{"role": "user", "content": text}], **changes})


`;

const asyncChat = `import openai


async def ask(client, text="Hi"):
    options = {"provider": "openai", "api": "openai.chat.completions", "namespace": "shop", "store": redis_store}
    return await with_response_cache_async(client.chat.completions, **options).create(model="gpt-4o", messages=[{"role": "user", "content": text}])


`;

describe('the store in Redis, in Python, without a Redis to reach', () => {
  const main = (before: string) => `import json, os, sys
${before}
from prompt_cost_helpers import *

redis_store.set("key", "text")
print(json.dumps(redis_store.get("key")))
`;
  for (const [title, before] of [
    ['no package', 'sys.modules["redis"] = None'],
    ['a URL that is none', 'os.environ["REDIS_URL"] = "localhost"'],
  ] as const)
    it(`keeps answers in the process with ${title}, and warns once`, async () => {
      await inFolder({ 'prompt_cost_helpers.py': pythonHelpers(ids), 'main.py': main(before) }, async (folder) => {
        const { printed, stderr, status } = await runIn(folder);
        assert.deepEqual([printed, status], [['text'], 0], stderr);
        assert.equal(stderr.match(/without Redis/g)?.length, 1);
      });
    });
});

const missing = [hasRedisServer() ? '' : 'redis-server', hasPythonRedis() ? '' : 'python3-redis'].filter(Boolean).join(' and ');

describe(`the response cache in Redis, in Python${missing && ` (not run: ${missing} is not installed)`}`, () => {
  let redis: RedisServer;
  before(async function () {
    if (missing) return this.skip();
    redis = await startRedis();
  });
  after(() => redis?.stop());

  const run = (script: string, env: Record<string, string> = {}) => {
    redis.command('FLUSHALL');
    return runPython(ids, script, { env: { REDIS_URL: redis.url, ...env } });
  };

  it('answers from Redis, and calls again when a parameter differs', async () => {
    const script = `${chat}first, second = ask("Grüße 😀"), ask("Grüße 😀")
show([first == second, second.choices[0].message.content, len(stand_in.calls)])
ask("Grüße 😀", seed=1)
ask("Grüße 😀", model="gpt-4o-mini")
ask(model="gpt-4o", text="Grüße 😀")
show(len(stand_in.calls))`;
    assert.deepEqual(await run(script), [[true, 'gpt-4o on: Grüße 😀', 1], 3]);
    assert.equal(redis.command('DBSIZE'), '3');
  });

  it('gives each answer the time of the settings, and calls again once Redis has dropped it', async () => {
    redis.command('FLUSHALL');
    const script = `${chat}ask()
show(redis_store._redis.ttl(redis_store._redis.keys()[0]))
redis_store._redis.pexpire(redis_store._redis.keys()[0], 1)
while redis_store._redis.keys():
    pass
ask()
show(len(stand_in.calls))`;
    const [ttl, calls] = await runPython(ids, script, { env: { REDIS_URL: redis.url }, settings: { cacheTtlSeconds: 600 } });
    assert.ok(Number(ttl) > 590 && Number(ttl) <= 600, `ttl ${ttl}`);
    assert.equal(calls, 2);
  });

  it('shares answers between processes, two at once too', async () => {
    redis.command('FLUSHALL');
    const main = `import json, threading, openai, stand_in\nfrom prompt_cost_helpers import *\n\n\ndef show(value):\n    print(json.dumps(value))\n\n\n${chat}
show([ask(str(number)).choices[0].message.content == f"gpt-4o on: {number}" for number in range(50)].count(True))\n`;
    await inFolder({ 'prompt_cost_helpers.py': pythonHelpers(ids), 'main.py': main }, async (folder) => {
      const env = { REDIS_URL: redis.url, STAND_IN_LOG: join(folder, 'calls.log') };
      const both = await Promise.all([runIn(folder, env), runIn(folder, env)]);
      assert.deepEqual(
        both.map(({ printed, stderr }) => [printed, stderr]),
        [
          [[50], ''],
          [[50], ''],
        ],
      );
      const calls = () => readFileSync(join(folder, 'calls.log'), 'utf8').trim().split('\n').length;
      const sent = calls();
      assert.ok(sent >= 50 && sent <= 100, `${sent} calls`);
      assert.deepEqual((await runIn(folder, env)).printed, [50]);
      assert.equal(calls(), sent, 'a third process had to call');
    });
  });

  it('calls without the cache when Redis is down, asks it once, and says so', async () => {
    const script = `import logging
messages = []
logging.getLogger("prompt_cost_helpers").addHandler(logging.Handler())
logging.getLogger("prompt_cost_helpers").handlers[0].emit = lambda record: messages.append(record.getMessage())
${chat}show([ask().choices[0].message.content, ask().choices[0].message.content, len(stand_in.calls)])
show([len(messages), messages[0][:30]])`;
    const result = await run(script, { REDIS_URL: `redis://127.0.0.1:${await freePort()}/0` });
    assert.deepEqual(result, [
      ['gpt-4o on: Hi', 'gpt-4o on: Hi', 2],
      [1, 'Response cache without Redis: '],
    ]);
  });

  it('calls without the cache when Redis takes the connection and hangs', async () => {
    const stalled = await startStallingProxy(redis.port);
    try {
      const script = `import logging
logging.disable()
${chat}show([ask().choices[0].message.content, ask().choices[0].message.content, len(stand_in.calls)])`;
      assert.deepEqual(await run(script, { REDIS_URL: stalled.url }), [['gpt-4o on: Hi', 'gpt-4o on: Hi', 2]]);
      assert.equal(stalled.connections(), 1, 'a hanging Redis is asked once, then left alone');
    } finally {
      await stalled.stop();
    }
  });

  it('asks Redis again after its rest', async () => {
    const script = `import logging, time
logging.disable()
${chat}now = time.monotonic()
redis_store._rest(OSError())
ask()
show(redis_store._redis.dbsize())
time.monotonic = lambda: now + REDIS_REST_SECONDS + 1
ask()
ask()
show([redis_store._redis.dbsize(), len(stand_in.calls)])`;
    assert.deepEqual(await run(script), [0, [1, 2]]);
  });

  it('works for awaited calls, in one event loop after another', async () => {
    const script = `import logging
logging.disable()
${asyncChat}async def twice():
    client = openai.AsyncOpenAI()
    answers = [await ask(client), *await asyncio.gather(ask(client), ask(client))]
    show([all(answer == answers[0] for answer in answers), len(stand_in.calls)])
    await redis_store._client().close()

asyncio.run(twice())
asyncio.run(twice())`;
    assert.deepEqual(await run(script), [
      [true, 1],
      [true, 1],
    ]);
  });

  it('awaits the call without the cache when Redis is down or hangs', async () => {
    const script = `import logging
logging.disable()
${asyncChat}async def main():
    client = openai.AsyncOpenAI()
    show([(await ask(client)).choices[0].message.content, (await ask(client)).choices[0].message.content, len(stand_in.calls)])`;
    const expected = [['gpt-4o on: Hi', 'gpt-4o on: Hi', 2]];
    assert.deepEqual(await run(script, { REDIS_URL: `redis://127.0.0.1:${await freePort()}/0` }), expected);
    const stalled = await startStallingProxy(redis.port);
    try {
      assert.deepEqual(await run(script, { REDIS_URL: stalled.url }), expected);
    } finally {
      await stalled.stop();
    }
  });
});

import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import Anthropic from '@anthropic-ai/sdk';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import OpenAI from 'openai';
import { createClient } from 'redis';
import { type FakeProviders, startFakeProviders } from '../../helpers/fakeProviders';
import { load, makeFolder, writeHelpers } from '../../helpers/snippets';

interface Store {
  get(key: string): Promise<string | null>;
  set(key: string, text: string): Promise<void>;
}
interface Helpers {
  withResponseCache<T extends object>(target: T, options: { provider: string; api: string; store: Store; namespace?: string }): T;
  responseKey(provider: string, api: string, namespace: string, call: unknown): string | null;
  memoryStore: Store;
  redisStore: Store;
}

const ask = { model: 'gpt-4o', temperature: 0, messages: [{ role: 'user' as const, content: 'Grüße, 世界 👋' }] };

describe('the TypeScript response cache, run', () => {
  const { folder, remove } = makeFolder();
  let fake: FakeProviders;
  let openai: OpenAI;
  let anthropic: Anthropic;
  let copies = 0;

  before(async () => {
    fake = await startFakeProviders();
    openai = new OpenAI({ apiKey: 'k', baseURL: `${fake.url}/v1`, maxRetries: 0 });
    anthropic = new Anthropic({ apiKey: 'k', baseURL: fake.url, maxRetries: 0 });
  });
  beforeEach(() => {
    fake.seen.length = 0;
  });
  after(async () => {
    await fake.close();
    remove();
  });

  /** A copy of the helpers with a state of its own. */
  const helpers = (settings = {}) =>
    load<Helpers>(writeHelpers(folder, ['response-cache-memory', 'response-cache-redis'], settings, `helpers${++copies}.mts`));
  const chat = ({ withResponseCache }: Helpers, store: Store, namespace = '') =>
    withResponseCache(openai.chat.completions, { provider: 'openai', api: 'openai.chat.completions', store, namespace });

  it('answers the same call once, whatever the order of its parameters, in any script', async () => {
    const all = await helpers();
    const first = await chat(all, all.memoryStore).create(ask);
    const second = await chat(all, all.memoryStore).create({
      messages: [{ content: 'Grüße, 世界 👋', role: 'user' }],
      temperature: 0,
      model: 'gpt-4o',
    });
    assert.equal(fake.seen.length, 1);
    assert.deepEqual(second, JSON.parse(JSON.stringify(first)));
    assert.match(second.choices[0]?.message.content ?? '', /世界 👋/);
  });

  it('asks again when anything that decides the answer differs', async () => {
    const all = await helpers();
    const variants: object[] = [
      ask,
      { ...ask, model: 'gpt-4o-mini' },
      { ...ask, temperature: 0.1 },
      { ...ask, seed: 1 },
      { ...ask, max_completion_tokens: 5 },
      { ...ask, messages: [{ role: 'system', content: 'Grüße, 世界 👋' }] },
      { ...ask, messages: [...ask.messages, ...ask.messages] },
      { ...ask, response_format: { type: 'json_object' } },
    ];
    for (const variant of [...variants, ...variants]) await chat(all, all.memoryStore).create(variant as typeof ask);
    for (const namespace of ['a', 'b', 'a']) await chat(all, all.memoryStore, namespace).create(ask);
    await all.withResponseCache(openai.chat.completions, { provider: 'azure', api: 'openai.chat.completions', store: all.memoryStore }).create(ask);
    assert.equal(fake.seen.length, variants.length + 3);
  });

  it('keeps answers of the Responses API and of Anthropic whole', async () => {
    const all = await helpers();
    for (const round of [1, 2]) {
      const response = await all
        .withResponseCache(openai.responses, { provider: 'openai', api: 'openai.responses', store: all.memoryStore })
        .create({ model: 'gpt-4o', input: 'Hi' });
      assert.equal(response.output_text, 'said "Hi"', `round ${round}`);
      const message = await all
        .withResponseCache(anthropic.messages, { provider: 'anthropic', api: 'anthropic.messages', store: all.memoryStore })
        .create({ model: 'claude', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] });
      assert.match(message.content[0]?.type === 'text' ? message.content[0].text : '', /Hi/);
    }
    assert.equal(fake.seen.length, 2);
  });

  it('lets streams and failures through, and keeps neither', async () => {
    const all = await helpers();
    for (let round = 0; round < 2; round++) {
      let text = '';
      for await (const chunk of await chat(all, all.memoryStore).create({ ...ask, stream: true })) text += chunk.choices[0]?.delta.content ?? '';
      assert.match(text, /^said/);
    }
    const { answer } = fake;
    fake.answer = () => 500;
    await assert.rejects(chat(all, all.memoryStore).create(ask));
    fake.answer = answer;
    await chat(all, all.memoryStore).create(ask);
    assert.equal(fake.seen.length, 4);
  });

  it('forgets after the time to live, and the least recently used first', async () => {
    const all = await helpers({ cacheTtlSeconds: 60 });
    const { now } = Date;
    try {
      await chat(all, all.memoryStore).create(ask);
      Date.now = () => now() + 59_000;
      await chat(all, all.memoryStore).create(ask);
      assert.equal(fake.seen.length, 1);
      Date.now = () => now() + 61_000;
      await chat(all, all.memoryStore).create(ask);
      assert.equal(fake.seen.length, 2);
    } finally {
      Date.now = now;
    }
    for (let index = 0; index < 1000; index++) {
      await all.memoryStore.set(`key${index}`, 'x');
      await all.memoryStore.get('key0');
    }
    await all.memoryStore.set('one more', 'x');
    assert.equal(await all.memoryStore.get('key0'), 'x');
    assert.equal(await all.memoryStore.get('key1'), null);
  });

  it('makes no key of what has no stable text', async () => {
    const { responseKey } = await helpers();
    const key = (call: unknown) => responseKey('p', 'a', '', call);
    assert.equal(key({ a: 1, b: { c: 2, d: undefined } }), key({ b: { c: 2 }, a: 1 }));
    assert.equal(key({ signal: new AbortController().signal }), key({}));
    for (const value of [() => 1, new Map([[1, 2]]), 10n]) assert.equal(key({ value }), null);
  });

  describe('with a real Redis', () => {
    let redis: { process: ChildProcess; port: number };
    let proxies: { close(): void }[] = [];
    const saved = process.env.REDIS_URL;
    const { warn } = console;

    before(async () => {
      redis = await startRedis();
    });
    beforeEach(async () => {
      process.env.REDIS_URL = `redis://127.0.0.1:${redis.port}`;
      console.warn = () => {};
      const client = createClient({ url: process.env.REDIS_URL });
      await client.connect();
      await client.flushAll();
      client.destroy();
    });
    afterEach(() => {
      console.warn = warn;
      for (const proxy of proxies) proxy.close();
      proxies = [];
      if (saved === undefined) delete process.env.REDIS_URL;
      else process.env.REDIS_URL = saved;
    });
    after(() => redis.process.kill());

    it('shares answers and gives them the time to live', async () => {
      const [one, two] = [await helpers({ cacheTtlSeconds: 60 }), await helpers()];
      await chat(one, one.redisStore).create(ask);
      const answer = await chat(two, two.redisStore).create(ask);
      assert.equal(fake.seen.length, 1);
      assert.match(answer.choices[0]?.message.content ?? '', /世界 👋/);
      const client = createClient({ url: process.env.REDIS_URL ?? '' });
      await client.connect();
      const [key = ''] = await client.keys('llm:*');
      const ttl = await client.ttl(key);
      assert.ok(ttl > 0 && ttl <= 60, `${ttl}`);
      await client.expire(key, 0);
      client.destroy();
      await chat(two, two.redisStore).create(ask);
      assert.equal(fake.seen.length, 2);
    });

    it('keeps answers in the process where the URL is none, and warns once', async () => {
      process.env.REDIS_URL = 'localhost';
      const all = await helpers();
      for (let round = 0; round < 2; round++) assert.ok((await chat(all, all.redisStore).create(ask)).choices.length);
      assert.equal(fake.seen.length, 1);
    });

    it('makes one request of fifty equal calls at once', async () => {
      const all = await helpers();
      const answers = await Promise.all(Array.from({ length: 50 }, () => chat(all, all.memoryStore).create(ask)));
      assert.equal(fake.seen.length, 1);
      assert.equal(new Set(answers).size, 50);
    });

    it('asks the provider when Redis is down', async () => {
      const free = await freePort();
      process.env.REDIS_URL = `redis://127.0.0.1:${free}`;
      const all = await helpers();
      for (let round = 0; round < 2; round++) assert.ok((await chat(all, all.redisStore).create(ask)).choices.length);
      assert.equal(fake.seen.length, 2);
    });

    it('asks the provider when Redis does not answer', async () => {
      const stalled = await startProxy(redis.port, true);
      proxies.push(stalled);
      process.env.REDIS_URL = `redis://127.0.0.1:${stalled.port}`;
      const all = await helpers();
      assert.ok((await chat(all, all.redisStore).create(ask)).choices.length);
      assert.equal(fake.seen.length, 1);
    });

    it('asks the provider when Redis goes away between two calls', async () => {
      const proxy = await startProxy(redis.port, false);
      proxies.push(proxy);
      process.env.REDIS_URL = `redis://127.0.0.1:${proxy.port}`;
      const all = await helpers();
      await chat(all, all.redisStore).create(ask);
      await chat(all, all.redisStore).create(ask);
      assert.equal(fake.seen.length, 1);
      proxy.close();
      assert.ok((await chat(all, all.redisStore).create(ask)).choices.length);
      assert.equal(fake.seen.length, 2);
    });

    it('serves two processes at once, which end by themselves', async function () {
      this.timeout(120_000);
      writeHelpers(folder, ['response-cache-redis'], {}, 'shared.mts');
      const script = path.join(folder, 'process.mts');
      writeFileSync(
        script,
        `import OpenAI from 'openai';
import { redisStore, withResponseCache } from './shared.mts';
const client = new OpenAI({ apiKey: 'k', baseURL: '${fake.url}/v1' });
const answers = [];
for (let round = 0; round < 3; round++) {
  const answer = await withResponseCache(client.chat.completions, { provider: 'openai', api: 'x', store: redisStore }).create(${JSON.stringify(ask)});
  answers.push(answer.choices[0].message.content);
}
console.log(new Set(answers).size, answers[0]);`,
      );
      const run = () => promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env: process.env });
      const outputs = await Promise.all([run(), run()]);
      for (const { stdout } of outputs) assert.match(stdout, /^1 said .*世界/);
      assert.ok(fake.seen.length >= 1 && fake.seen.length <= 2, `${fake.seen.length}`);
    });
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function startRedis(): Promise<{ process: ChildProcess; port: number }> {
  const port = await freePort();
  const child = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise<void>((ready, failed) => {
    child.on('error', failed);
    child.on('exit', () => failed(new Error('redis-server ended')));
    child.stdout.on('data', (data) => String(data).includes('Ready to accept connections') && ready());
  });
  return { process: child, port };
}

/** Passes bytes on to a port, or swallows them. */
async function startProxy(to: number, stalls: boolean): Promise<{ port: number; close(): void }> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    if (stalls) return;
    const target = connect(to, '127.0.0.1');
    sockets.push(target);
    target.on('error', () => {});
    socket.pipe(target).pipe(socket);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

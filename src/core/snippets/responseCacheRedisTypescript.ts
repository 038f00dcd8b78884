import type { Snippet } from './snippet';

/** Keeps answers in Redis, for all processes. A dead or slow Redis costs a moment, never the answer. */
export default {
  id: 'response-cache-redis',
  language: 'typescript',
  exports: ['redisStore'],
  imports: [],
  requires: ['response-cache', 'response-cache-memory'],
  code: ({ cacheTtlSeconds }) => `const redisTtlSeconds = ${cacheTtlSeconds};
/** Past this the call is made without the cache. */
const redisPatienceMs = 250;
/** How long Redis is left alone after it failed. */
const redisRestMs = 10_000;

type RedisConnection = Awaited<ReturnType<typeof createRedisClient>>;
let redisConnection: Promise<RedisConnection> | null = null;
let redisRestsUntil = 0;
let redisUsable: Promise<boolean> | null = null;

async function createRedisClient() {
  const { createClient } = await import('redis');
  const url = process.env.REDIS_URL || 'redis://127.0.0.1:6379';
  return createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: redisPatienceMs, reconnectStrategy: false } });
}

async function connectRedis(): Promise<RedisConnection> {
  const client = await createRedisClient();
  // Failures reach the caller of each command; without a listener they would end the process.
  client.on('error', () => undefined);
  await client.connect();
  client.unref();
  return client;
}

/** What Redis answers, or null where it fails or takes too long. */
async function askRedis<R>(ask: (client: RedisConnection) => Promise<R>): Promise<R | null> {
  if (Date.now() < redisRestsUntil) return null;
  redisConnection ??= connectRedis();
  const connection = redisConnection;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in ' + redisPatienceMs + ' ms')), redisPatienceMs);
  });
  try {
    return await Promise.race([connection.then(ask), tooLate]);
  } catch (error) {
    if (redisConnection === connection) {
      console.warn('Response cache without Redis:', error);
      redisRestsUntil = Date.now() + redisRestMs;
      redisConnection = null;
      connection.then((client) => client.destroy()).catch(() => undefined);
    }
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** Is the package there, and the URL one? */
const isRedisUsable = (): Promise<boolean> =>
  (redisUsable ??= createRedisClient().then(
    () => true,
    (error: unknown) => {
      console.warn('Response cache in this process, without Redis:', error);
      return false;
    },
  ));

/** Redis at REDIS_URL. Without the package, or with a URL that is none, answers are kept in this process. */
export const redisStore: ResponseStore = {
  get: async (key) => ((await isRedisUsable()) ? askRedis((client) => client.get(key)) : memoryStore.get(key)),
  async set(key, text) {
    if (!(await isRedisUsable())) return memoryStore.set(key, text);
    await askRedis((client) => client.set(key, text, { expiration: { type: 'EX', value: redisTtlSeconds } }));
  },
};`,
} satisfies Snippet;

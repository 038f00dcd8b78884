import type { Snippet } from './snippet';

/** Keeps answers in Redis, for all processes. A dead or slow Redis costs a moment, never the answer. */
export default {
  id: 'response-cache-redis',
  language: 'typescript',
  exports: ['redisStore'],
  imports: ["import { createClient } from 'redis';"],
  requires: ['response-cache'],
  code: ({ cacheTtlSeconds }) => `const redisTtlSeconds = ${cacheTtlSeconds};
/** Past this the call is made without the cache. */
const redisPatienceMs = 250;
/** How long Redis is left alone after it failed. */
const redisRestMs = 10_000;

type RedisConnection = ReturnType<typeof createRedisClient>;
let redisConnection: Promise<RedisConnection> | null = null;
let redisRestsUntil = 0;

function createRedisClient() {
  const url = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';
  return createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: redisPatienceMs, reconnectStrategy: false } });
}

async function connectRedis(): Promise<RedisConnection> {
  const client = createRedisClient();
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

/** Redis at REDIS_URL. */
export const redisStore: ResponseStore = {
  get: (key) => askRedis((client) => client.get(key)),
  async set(key, text) {
    await askRedis((client) => client.set(key, text, { expiration: { type: 'EX', value: redisTtlSeconds } }));
  },
};`,
} satisfies Snippet;

import type { Snippet } from './snippet';

/** An exact-match cache of answers, over a store in the process or in Redis. */
export default {
  id: 'response-cache',
  language: 'typescript',
  exports: ['withResponseCache', 'responseKey'],
  imports: ["import { createHash } from 'node:crypto';"],
  requires: ['wrapped'],
  code: () => `/** Keeps texts for a time. Never fails: what it cannot do counts as not kept. */
export interface ResponseStore {
  get(key: string): Promise<string | null>;
  set(key: string, text: string): Promise<void>;
}

export interface ResponseCacheOptions {
  provider: string;
  api: string;
  store: ResponseStore;
  /** Keeps tenants apart: give each one its own where answers must not be shared. */
  namespace?: string;
}

/** Calls with the same parameters get the answer that was kept. Streams always go through. */
export function withResponseCache<T extends object>(target: T, { provider, api, store, namespace = '' }: ResponseCacheOptions): T {
  return wrapped(target, async (call, args, name) => {
    const [parameters] = args as [{ stream?: unknown } | undefined];
    const key = parameters?.stream ? null : responseKey(provider, api, namespace, [name, args]);
    const kept = key === null ? undefined : readAnswer(await store.get(key));
    if (kept !== undefined) return kept;
    const answer = await call(...args);
    if (key !== null) await store.set(key, JSON.stringify(answer));
    return answer;
  });
}

/**
 * A hash of all that decides an answer, whatever the order of the parameters.
 * null where a value has no stable text (a function, a file, an object of your own): such a call must not be cached.
 */
export function responseKey(provider: string, api: string, namespace: string, call: unknown): string | null {
  let stable = true;
  const inOrder = (_name: string, value: unknown): unknown => {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') stable = false;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    // A signal may end the call, but does not change its answer.
    if (value instanceof AbortSignal) return undefined;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) stable = false;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  try {
    const text = JSON.stringify([provider, api, namespace, call], inOrder);
    return stable ? 'llm:' + createHash('sha256').update(text).digest('hex') : null;
  } catch {
    return null;
  }
}

function readAnswer(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}`,
} satisfies Snippet;

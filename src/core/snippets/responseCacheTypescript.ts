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

/** Calls with the same parameters, host and account get the answer that was kept; equal ones at once share one request. */
export function withResponseCache<T extends object>(target: T, { provider, api, store, namespace = '' }: ResponseCacheOptions): T {
  return wrapped(target, async (call, args, name) => {
    const [parameters, ...rest] = args as [{ stream?: unknown; model?: unknown } | undefined, ...unknown[]];
    if (api.startsWith('ai-sdk.')) {
      const model = parameters?.model;
      if (!isLanguageModel(model)) return call(...args);
      // The result has getters, which no store keeps. What its model answers can be kept; tools run again on it.
      const cached = wrapped(model, (ask, given, method) => {
        const isPure = method === 'doGenerate' && isCacheable(given[0]);
        const key = isPure ? responseKey(provider, api, namespace, [model.provider, model.modelId, given]) : null;
        return key === null ? ask(...given) : answerOnce(store, key, () => ask(...given), withoutUsage);
      });
      return call({ ...parameters, model: cached }, ...rest);
    }
    const key = isCacheable(parameters) ? responseKey(provider, api, namespace, [name, accountOf(target), args]) : null;
    return key === null ? call(...args) : answerOnce(store, key, () => call(...args));
  });
}

/** Only what is pure and complete: no streams, background jobs, conversations or threads that are stored, nor tools that the provider runs. */
function isCacheable(parameters: unknown): boolean {
  const body = (parameters ?? {}) as Record<string, unknown>;
  // The AI SDK hands on what is a provider's own under the provider's name.
  const given: [name: string, value: unknown][] = [body, ...Object.values(body.providerOptions ?? {})].flatMap((options: object) => Object.entries(options));
  const changing = ['stream', 'background', 'previousresponseid', 'conversation', 'websearchoptions', 'mcpservers', 'container'];
  if (given.some(([name, value]) => (name === 'store' ? value === true : value && changing.includes(name.replaceAll('_', '').toLowerCase())))) return false;
  const tools: unknown[] = Array.isArray(body.tools) ? body.tools : [];
  return tools.every((tool) => ['function', 'custom'].includes(String((tool as { type?: unknown } | null)?.type ?? 'custom')));
}

/** A job that is not done, or one that failed. */
const isComplete = (answer: unknown): boolean => ((answer as { status?: unknown } | null)?.status ?? 'completed') === 'completed';

/** Host and account of an SDK's object. */
function accountOf(target: object): unknown[] {
  const client = (target as { _client?: unknown })._client ?? {};
  const texts = ['baseURL', 'apiKey', 'authToken', 'organization', 'project'].map((name) => (client as Record<string, unknown>)[name]);
  return texts.map((text) => (typeof text === 'string' ? text : null));
}

const isLanguageModel = (value: unknown): value is { provider: string; modelId: string } =>
  typeof value === 'object' && value !== null && 'doGenerate' in value;

/** An answer as it is kept: the second time it uses no tokens. */
const withoutUsage = (answer: unknown): unknown => {
  const { usage } = answer as { usage?: unknown };
  const none: unknown = JSON.parse(JSON.stringify(usage ?? null), (_name, value: unknown) => (typeof value === 'number' ? 0 : value));
  return { ...(answer as object), usage: none };
};

const answersUnderway = new Map<string, Promise<string | null>>();

async function answerOnce(store: ResponseStore, key: string, ask: () => unknown, toKeep = (answer: unknown) => answer): Promise<unknown> {
  const underway = answersUnderway.get(key);
  if (underway) {
    // What another caller broke off, or cannot be shared, is asked anew.
    const shared = await underway.catch((error: unknown) => {
      if (/abort/i.test((error as Error | null)?.constructor.name + ' ' + (error as Error | null)?.name)) return null;
      throw error;
    });
    return readAnswer(shared) ?? ask();
  }
  let answer: unknown;
  const text = (async () => {
    const kept = await store.get(key);
    answer = readAnswer(kept);
    if (answer !== undefined) return kept;
    answer = await ask();
    const written = isComplete(answer) ? writeAnswer(toKeep(answer)) : null;
    if (written !== null) await store.set(key, written);
    return written;
  })();
  answersUnderway.set(key, text);
  try {
    await text;
    return answer;
  } finally {
    answersUnderway.delete(key);
  }
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

/** null for an answer with bytes, which are not worth keeping as text. Dates stay dates. */
function writeAnswer(answer: unknown): string | null {
  let whole = true;
  const text = JSON.stringify(answer, function (this: Record<string, unknown>, name: string, value: unknown): unknown {
    const given = this[name];
    if (given instanceof Uint8Array) whole = false;
    return given instanceof Date ? { $date: value } : value;
  });
  return whole ? text : null;
}

function readAnswer(text: string | null): unknown {
  const revive = (_name: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && '$date' in value ? new Date(String(value.$date)) : value;
  try {
    return text === null ? undefined : JSON.parse(text, revive);
  } catch {
    return undefined;
  }
}`,
} satisfies Snippet;

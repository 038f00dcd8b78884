import assert from 'node:assert/strict';
import { it } from 'mocha';
import { runPython } from './runPython';

type AnyFunction = (...args: never[]) => unknown;
type Wrap<O> = <T extends AnyFunction>(target: T, options: O) => T;
export interface Helpers {
  withRateLimit: Wrap<{ concurrency: number }>;
  withModelRouter: Wrap<{ small: string }>;
  withResponseCache: Wrap<{ provider: string; api: string; store: unknown }> & (<T extends object>(target: T, options: object) => T);
  withCostTracking: Wrap<{ provider: string; api: string }>;
  memoryStore: unknown;
  redisStore: unknown;
  embedAll(embeddings: object, parameters: object, texts: string[]): Promise<number[][]>;
}
/** What a helper promises in both languages, which must come to the same. */
export interface Contract {
  name: string;
  /** Prints JSON lines; runs beside the helpers. */
  python: string;
  /** What is printed there, here. */
  typescript(helpers: Helpers): Promise<unknown[]>;
  expected: unknown[];
}

/** A test of each contract in each language; `ids` are the snippets that they need. */
export function testContracts(contracts: readonly Contract[], ids: readonly string[], helpers: Promise<Helpers>): void {
  for (const { name, python, typescript, expected } of contracts) {
    it(`${name}, in Python`, async () => assert.deepEqual(await runPython(ids, python), expected));
    it(`${name}, in TypeScript`, async () => assert.deepEqual(await typescript(await helpers), expected));
  }
}

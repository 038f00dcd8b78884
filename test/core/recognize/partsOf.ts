import assert from 'node:assert/strict';
import { defaultSettings, type Part } from '../../../src/core';
import { createTestEngine, memoryFiles } from '../../helpers/engine';

/** The parts of the last request of a text. */
export async function partsOf(path: string, text: string, files: Record<string, string> = {}): Promise<Part[]> {
  const engine = await createTestEngine({ readFile: memoryFiles(files) });
  const { calls } = await engine.analyze({ path, text }, defaultSettings());
  return calls.at(-1)?.parts ?? [];
}

/** Its one part of a kind. */
export async function partOf<K extends Part['kind']>(
  kind: K,
  path: string,
  text: string,
  files?: Record<string, string>,
): Promise<Extract<Part, { kind: K }>> {
  const part = (await partsOf(path, text, files)).find((one): one is Extract<Part, { kind: K }> => one.kind === kind);
  assert.ok(part, `no ${kind}`);
  return part;
}

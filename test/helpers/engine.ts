import assert from 'node:assert/strict';
import path from 'node:path';
import { folderAssets } from '../../src/assets';
import { createEngine, type Engine, type EngineOptions } from '../../src/core';

/**
 * The real engine on the built assets (`npm run build`), with a fixed day. Errors of a stage fail the test that caused them, and so does a
 * sample with calls or prompts that the filter before parsing would pass over.
 */
export async function createTestEngine(options: EngineOptions = {}): Promise<Engine> {
  const engine = await createEngine(folderAssets(path.resolve('dist/assets')), {
    today: () => '2026-11-24',
    onError: (stage, error) => {
      throw new Error(`${stage}: ${String(error)}`);
    },
    ...options,
  });
  return {
    ...engine,
    async analyze(source, settings) {
      const analysis = await engine.analyze(source, settings);
      const found = analysis.calls.length + analysis.prompts.length;
      assert.ok(!found || engine.mayMatter(source), `the filter passes over ${source.path}`);
      return analysis;
    },
  };
}

/** A workspace in memory, for imports and literal paths. */
export function memoryFiles(files: Record<string, string>): NonNullable<EngineOptions['readFile']> {
  return async (name) => files[name] ?? null;
}

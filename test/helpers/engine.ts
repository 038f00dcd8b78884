import path from 'node:path';
import { folderAssets } from '../../src/assets';
import { createEngine, type Engine, type EngineOptions } from '../../src/core';

/** The real engine on the built assets (`npm run build`), with a fixed day. Errors of a stage fail the test that caused them. */
export function createTestEngine(options: EngineOptions = {}): Promise<Engine> {
  return createEngine(folderAssets(path.resolve('dist/assets')), {
    today: () => '2026-11-24',
    onError: (stage, error) => {
      throw new Error(`${stage}: ${String(error)}`);
    },
    ...options,
  });
}

/** A workspace in memory, for imports and literal paths. */
export function memoryFiles(files: Record<string, string>): NonNullable<EngineOptions['readFile']> {
  return async (name) => files[name] ?? null;
}

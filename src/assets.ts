import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Assets } from './core';

/** Assets from a folder of the build (`dist/assets`). */
export function folderAssets(folder: string): Assets {
  return {
    runtime: () => readFile(path.join(folder, 'web-tree-sitter.wasm')),
    grammar: (name) => readFile(path.join(folder, `tree-sitter-${name}.wasm`)),
    ranks: async (encoding) => JSON.parse(await readFile(path.join(folder, `${encoding}.json`), 'utf8')),
  };
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser, Language as Wasm } from 'web-tree-sitter';
import type { Facts } from '../../src/core/facts';
import type { Language } from '../../src/core/languages/language';
import { createUnitCache, lowerTree } from '../../src/core/languages/lowering';

const root = path.join(__dirname, '..', '..');
const folders = ['dist/assets', 'node_modules/@vscode/tree-sitter-wasm/wasm', 'node_modules/@tree-sitter-grammars/tree-sitter-kotlin'];

/** A parser of the language's grammar; the caller deletes it. */
export async function createParser(language: Language): Promise<Parser> {
  await Parser.init();
  const file = folders.map((folder) => path.join(root, folder, `tree-sitter-${language.grammar}.wasm`)).find(existsSync);
  if (!file) throw new Error(`no grammar ${language.grammar}`);
  const parser = new Parser();
  return parser.setLanguage(await Wasm.load(await readFile(file)));
}

/** The facts of a text, read without a cache. */
export async function readFacts(text: string, language: Language): Promise<Facts> {
  const parser = await createParser(language);
  const tree = parser.parse(text);
  if (!tree) throw new Error('not parsed');
  try {
    return lowerTree(tree.rootNode, text, language, createUnitCache());
  } finally {
    tree.delete();
    parser.delete();
  }
}

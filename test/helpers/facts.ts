import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser, Language as Wasm } from 'web-tree-sitter';
import type { Facts } from '../../src/core/facts';
import type { Language } from '../../src/core/languages/language';
import { createUnitCache, lowerTree } from '../../src/core/languages/lowering';

const root = path.join(__dirname, '..', '..');
const folders = ['dist/assets', 'node_modules/@vscode/tree-sitter-wasm/wasm', 'node_modules/@tree-sitter-grammars/tree-sitter-kotlin'];

/** Grammars load once per run. */
const grammars = new Map<string, Promise<Wasm>>();

async function loadGrammar(name: string): Promise<Wasm> {
  await Parser.init();
  const file = folders.map((folder) => path.join(root, folder, `tree-sitter-${name}.wasm`)).find(existsSync);
  if (!file) throw new Error(`no grammar ${name}`);
  return Wasm.load(await readFile(file));
}

/** A parser of the language's grammar; the caller deletes it. */
export async function createParser(language: Language): Promise<Parser> {
  const grammar = grammars.get(language.grammar) ?? loadGrammar(language.grammar);
  grammars.set(language.grammar, grammar);
  const loaded = await grammar;
  return new Parser().setLanguage(loaded);
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

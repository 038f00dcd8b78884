import path from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { folderAssets } from '../../src/assets';

const grammars: Record<string, string> = { '.py': 'python', '.js': 'javascript', '.jsx': 'javascript', '.ts': 'typescript', '.tsx': 'tsx' };

/** Prompt files that any text is right in. */
const plain = ['.prompty'];

/** Does a grammar see an error in this code? A second opinion beside the engine, on the bare syntax tree. */
export async function hasSyntaxError(text: string, file: string): Promise<boolean> {
  if (plain.includes(path.extname(file))) return false;
  const assets = folderAssets(path.resolve(__dirname, '../../dist/assets'));
  await Parser.init({ wasmBinary: await assets.runtime() });
  const grammar = grammars[path.extname(file)];
  if (!grammar) throw new Error(`No grammar is known for ${file}`);
  const parser = new Parser();
  parser.setLanguage(await Language.load(await assets.grammar(grammar)));
  const tree = parser.parse(text);
  const wrong = tree?.rootNode.hasError ?? true;
  tree?.delete();
  parser.delete();
  return wrong;
}

import { readDataValue } from './dataValues';
import type { CallFact, Facts, Statement } from './facts';
import type { Language } from './languages/language';
import { folderOf, join } from './languages/modulePaths';
import { namesSdk } from './mayMatter';
import type { Parsers } from './parsers';
import { type Asked, loadOtherFiles, type OtherFiles, type ReadFile, readersIn } from './recognize';
import { SourceFile } from './sourceFile';

/** Facts of the files that other files import, kept as long as their text stays the same. */
export interface Modules {
  /** What the project's other files say of this file's imports, as far as it was asked; null where the host reads no files. */
  othersOf(facts: Facts, path: string, language: Language, asked: Asked): Promise<OtherFiles | null>;
  /** The texts that a file of instructions brings in, and what those bring in. */
  importedTexts(text: string, path: string, importsIn: (text: string) => string[]): Promise<string[]>;
}

/** How many files deep imports of instructions are followed, as the agents do. */
const DEEPEST_IMPORT = 5;

/** Modules whose facts are kept. */
const MOST = 200;

export function createModules(
  readFile: ReadFile | null,
  parsers: Parsers,
  languageOf: (source: { path: string; text: string }) => Language | null,
): Modules {
  const known = new Map<string, { text: string; facts: Promise<Facts | null> }>();
  const readers = new WeakMap<Statement, readonly CallFact[]>();

  function factsOf(path: string, text: string): Promise<Facts | null> {
    const kept = known.get(path);
    if (kept?.text === text) return kept.facts;
    const facts = readFacts(path, text);
    known.delete(path);
    known.set(path, { text, facts });
    for (const oldest of known.keys()) {
      if (known.size <= MOST) break;
      known.delete(oldest);
    }
    return facts;
  }

  /** null for files that are no source code (data, styles, pictures), and for those that can't be parsed. */
  async function readFacts(path: string, text: string): Promise<Facts | null> {
    const language = languageOf({ path, text });
    if (!language) return null;
    const file = new SourceFile(language, text);
    try {
      return await file.read(parsers);
    } catch {
      // named when it is analysed itself
      return null;
    } finally {
      file.close();
    }
  }

  function remembered(statement: Statement): readonly CallFact[] {
    const found = readers.get(statement) ?? readersIn(statement);
    readers.set(statement, found);
    return found;
  }

  async function importedTexts(
    text: string,
    path: string,
    importsIn: (text: string) => string[],
    seen = new Set([path]),
    depth = 0,
  ): Promise<string[]> {
    const texts: string[] = [];
    for (const name of readFile && depth < DEEPEST_IMPORT ? importsIn(text) : []) {
      const target = join(folderOf(path), name);
      const imported = seen.has(target) ? null : ((await readFile?.(target)) ?? null);
      seen.add(target);
      if (imported !== null) texts.push(imported, ...(await importedTexts(imported, target, importsIn, seen, depth + 1)));
    }
    return texts;
  }

  return {
    importedTexts,
    async othersOf(facts, path, language, asked) {
      if (!readFile) return null;
      const library = {
        readFile,
        factsOf,
        readersIn: remembered,
        dataOf: readDataValue,
        namesSdk: (text: string) => namesSdk(text, language.ecosystem),
      };
      return loadOtherFiles(facts, path, language, library, asked);
    },
  };
}

import type { Facts } from './facts';
import type { Language } from './languages/language';
import type { Parsers } from './parsers';
import { loadOtherFiles, type OtherFiles, type ReadFile } from './recognize';
import { SourceFile } from './sourceFile';

/** Facts of the files that other files import, kept as long as their text stays the same. */
export interface Modules {
  /** What the project's other files say of this file's imports; null where the host reads no files. */
  othersOf(facts: Facts, path: string, language: Language): Promise<OtherFiles | null>;
}

/** Modules whose facts are kept. */
const MOST = 200;

export function createModules(
  readFile: ReadFile | null,
  parsers: Parsers,
  languageOf: (source: { path: string; text: string }) => Language | null,
): Modules {
  const known = new Map<string, { text: string; facts: Promise<Facts | null> }>();

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

  /** null for files that are no source code: data, styles, pictures. */
  async function readFacts(path: string, text: string): Promise<Facts | null> {
    const language = languageOf({ path, text });
    if (!language) return null;
    const file = new SourceFile(language, text);
    const facts = await file.read(parsers);
    file.close();
    return facts;
  }

  return {
    async othersOf(facts, path, language) {
      return readFile && language.modulePaths ? loadOtherFiles(facts, path, language, readFile, factsOf) : null;
    },
  };
}

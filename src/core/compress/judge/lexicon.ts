import { plainLetters } from './words/stems';

/** What a phrase means: marks in capitals, concepts in small letters; nothing for padding. A concept with `~` is weak, one with `#` weak in headings, one with `!` a verb. */
export type Meaning = readonly string[];

interface Phrase {
  words: readonly string[];
  meaning: Meaning;
}

/** Words of a language by what they mean. */
export interface Lexicon {
  /** The longest phrase that begins at a word: how many words it takes, and what it means. */
  find(words: readonly string[], at: number): { length: number; meaning: Meaning } | null;
  /** The part of a word that its forms share. */
  stem(word: string): string;
  /** Numbers that are written as words. */
  numerals: ReadonlyMap<string, number>;
}

/**
 * Makes a lexicon from rows of the form `meaning: phrase | phrase`. `-` means nothing; a word that ends with `*` stands for all that begin so.
 * `bare` takes from a verb what may also stand apart from it.
 */
export function createLexicon(
  rows: string,
  stem: (word: string) => string,
  numerals: ReadonlyMap<string, number>,
  bare = (word: string): string => word,
): Lexicon {
  const exact = new Map<string, Phrase[]>();
  const open = new Map<string, Phrase[]>();
  for (const { words, meaning } of readRows(rows)) {
    const first = words[0]!;
    const [map, key] = first.endsWith('*') ? [open, first.slice(0, 3)] : [exact, first];
    map.set(key, [...(map.get(key) ?? []), { words, meaning }]);
  }
  return {
    find(words, at) {
      const found = look(words, at);
      if (found) return found;
      const forms = [bare(words[at]!), plainLetters(words[at]!)].filter((form) => form !== words[at]);
      return forms.map((form) => look([form], 0)).find(Boolean) ?? null;
    },
    stem,
    numerals,
  };

  function look(words: readonly string[], at: number): { length: number; meaning: Meaning } | null {
    const word = words[at]!;
    let best: Phrase | null = null;
    for (const phrase of [...(exact.get(word) ?? []), ...(open.get(word.slice(0, 3)) ?? [])]) {
      if (best && weight(best) >= weight(phrase)) continue;
      if (phrase.words.every((pattern, index) => matches(pattern, words[at + index]))) best = phrase;
    }
    return best && { length: best.words.length, meaning: best.meaning };
  }
}

/** More words win, then the longer ones. */
const weight = ({ words }: Phrase): number =>
  words.length * 1000 + 2 * words.join('').replaceAll('*', '').length + (words.some((word) => word.endsWith('*')) ? 0 : 1);

function matches(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** *del* and *al* as the two words that they are. */
export const openArticle = (word: string): string[] => (word === 'del' ? ['de', 'el'] : word === 'al' ? ['a', 'el'] : [word]);

function readRows(rows: string): Phrase[] {
  return rows
    .split('\n')
    .filter((row) => row.trim())
    .flatMap((row) => {
      const colon = row.indexOf(':');
      const meaning = row
        .slice(0, colon)
        .trim()
        .split(' ')
        .filter((part) => part !== '-');
      return row
        .slice(colon + 1)
        .split('|')
        .map((phrase) => ({ words: phrase.trim().replaceAll(',', ' ,').split(/\s+/).flatMap(openArticle), meaning }));
    });
}

/** For languages without tables: every word means itself. */
export const plainLexicon: Lexicon = { find: () => null, stem: (word) => word, numerals: new Map() };

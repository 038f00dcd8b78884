import { openings } from '../sentence/openings';
import { type Level, levels, type PromptLanguage } from '../types';
import { aggressiveEn } from './aggressiveEn';
import { balancedEn } from './balancedEn';
import { negationsEn, pronounsEn } from './contractionsEn';
import { de } from './de';
import { es } from './es';
import { fr } from './fr';
import type { Phrase } from './phrase';
import { pt } from './pt';
import { safeEn } from './safeEn';

/** A row with its pattern as it is looked for at one place, and the level that brings it in. */
export interface SearchedPhrase extends Phrase {
  pattern: RegExp;
  level: Level;
}

/** Rows by the word that they begin with. */
export type PhraseIndex = ReadonlyMap<string, readonly SearchedPhrase[]>;

/** Phrases of a language by level. */
export type PhraseTable = Record<Level, readonly Phrase[]>;

const rows: Record<PromptLanguage, PhraseTable> = {
  en: { safe: [...safeEn, ...negationsEn], balanced: [...balancedEn, ...pronounsEn], aggressive: aggressiveEn },
  es,
  de,
  fr,
  pt,
};

const indexes = Object.fromEntries(Object.entries(rows).map(([language, table]) => [language, indexesOf(table)])) as Record<
  PromptLanguage,
  Record<Level, PhraseIndex>
>;

/** The rows of a level by their first word, those of the levels below included. */
export function phraseIndex(language: PromptLanguage, level: Level): PhraseIndex {
  return indexes[language][level];
}

/** All rows of a language, each with the level that brings it in. */
export function phrasesOf(language: PromptLanguage): readonly SearchedPhrase[] {
  return searchedRows(rows[language]);
}

function searchedRows(table: PhraseTable): SearchedPhrase[] {
  return levels.flatMap((level) => table[level].map((phrase) => searched(phrase, level)));
}

function indexesOf(table: PhraseTable): Record<Level, PhraseIndex> {
  const all = searchedRows(table);
  const upTo = (level: Level) => indexOf(all.filter((row) => levels.indexOf(row.level) <= levels.indexOf(level)));
  return { safe: upTo('safe'), balanced: upTo('balanced'), aggressive: upTo('aggressive') };
}

function indexOf(all: readonly SearchedPhrase[]): PhraseIndex {
  const index = new Map<string, SearchedPhrase[]>();
  for (const row of all) {
    for (const word of openings(row.find)) {
      const others = index.get(word);
      if (others) others.push(row);
      else index.set(word, [row]);
    }
  }
  return index;
}

function searched(phrase: Phrase, level: Level): SearchedPhrase {
  const edge = /[\p{L}\d]$/u.test(phrase.find) ? '(?![\\p{L}\\d-])' : '';
  return { ...phrase, level, pattern: new RegExp(`(?:${phrase.find})${edge}`, 'yu') };
}

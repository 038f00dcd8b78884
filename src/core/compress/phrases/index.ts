import type { Level, PromptLanguage } from '../types';
import { aggressiveEn } from './aggressiveEn';
import { balancedEn } from './balancedEn';
import { balancedEs, safeEs } from './es';
import type { Phrase } from './phrase';
import { safeEn } from './safeEn';

/** A row with its pattern as it is searched for. */
export interface SearchedPhrase extends Phrase {
  pattern: RegExp;
}

const tables: Record<PromptLanguage, Record<Level, readonly SearchedPhrase[]>> = {
  en: levelsOf(safeEn, balancedEn, aggressiveEn),
  es: levelsOf(safeEs, balancedEs, []),
};

/** The rows of a level, those of the levels below included. */
export function phrasesOf(language: PromptLanguage, level: Level): readonly SearchedPhrase[] {
  return tables[language][level];
}

function levelsOf(safe: readonly Phrase[], balanced: readonly Phrase[], aggressive: readonly Phrase[]): Record<Level, readonly SearchedPhrase[]> {
  const low = safe.map(searched);
  const middle = [...low, ...balanced.map(searched)];
  return { safe: low, balanced: middle, aggressive: [...middle, ...aggressive.map(searched)] };
}

function searched(phrase: Phrase): SearchedPhrase {
  const { find, at } = phrase;
  const edge = /\w$/.test(find) ? '(?![\\p{L}\\d-])' : '';
  const inText = at === 'any' && /^(?:\w|\((?!\?<))/.test(find);
  return { ...phrase, pattern: new RegExp(inText ? `(?<![\\p{L}\\d-])(?:${find})${edge}` : find + edge, 'gmu') };
}

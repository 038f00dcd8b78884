import type { Level, PromptLanguage } from '../types';
import { aggressiveEn } from './aggressiveEn';
import { balancedEn } from './balancedEn';
import { balancedEs, safeEs } from './es';
import type { Phrase } from './phrase';
import { safeEn } from './safeEn';

const tables: Record<PromptLanguage, Record<Level, readonly Phrase[]>> = {
  en: { safe: safeEn, balanced: [...safeEn, ...balancedEn], aggressive: [...safeEn, ...balancedEn, ...aggressiveEn] },
  es: { safe: safeEs, balanced: [...safeEs, ...balancedEs], aggressive: [...safeEs, ...balancedEs] },
};

/** The rows of a level, those of the levels below included. */
export function phrasesOf(language: PromptLanguage, level: Level): readonly Phrase[] {
  return tables[language][level];
}

import { mixOf, type TextKind } from './textKind';
import type { Tokenizer } from './tokenizer';

interface Approximation {
  id: string;
  basis: string;
  /** Tokens per token of o200k_base, by kind of text. */
  ratios: Record<TextKind, number>;
  /** Lowest and highest count, as multiples of the expected one. */
  band: { low: number; high: number };
}

/**
 * A tokenizer whose vocabulary is not public or not ours to ship: the exact count of o200k_base times a ratio that
 * depends on what the text is made of. Whole tokens; low ≤ tokens ≤ high; an empty text has none, any other at least one.
 */
export function approximate({ id, basis, ratios, band }: Approximation): Tokenizer {
  return {
    id,
    base: 'o200k_base',
    basis,
    count(text, countBase) {
      if (text === '') return { tokens: 0, low: 0, high: 0, accuracy: 'approximate', encoding: id };
      const mix = mixOf(text);
      let ratio = 0;
      for (const kind of Object.keys(mix) as TextKind[]) ratio += mix[kind] * ratios[kind];
      const expected = Math.max(1, countBase(text) * ratio);
      return {
        tokens: Math.round(expected),
        low: Math.max(1, Math.floor(expected * band.low)),
        high: Math.ceil(expected * band.high),
        accuracy: 'approximate',
        encoding: id,
      };
    },
  };
}

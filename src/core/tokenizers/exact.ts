import type { EncodingName, Tokenizer } from './tokenizer';

/** A tokenizer that is an encoding: low = tokens = high. */
export function exact(id: EncodingName, basis: string): Tokenizer {
  return {
    id,
    base: id,
    basis,
    count(text, countBase) {
      const tokens = countBase(text);
      return { tokens, low: tokens, high: tokens, accuracy: 'exact', encoding: id };
    },
  };
}

import type { EncodingName, Tokenizer } from './tokenizer';

/** A tokenizer that is an encoding: low = tokens = high. */
export function exact(id: EncodingName, basis: string): Tokenizer {
  return {
    id,
    base: id,
    basis,
    createCounter:
      ({ count }) =>
      (text) => {
        const tokens = count(text);
        return { tokens, low: tokens, high: tokens, accuracy: 'exact', encoding: id };
      },
  };
}

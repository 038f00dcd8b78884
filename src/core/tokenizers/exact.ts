import type { TokenCount } from '../types';
import type { EncodingName, Tokenizer } from './tokenizer';

/** A tokenizer that is an encoding: low = tokens = high. */
export function exact(id: EncodingName, basis: string): Tokenizer {
  return {
    id,
    base: id,
    basis,
    createCounter:
      ({ count }) =>
      (text) =>
        exactly(count(text), id),
  };
}

/** A count that is not estimated. */
export const exactly = (tokens: number, encoding: string): TokenCount => ({ tokens, low: tokens, high: tokens, accuracy: 'exact', encoding });

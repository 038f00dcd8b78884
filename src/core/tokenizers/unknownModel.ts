import type { TokenCount } from '../types';

/** Least and most tokens that the tokenizers in use make of what o200k_base makes one of: DeepSeek on Chinese, Claude's newest on English. */
const BAND = { low: 0.75, high: 1.95 };

/** A count that stands for a model nobody knows: the same tokens, with the band of all tokenizers in use. Never exact. */
export function forUnknownModel(count: TokenCount): TokenCount {
  return { ...count, low: Math.floor(count.low * BAND.low), high: Math.ceil(count.high * BAND.high), accuracy: 'approximate' };
}

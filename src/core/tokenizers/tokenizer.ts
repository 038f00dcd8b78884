import type { TokenCount } from '../types';
import type { Ranks } from './ranks';

export type EncodingName = 'o200k_base' | 'cl100k_base';

/** The rank table of an encoding, as js-tiktoken ships it. */
export interface RankTable {
  pat_str: string;
  special_tokens: Record<string, number>;
  bpe_ranks: string;
}

/** Counts tokens of one encoding exactly. */
export type CountTokens = (text: string) => number;

/** A loaded encoding, shared by all tokenizers that stand on it. */
export interface Encoding {
  ranks: Ranks;
  /** Its exact counter. */
  count: CountTokens;
}

/** One tokenizer: exact, or an approximation over an exact base encoding. */
export interface Tokenizer {
  id: string;
  /** The encoding whose table must be loaded. */
  base: EncodingName;
  /** Accuracy in one sentence, for hovers and docs. */
  basis: string;
  /** Makes its counter, once, when the encoding is there. */
  createCounter(encoding: Encoding): (text: string) => TokenCount;
}

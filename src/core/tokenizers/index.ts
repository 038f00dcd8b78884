import type { TokenCount } from '../types';
import { createBlockCounter } from './blocks';
import { createCounter } from './bpe';
import cl100kBase from './cl100kBase';
import claude from './claude';
import claude47 from './claude47';
import deepseek from './deepseek';
import gemini from './gemini';
import generic from './generic';
import llama from './llama';
import mistral from './mistral';
import o200kBase from './o200kBase';
import qwen from './qwen';
import type { CountTokens, EncodingName, RankTable, Tokenizer } from './tokenizer';

export { type JsonValue, schemaTokens, toolTokens } from './definitions';
export { imageTokens } from './images';
export { chatOverhead, frameTokens, type MessageShape } from './messages';
export { encodingForOpenAiModel } from './openAiEncoding';
export { forUnknownModel } from './unknownModel';

/** All tokenizers, by id. */
export const tokenizers: readonly Tokenizer[] = [cl100kBase, claude, claude47, deepseek, gemini, generic, llama, mistral, o200kBase, qwen];

/** Counts with the tokenizers whose tables have been loaded. */
export interface Tokenizers {
  has(id: string): boolean;
  /** Loads the table that the tokenizer stands on, once for all tokenizers on it. A load that failed may be tried again. */
  load(id: string): Promise<void>;
  isLoaded(id: string): boolean;
  /** Counts a text. An id that is unknown or not loaded is a bug of the caller and throws. */
  count(text: string, id: string): TokenCount;
}

/** Makes the counters. `loadRanks` brings a rank table when its encoding is first needed; the table is not kept. */
export function createTokenizers(loadRanks: (encoding: EncodingName) => Promise<RankTable>): Tokenizers {
  const byId = new Map(tokenizers.map((tokenizer) => [tokenizer.id, tokenizer]));
  const loading = new Map<EncodingName, Promise<void>>();
  const counters = new Map<EncodingName, CountTokens>();

  const get = (id: string): Tokenizer => {
    const tokenizer = byId.get(id);
    if (!tokenizer) throw new Error(`No tokenizer is named ${id}`);
    return tokenizer;
  };
  const loadEncoding = async (encoding: EncodingName): Promise<void> => {
    try {
      counters.set(encoding, createBlockCounter(createCounter(encoding, await loadRanks(encoding))));
    } catch (error) {
      loading.delete(encoding);
      throw error;
    }
  };
  return {
    has: (id) => byId.has(id),
    async load(id) {
      const { base } = get(id);
      if (!loading.has(base)) loading.set(base, loadEncoding(base));
      await loading.get(base);
    },
    isLoaded: (id) => counters.has(get(id).base),
    count(text, id) {
      const tokenizer = get(id);
      const countBase = counters.get(tokenizer.base);
      if (!countBase) throw new Error(`The table ${tokenizer.base} of the tokenizer ${id} must be loaded before counting`);
      return tokenizer.count(text, countBase);
    },
  };
}

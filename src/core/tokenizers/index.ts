import type { TokenCount } from '../types';
import { createBlockCounter } from './blocks';
import { createCounter } from './bpe';
import cl100kBase from './cl100kBase';
import claude from './claude';
import claude47 from './claude47';
import deepseek from './deepseek';
import { exactly } from './exact';
import { createFileTokenizers, type FileTokenizers, type OpenBytes } from './files/store';
import gemini from './gemini';
import generic from './generic';
import llama from './llama';
import mistral from './mistral';
import o200kBase from './o200kBase';
import qwen from './qwen';
import { parseRanks } from './ranks';
import type { Encoding, EncodingName, RankTable, Tokenizer } from './tokenizer';

export { type JsonValue, schemaTokens, toolTokens } from './definitions';
export { LARGEST_TOKENIZER_FILE } from './files';
export { type FoundBytes, isFileTokenizer, type OpenBytes } from './files/store';
export { imageTokens } from './images';
export { chatOverhead, frameTokens, type MessageShape } from './messages';
export { encodingForOpenAiModel } from './openAiEncoding';
export { forUnknownModel } from './unknownModel';

/** All tokenizers, by id. */
export const tokenizers: readonly Tokenizer[] = [cl100kBase, claude, claude47, deepseek, gemini, generic, llama, mistral, o200kBase, qwen];

/** Counts with the tokenizers whose tables have been loaded. */
export interface Tokenizers {
  /** The tokenizers of the project's own files. Their ids are not known to `has`. */
  files: Pick<FileTokenizers, 'load' | 'get'>;
  has(id: string): boolean;
  /** Loads the table that the tokenizer stands on, once for all tokenizers on it. A load that failed may be tried again. */
  load(id: string): Promise<void>;
  isLoaded(id: string): boolean;
  /** Counts a text. An id that is unknown or not loaded is a bug of the caller and throws. */
  count(text: string, id: string): TokenCount;
}

/**
 * Makes the counters. `loadRanks` brings a rank table when its encoding is first needed; the table is not kept. `openFile` opens the
 * project's own tokenizer files; `refused` is told of those that are not used.
 */
export function createTokenizers(
  loadRanks: (encoding: EncodingName) => Promise<RankTable>,
  openFile: OpenBytes = async () => 'the file: cannot be read here',
  refused: (path: string, why: string) => void = () => {},
): Tokenizers {
  const files = createFileTokenizers(openFile, refused);
  const byId = new Map(tokenizers.map((tokenizer) => [tokenizer.id, tokenizer]));
  const loading = new Map<EncodingName, Promise<void>>();
  const encodings = new Map<EncodingName, Encoding>();
  const counters = new Map<string, (text: string) => TokenCount>();

  const get = (id: string): Tokenizer => {
    const tokenizer = byId.get(id);
    if (!tokenizer) throw new Error(`No tokenizer is named ${id}`);
    return tokenizer;
  };
  const loadEncoding = async (name: EncodingName): Promise<void> => {
    try {
      const ranks = parseRanks(await loadRanks(name));
      encodings.set(name, { ranks, count: createBlockCounter(createCounter(name, ranks)) });
    } catch (error) {
      loading.delete(name);
      throw error;
    }
  };
  const counterOf = (id: string): ((text: string) => TokenCount) => {
    const file = files.byId(id);
    if (file) return (text) => exactly(file.count(text), id);
    const { base, createCounter: create } = get(id);
    const encoding = encodings.get(base);
    if (!encoding) throw new Error(`The table ${base} of the tokenizer ${id} must be loaded before counting`);
    const counter = create(encoding);
    counters.set(id, counter);
    return counter;
  };
  return {
    files,
    has: (id) => byId.has(id),
    async load(id) {
      if (files.byId(id)) return;
      const { base } = get(id);
      if (!loading.has(base)) loading.set(base, loadEncoding(base));
      await loading.get(base);
    },
    isLoaded: (id) => files.byId(id) !== null || encodings.has(get(id).base),
    count: (text, id) => (counters.get(id) ?? counterOf(id))(text),
  };
}

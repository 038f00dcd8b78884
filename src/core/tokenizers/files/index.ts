import type { CountTokens } from '../tokenizer';
import { readHuggingFace } from './huggingFace';
import { readRankFile } from './rankFile';
import { asObject, Refusal } from './refusal';

/** Bytes of the largest tokenizer file that is read. */
export const LARGEST_TOKENIZER_FILE = 64 * 1024 * 1024;

export type TokenizerFile = { kind: 'read'; count: CountTokens } | { kind: 'refused'; message: string };

/**
 * Reads a Hugging Face tokenizer.json (BPE or Unigram) or a tiktoken rank file, from its bytes in UTF-8. The counter is exact, its time linear
 * in the text but for a logarithm. `pattern` says how a rank file cuts texts, see readRankFile. A file that is not understood to the last is refused,
 * with where and why.
 */
export function readTokenizerFile(bytes: Uint8Array, pattern: string | null = null): TokenizerFile {
  if (bytes.length > LARGEST_TOKENIZER_FILE) return { kind: 'refused', message: 'the file: larger than 64 MB' };
  const text = decode(bytes);
  if (text === null) return { kind: 'refused', message: 'the file: is not UTF-8' };
  try {
    if (!/^\s*\{/.test(text)) return { kind: 'read', count: readRankFile(text, pattern) };
    if (pattern !== null) throw new Refusal('pattern', 'is for rank tables; a tokenizer.json has its own');
    return { kind: 'read', count: readHuggingFace(parse(text)) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', message: error.message };
    throw error;
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string) {
  try {
    return asObject(JSON.parse(text), 'the file');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('the file', 'is no JSON');
  }
}

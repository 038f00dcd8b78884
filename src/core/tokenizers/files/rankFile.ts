import { createBlockCounter } from '../blocks';
import { createCounter } from '../bpe';
import { createMerger } from '../merge';
import { parseRanks, type Ranks } from '../ranks';
import type { CountTokens, EncodingName } from '../tokenizer';
import { writeUtf8 } from '../utf8';
import { compilePattern } from './pattern';
import { Refusal } from './refusal';
import { matcherOf, splitText } from './split';

const HIGHEST_RANK = 4_000_000;
const LONGEST_TOKEN = 4096;

const gpt2 = "'(?:[sdmt]|ll|ve|re)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
const qwen = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

/** The patterns of published rank files, by how many tokens they have: r50k_base, p50k_base, cl100k_base, Llama 3, Qwen, o200k_base. */
const patterns: Readonly<Record<number, string>> = {
  50256: gpt2,
  50280: gpt2,
  100256: 'cl100k_base',
  128000: 'cl100k_base',
  151643: qwen,
  199998: 'o200k_base',
};

const isEncoding = (name: string): name is EncodingName => name === 'cl100k_base' || name === 'o200k_base';

/**
 * Makes the counter of a tiktoken rank file: a line for each token, its bytes in Base64 and its rank. Such a file does not say how texts are cut
 * into the pieces within which tokens lie. `pattern` does, by the name of an encoding or as a regular expression; without it the number of
 * tokens tells a published file. Where all tokens are single bytes, no cut matters.
 */
export function readRankFile(text: string, pattern: string | null): CountTokens {
  const tokens: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    const [, token, digits] = /^([A-Za-z0-9+/]+={0,2}) (\d{1,7})$/.exec(line) ?? refuse(index, 'is no token and rank');
    const rank = Number(digits);
    if (rank > HIGHEST_RANK || token!.length > LONGEST_TOKEN || token!.length % 4) refuse(index, 'is out of bounds');
    if (tokens[rank] !== undefined) refuse(index, 'has the rank of another line');
    tokens[rank] = token!;
  }
  const bytes = new Set(tokens.filter((token) => token !== undefined && token.length === 4 && token.endsWith('==')));
  if (bytes.size < 256) throw new Refusal('the file', 'does not have each single byte as a token');
  const size = tokens.reduce((sum) => sum + 1, 0);
  const lines: string[] = [];
  for (let rank = 0; rank < tokens.length; rank++) {
    if (tokens[rank] === undefined) continue;
    const first = rank;
    while (tokens[rank + 1] !== undefined) rank++;
    lines.push(`! ${first} ${tokens.slice(first, rank + 1).join(' ')}`);
  }
  const ranks = parseRanks({ pat_str: '', special_tokens: {}, bpe_ranks: lines.join('\n') });
  const known = pattern ?? patterns[size] ?? (ranks.longest === 1 ? 'cl100k_base' : null);
  if (known === null) {
    throw new Refusal('the file', `its ${size} tokens are no published table, so how it cuts texts must be stated: { "file": …, "pattern": … }`);
  }
  return isEncoding(known) ? createBlockCounter(createCounter(known, ranks)) : counterOf(known, ranks);
}

/** Pieces whose counts are remembered. */
const MOST_PIECES = 50_000;

function counterOf(pattern: string, ranks: Ranks): CountTokens {
  const find = matcherOf(compilePattern(pattern, 'pattern'));
  const merge = createMerger(ranks);
  const known = new Map<string, number>();
  const count = (piece: string): number => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    const bytes = new Uint8Array(3 * piece.length);
    const tokens = merge(bytes, writeUtf8(piece, 0, piece.length, bytes));
    if (known.size >= MOST_PIECES) known.clear();
    if (piece.length <= 64) known.set(piece, tokens);
    return tokens;
  };
  return (text) => splitText(text, find, 'Isolated').reduce((sum, piece) => sum + count(piece), 0);
}

function refuse(index: number, why: string): never {
  throw new Refusal(`line ${index + 1}`, why);
}

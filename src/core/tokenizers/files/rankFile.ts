import { createBlockCounter } from '../blocks';
import { createCounter } from '../bpe';
import { createPieces } from '../pieces';
import { parseRanks } from '../ranks';
import type { CountTokens, EncodingName } from '../tokenizer';
import { Refusal } from './refusal';

const HIGHEST_RANK = 4_000_000;
const LONGEST_TOKEN = 4096;
/** Tokens that are looked at for the pattern. */
const SAMPLE = 20_000;
const candidates: readonly EncodingName[] = ['cl100k_base', 'o200k_base'];

/**
 * Makes the counter of a tiktoken rank file: a line for each token, its bytes in Base64 and its rank. Such a file does not say how texts are cut
 * into pieces, but each token lies within one piece; of the patterns of cl100k_base and o200k_base, the one that cuts fewer tokens holds.
 */
export function readRankFile(text: string): CountTokens {
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
  const lines: string[] = [];
  for (let rank = 0; rank < tokens.length; rank++) {
    if (tokens[rank] === undefined) continue;
    const first = rank;
    while (tokens[rank + 1] !== undefined) rank++;
    lines.push(`! ${first} ${tokens.slice(first, rank + 1).join(' ')}`);
  }
  const ranks = parseRanks({ pat_str: '', special_tokens: {}, bpe_ranks: lines.join('\n') });
  return createBlockCounter(createCounter(patternOf(tokens), ranks));
}

function refuse(index: number, why: string): never {
  throw new Refusal(`line ${index + 1}`, why);
}

function patternOf(tokens: readonly string[]): EncodingName {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const texts: string[] = [];
  const stride = Math.max(1, Math.floor(tokens.length / SAMPLE));
  for (let rank = 0; rank < tokens.length; rank += stride) {
    try {
      if (tokens[rank] !== undefined) texts.push(decoder.decode(Uint8Array.from(atob(tokens[rank]!), (char) => char.charCodeAt(0))));
    } catch {
      // A part of a character.
    }
  }
  const cuts = candidates.map((name) => {
    const pieceEnd = createPieces(name);
    return texts.filter((text) => text !== '' && pieceEnd(text, 0, text.length) < text.length).length;
  });
  return cuts[1]! < cuts[0]! ? 'o200k_base' : 'cl100k_base';
}

import type { CountPiece } from './bpeModel';
import { byteTokens } from './byteChars';
import { asArray, asText, type JsonObject, Refusal } from './refusal';
import { createTrie } from './trie';

/** A character that no token holds costs this much more than the least likely token. */
const UNKNOWN_PENALTY = 10;

/** Reads a Unigram model of a tokenizer.json: of all ways to write a piece in tokens, the likeliest counts. */
export function readUnigram(model: JsonObject): CountPiece {
  const entries = asArray(model.vocab, 'model.vocab');
  const tokens: string[] = [];
  const scores = new Float64Array(entries.length);
  let least = 0;
  for (const [index, entry] of entries.entries()) {
    const where = `model.vocab[${index}]`;
    const [token, score] = asArray(entry, where);
    tokens.push(asText(token, where));
    if (typeof score !== 'number' || !Number.isFinite(score)) throw new Refusal(where, 'has no score');
    scores[index] = score;
    least = Math.min(least, score);
  }
  if (tokens.length === 0) throw new Refusal('model.vocab', 'is empty');
  const trie = createTrie(tokens, 'model.vocab');
  const known = new Set(tokens);
  const fallsBack = model.byte_fallback === true && byteTokens().every((token) => known.has(token));

  return (piece) => {
    const size = piece.length;
    const best = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(size + 1).fill(-1);
    const isUnknown = new Uint8Array(size + 1);
    best[0] = 0;
    const offer = (start: number, end: number, score: number, unknown: 0 | 1) => {
      if (from[end]! >= 0 && best[end]! >= score) return;
      best[end] = score;
      from[end] = start;
      isUnknown[end] = unknown;
    };
    for (let start = 0; start < size; start += widthAt(piece, start)) {
      const single = start + widthAt(piece, start);
      let hasSingle = false;
      let node = 0;
      for (let end = start; end < size; ) {
        node = trie.step(node, piece.charCodeAt(end++));
        if (node < 0) break;
        const token = trie.valueAt(node);
        if (token < 0) continue;
        offer(start, end, best[start]! + scores[token]!, 0);
        if (end === single) hasSingle = true;
      }
      if (!hasSingle) offer(start, single, best[start]! + least - UNKNOWN_PENALTY, 1);
    }
    return countBack(piece, from, isUnknown, fallsBack);
  };
}

/** A run of unknown characters is one token, or one for each byte where bytes have tokens. */
function countBack(piece: string, from: Int32Array, isUnknown: Uint8Array, fallsBack: boolean): number {
  let count = 0;
  let inUnknown = false;
  for (let end = piece.length; end > 0; end = from[end]!) {
    if (isUnknown[end] === 0) count++;
    else if (fallsBack) count += utf8Size(piece.codePointAt(from[end]!)!);
    else if (!inUnknown) count++;
    inUnknown = isUnknown[end] === 1;
  }
  return count;
}

const utf8Size = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4);
const widthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);

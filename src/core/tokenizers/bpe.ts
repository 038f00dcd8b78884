import type { MeasureRange } from './blocks';
import { createMerger, type MergeProbe, SCAN_LIMIT } from './merge';
import { createPieces } from './pieces';
import type { Ranks } from './ranks';
import type { EncodingName } from './tokenizer';
import { writeUtf8 } from './utf8';

/** Counts the tokens of `text[start, end)` as if it were a text of its own. The ends must not part a surrogate pair. */
export type CountRange = MeasureRange<number>;

/** Log2 of the pieces that are remembered; each takes a row of 64 bytes, so 4 MB in all. */
const CACHE_BITS = 16;
/** 16-bit units of a row: length, count, then the piece. */
const ROW = 32;
const LONGEST_CACHED = ROW - 2;

/**
 * Makes the exact counter of an encoding from its ranks: pre-tokens by `pieces`, byte-pair merges by `merge`, and a
 * cache of one row per hash for pieces of up to 30 units, in which a newer piece replaces an older one.
 * Text that looks like a special token is ordinary text. Holds 4 MB besides the ranks.
 */
export function createCounter(encoding: EncodingName, ranks: Ranks, probe?: MergeProbe): CountRange {
  const pieceEnd = createPieces(encoding);
  const countPiece = createMerger(ranks, probe);
  const buffer = new Uint8Array(3 * SCAN_LIMIT);
  const cache = new Uint16Array(ROW << CACHE_BITS);

  const scanLimit = SCAN_LIMIT;
  const countSlow = (text: string, start: number, end: number): number => {
    const bytes = end - start <= scanLimit ? buffer : new Uint8Array(3 * (end - start));
    return countPiece(bytes, writeUtf8(text, start, end, bytes));
  };
  const holds = (row: number, text: string, start: number, length: number): boolean => {
    if (cache[row] !== length) return false;
    for (let i = 0; i < length; i++) if (cache[row + 2 + i] !== text.charCodeAt(start + i)) return false;
    return true;
  };

  return (text, start, end) => {
    let total = 0;
    for (let at = start; at < end; ) {
      const from = at;
      at = pieceEnd(text, at, end);
      const length = at - from;
      if (length > LONGEST_CACHED) {
        total += countSlow(text, from, at);
        continue;
      }
      let hash = length;
      for (let i = from; i < at; i++) hash = (Math.imul(hash, 0x0100_0193) + text.charCodeAt(i)) | 0;
      const row = (Math.imul(hash, 0x9e37_79b1) >>> (32 - CACHE_BITS)) * ROW;
      if (!holds(row, text, from, length)) {
        cache[row] = length;
        cache[row + 1] = countSlow(text, from, at);
        for (let i = 0; i < length; i++) cache[row + 2 + i] = text.charCodeAt(from + i);
      }
      total += cache[row + 1]!;
    }
    return total;
  };
}

import { createMerger } from '../merge';
import { createPieces } from '../pieces';
import { HASH_BASE, NO_RANK, type Ranks } from '../ranks';
import { writeUtf8 } from '../utf8';
import type { Piece } from './features';

/** Calls `visit` with each piece of `text[start, end)`, whose tokens it finds only when asked. The piece is the same object each time. */
export interface PieceReader {
  endOf(text: string, at: number, end: number): number;
  /** The piece `text[start, end)` with its tokens; valid until the next call. */
  read(text: string, start: number, end: number): Piece;
}

/** Makes a reader of the pieces of o200k_base. */
export function createPieceReader(ranks: Ranks): PieceReader {
  const endOf = createPieces('o200k_base');
  const merge = createMerger(ranks);
  let bytes = new Uint8Array(512);
  const piece: Piece = { text: '', start: 0, end: 0, tokens: 0, ends: new Int32Array(512), ranks: new Int32Array(512) };
  const rankOf = (from: number, to: number): number => {
    if (to - from === 2) return ranks.pairs[(bytes[from]! << 8) | bytes[from + 1]!]!;
    let hash = 0;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, HASH_BASE) + bytes[i]!) | 0;
    return ranks.find(bytes, from, to, hash);
  };
  return {
    endOf,
    read(text, start, end) {
      if (bytes.length < 3 * (end - start)) {
        bytes = new Uint8Array(3 * (end - start));
        piece.ends = new Int32Array(bytes.length);
        piece.ranks = new Int32Array(bytes.length);
      }
      const size = writeUtf8(text, start, end, bytes);
      piece.text = text;
      piece.start = start;
      piece.end = end;
      piece.tokens = merge(bytes, size, piece.ends);
      for (let i = 0, from = 0; i < piece.tokens; i++) {
        const rank = rankOf(from, piece.ends[i]!);
        piece.ranks[i] = rank === NO_RANK ? 0 : rank;
        from = piece.ends[i]!;
      }
      return piece;
    },
  };
}

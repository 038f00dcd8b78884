import type { Ranks } from '../ranks';
import { shapeBefore } from './document';
import { createFeatureReader } from './features';
import { FEATURES, type Group, groups, offsets, SHAPES } from './layout';
import { createPieceReader } from './pieces';
import type { Weights } from './weights';

/** Sums over the pieces of a text in units of 1 / UNITS, whole numbers so that blocks add up whatever the order. */
export interface Sums {
  /** Tokens of the vocabulary that is estimated. */
  estimate: number;
  /** Tokens of o200k_base, and those times the spread of their kind. */
  tokens: number;
  spread: number;
}

export const UNITS = 1024;

/** Log2 of the pieces that are remembered, and their longest in UTF-16 units. */
const CACHE_BITS = 16;
const ROW = 32;
const LONGEST_CACHED = ROW - 1;
/** Numbers of a remembered piece: estimate, tokens, spread, shape. */
const VALUES = 4;

function expand(byGroup: Weights['weights']): Float64Array {
  const weights = new Float64Array(FEATURES);
  for (const [group, values] of Object.entries(byGroup)) weights.set(values.slice(0, groups[group as Group]), offsets[group as Group]);
  return weights;
}

/** Makes the estimator of a vocabulary: sums of `text[start, end)` as if it were a text of its own or began behind a line end. */
export function createEstimator(ranks: Ranks, { weights: byGroup, spread }: Weights): (text: string, start: number, end: number) => Sums {
  const weights = expand(byGroup);
  const pieces = createPieceReader(ranks);
  const readFeatures = createFeatureReader();
  const cache = new Uint16Array(ROW << CACHE_BITS);
  const known = new Int32Array(VALUES << CACHE_BITS);
  const pairs = Int32Array.from(weights.subarray(offsets.pair), (weight) => Math.round(weight * UNITS));
  // In an array, because a captured number that changes is a new object each time.
  const sum = new Float64Array(1);
  const sink = (feature: number, amount: number): void => {
    sum[0]! += weights[feature]! * amount;
  };
  /** Writes the values of a piece into `values` from `at` on. */
  const measure = (text: string, start: number, end: number, values: Int32Array, at: number): void => {
    const piece = pieces.read(text, start, end);
    sum[0] = 0;
    const kind = readFeatures(piece, sink);
    values[at] = Math.round(sum[0]! * UNITS);
    values[at + 1] = piece.tokens * UNITS;
    values[at + 2] = Math.round(piece.tokens * spread[kind.spread]! * UNITS);
    values[at + 3] = kind.shape;
  };
  const holds = (row: number, text: string, start: number, length: number): boolean => {
    if (cache[row] !== length) return false;
    for (let i = 0; i < length; i++) if (cache[row + 1 + i] !== text.charCodeAt(start + i)) return false;
    return true;
  };
  const long = new Int32Array(VALUES);

  return (text, start, end) => {
    const sums: Sums = { estimate: 0, tokens: 0, spread: 0 };
    let before = 0;
    for (let from = start, to = start; from < end; from = to) {
      to = pieces.endOf(text, from, end);
      const length = to - from;
      let values = long;
      let at = 0;
      if (length > LONGEST_CACHED) {
        measure(text, from, to, long, 0);
      } else {
        let hash = length;
        for (let i = from; i < to; i++) hash = (Math.imul(hash, 0x0100_0193) + text.charCodeAt(i)) | 0;
        const slot = Math.imul(hash, 0x9e37_79b1) >>> (32 - CACHE_BITS);
        const row = slot * ROW;
        values = known;
        at = slot * VALUES;
        if (!holds(row, text, from, length)) {
          cache[row] = length;
          for (let i = 0; i < length; i++) cache[row + 1 + i] = text.charCodeAt(from + i);
          measure(text, from, to, known, at);
        }
      }
      const shape = values[at + 3]!;
      sums.estimate += values[at]! + pairs[before * SHAPES + shape]!;
      sums.tokens += values[at + 1]!;
      sums.spread += values[at + 2]!;
      before = shapeBefore(shape);
    }
    return sums;
  };
}

import type { Ranks } from './ranks';
import * as table from './ranks';

// Copies, because where modules stay apart an imported name is a getter, which is too slow for each byte.
const { HASH_BASE, NO_RANK } = table;

/** Above this many bytes a heap finds the next merge, below it a scan does. */
export const SCAN_LIMIT = 96;

/** Counts the tokens of one pre-token, given as UTF-8 in `bytes[0, size)`. Where `ends` is given, writes where each token ends into it. */
export type CountPiece = (bytes: Uint8Array, size: number, ends?: Int32Array) => number;

/** Watches the work of the merger, for tests of its growth. */
export interface MergeProbe {
  /** Steps of the heap and table look-ups so far. */
  steps: number;
}

/**
 * Makes a byte-pair merger: of all neighbours whose bytes together are a token, those of the lowest rank merge first,
 * the leftmost of equals. Time is O(n log n); a piece above SCAN_LIMIT takes about 33 bytes for each of its bytes meanwhile.
 */
export function createMerger(ranks: Ranks, probe?: MergeProbe): CountPiece {
  const { longest, pairs } = ranks;
  const powers = new Int32Array(longest + 1).fill(1);
  for (let i = 1; i <= longest; i++) powers[i] = Math.imul(powers[i - 1]!, HASH_BASE);
  const scanHashes = new Int32Array(SCAN_LIMIT + 1);
  const scanStarts = new Int32Array(SCAN_LIMIT + 1);
  const scanRanks = new Int32Array(SCAN_LIMIT + 1);

  /** Hashes of all beginnings, from which the hash of any range follows. */
  const hashInto = (hashes: Int32Array, bytes: Uint8Array, size: number): void => {
    let hash = 0;
    for (let i = 0; i < size; i++) {
      hash = (Math.imul(hash, HASH_BASE) + bytes[i]!) | 0;
      hashes[i + 1] = hash;
    }
  };
  const rankOf = (bytes: Uint8Array, hashes: Int32Array, start: number, end: number): number => {
    if (probe) probe.steps++;
    const size = end - start;
    if (size > longest) return NO_RANK;
    return ranks.find(bytes, start, end, (hashes[end]! - Math.imul(hashes[start]!, powers[size]!)) | 0);
  };

  const countByScan = (bytes: Uint8Array, size: number): number => {
    const starts = scanStarts;
    const next = scanRanks;
    let parts = size;
    for (let i = 0; i < size; i++) {
      starts[i] = i;
      next[i] = i + 1 < size ? pairs[(bytes[i]! << 8) | bytes[i + 1]!]! : NO_RANK;
    }
    starts[size] = size;
    while (parts > 1) {
      let least = NO_RANK;
      let at = 0;
      for (let i = 0; i < parts - 1; i++) {
        const rank = next[i]!;
        if (rank < least) {
          least = rank;
          at = i;
        }
      }
      if (least === NO_RANK) break;
      for (let i = at + 1; i < parts; i++) {
        starts[i] = starts[i + 1]!;
        next[i] = next[i + 1]!;
      }
      parts--;
      next[at] = at + 1 < parts ? rankOf(bytes, scanHashes, starts[at]!, starts[at + 2]!) : NO_RANK;
      if (at > 0) next[at - 1] = rankOf(bytes, scanHashes, starts[at - 1]!, starts[at + 1]!);
    }
    return parts;
  };

  return (bytes, size, ends) => {
    if (ends) ends[0] = size;
    if (size < 2) return size;
    const hashes = size <= SCAN_LIMIT ? scanHashes : new Int32Array(size + 1);
    hashInto(hashes, bytes, size);
    if (size <= longest && rankOf(bytes, hashes, 0, size) !== NO_RANK) return 1;
    if (size > SCAN_LIMIT) return countByHeap(bytes, size, pairs, (start, end) => rankOf(bytes, hashes, start, end), probe, ends);
    const parts = countByScan(bytes, size);
    if (ends) for (let i = 0; i < parts; i++) ends[i] = scanStarts[i + 1]!;
    return parts;
  };
}

const POSITIONS = 2 ** 30;

function countByHeap(
  bytes: Uint8Array,
  size: number,
  pairs: Int32Array,
  rankOf: (start: number, end: number) => number,
  probe: MergeProbe | undefined,
  tokenEnds: Int32Array | undefined,
): number {
  // A part is known by its first byte. `ends[i]` is where the next begins, `befores[i]` where the one before does.
  const ends = new Int32Array(size);
  const befores = new Int32Array(size + 1);
  const next = new Int32Array(size).fill(NO_RANK);
  // rank × 2^30 + position, so that the leftmost of equal ranks comes first. A merge takes one out and puts two in at most.
  const heap = new Float64Array(2 * size);
  let held = 0;

  const sink = (from: number, key: number): void => {
    let at = from;
    for (let child = 2 * at + 1; child < held; child = 2 * at + 1) {
      if (probe) probe.steps++;
      if (child + 1 < held && heap[child + 1]! < heap[child]!) child++;
      if (heap[child]! >= key) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = key;
  };
  const push = (key: number): void => {
    let at = held++;
    while (at > 0) {
      if (probe) probe.steps++;
      const parent = (at - 1) >> 1;
      if (heap[parent]! <= key) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = key;
  };
  const setRank = (start: number, rank: number): void => {
    next[start] = rank;
    if (rank !== NO_RANK) push(rank * POSITIONS + start);
  };

  for (let i = 0; i < size; i++) {
    ends[i] = i + 1;
    befores[i + 1] = i;
    if (i + 1 === size) break;
    const rank = pairs[(bytes[i]! << 8) | bytes[i + 1]!]!;
    next[i] = rank;
    if (rank !== NO_RANK) heap[held++] = rank * POSITIONS + i;
  }
  for (let i = (held >> 1) - 1; i >= 0; i--) sink(i, heap[i]!);

  let parts = size;
  while (held > 0) {
    const key = heap[0]!;
    held--;
    if (held > 0) sink(0, heap[held]!);
    const rank = Math.floor(key / POSITIONS);
    const start = key - rank * POSITIONS;
    // An entry of a pair that has merged otherwise since.
    if (next[start] !== rank) continue;
    const joined = ends[start]!;
    const end = ends[joined]!;
    ends[start] = end;
    befores[end] = start;
    next[joined] = NO_RANK;
    parts--;
    setRank(start, end < size ? rankOf(start, ends[end]!) : NO_RANK);
    if (start > 0) setRank(befores[start]!, rankOf(befores[start]!, end));
  }
  if (tokenEnds) for (let at = 0, i = 0; at < size; i++) at = tokenEnds[i] = ends[at]!;
  return parts;
}

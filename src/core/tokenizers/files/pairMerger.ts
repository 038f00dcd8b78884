/** A merge of two neighbours; those of lower rank come first. */
export interface PairMerges {
  size: number;
  /** The place of the merge of two tokens in the list; -1 for none. */
  rankOf(left: number, right: number): number;
  /** The token that the merge of a rank makes. */
  resultOf(rank: number): number;
}

/** Makes a table of merges from three numbers for each: left, right and result. The first of equal pairs counts. */
export function createPairMerges(merges: Int32Array): PairMerges {
  const size = merges.length / 3;
  const bits = 33 - Math.clz32(size + 1);
  const mask = (1 << bits) - 1;
  const slots = new Int32Array(1 << bits);
  const slotOf = (left: number, right: number): number => {
    let slot = Math.imul(Math.imul(left, 0x0100_0193) ^ right, 0x9e37_79b1) >>> (32 - bits);
    for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
      if (merges[3 * held - 3] === left && merges[3 * held - 2] === right) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  for (let rank = 0; rank < size; rank++) {
    const slot = slotOf(merges[3 * rank]!, merges[3 * rank + 1]!);
    if (slots[slot] === 0) slots[slot] = rank + 1;
  }
  return { size, rankOf: (left, right) => slots[slotOf(left, right)]! - 1, resultOf: (rank) => merges[3 * rank + 2]! };
}

/** Above this many rank × position no longer fits the keys of the heap. */
const POSITIONS = 2 ** 27;

/** Merges neighbours, lowest rank first and leftmost of equals, and returns how many tokens are left. Overwrites `tokens`. O(n log n). */
export function mergePairs(tokens: number[], merges: PairMerges): number {
  const size = tokens.length;
  if (size < 2) return size;
  if (size >= POSITIONS) throw new RangeError('a piece of more than 134 million characters');
  const nexts = Array.from({ length: size }, (_, i) => i + 1);
  const befores = Array.from({ length: size + 1 }, (_, i) => i - 1);
  const ranks = new Array<number>(size).fill(-1);
  const heap: number[] = [];
  const rate = (at: number): void => {
    const next = nexts[at]!;
    ranks[at] = next < size ? merges.rankOf(tokens[at]!, tokens[next]!) : -1;
    if (ranks[at]! >= 0) push(heap, ranks[at]! * POSITIONS + at);
  };
  for (let at = 0; at < size - 1; at++) rate(at);
  let left = size;
  for (let key = pop(heap); key >= 0; key = pop(heap)) {
    const rank = Math.floor(key / POSITIONS);
    const at = key - rank * POSITIONS;
    // An entry of a pair that has merged otherwise since.
    if (ranks[at] !== rank) continue;
    const joined = nexts[at]!;
    tokens[at] = merges.resultOf(rank);
    ranks[joined] = -1;
    nexts[at] = nexts[joined]!;
    befores[nexts[at]!] = at;
    left--;
    rate(at);
    if (befores[at]! >= 0) rate(befores[at]!);
  }
  return left;
}

function push(heap: number[], key: number): void {
  let at = heap.push(key) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (heap[parent]! <= key) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = key;
}

/** The least key; -1 where none is left. */
function pop(heap: number[]): number {
  const least = heap[0];
  const key = heap.pop();
  if (least === undefined || key === undefined) return -1;
  if (heap.length === 0) return least;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
    if (heap[child]! >= key) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = key;
  return least;
}

/** A block ends at the first place behind this many characters where it may. */
const BLOCK_SIZE = 256;
/** Shorter texts are counted whole. */
const SHORT_TEXT = 1024;
/** Bounds of what is remembered: texts, and UTF-16 units over all of them. */
const MAX_TEXTS = 16;
const MAX_UNITS = 4_000_000;

/** What is counted of `text[start, end)`. The ends must not part a surrogate pair. */
export type MeasureRange<T> = (text: string, start: number, end: number) => T;

/** How counts add up: `a + sign · b`. */
export type Add<T> = (a: T, b: T, sign: 1 | -1) => T;

/** A text with its blocks: they lie one behind the other and cover all of it. */
interface CountedText<T> {
  text: string;
  lengths: number[];
  counts: T[];
  total: T;
}

/** Does a line that begins at `at` hold more than white space before it ends? False at the end of the text. */
function hasInk(text: string, at: number): boolean {
  for (let i = at; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13) return false;
    const white = unit < 128 ? unit === 32 || (unit > 8 && unit < 14) : /\p{White_Space}/u.test(text[i]!);
    if (!white) return true;
  }
  return false;
}

/**
 * The first block end at `from` or behind it, or the length of the text. A block ends behind a LF where the next line
 * is not blank and does not begin with a slash: no pre-token of o200k_base or cl100k_base spans such a place, so the
 * counts of the blocks add up to the count of the text.
 */
export function blockEnd(text: string, from: number): number {
  for (let at = text.indexOf('\n', Math.max(0, from - 1)); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at + 1) !== 47 && hasInk(text, at + 1)) return at + 1;
  }
  return text.length;
}

/** Splits `text[start, end)` into blocks of some 256 characters; `end` must be a block end. Returns their lengths. */
export function splitBlocks(text: string, start = 0, end = text.length): number[] {
  const lengths: number[] = [];
  for (let at = start; at < end; ) {
    const next = Math.min(end, blockEnd(text, at + BLOCK_SIZE));
    lengths.push(next - at);
    at = next;
  }
  return lengths;
}

/** UTF-16 units that both texts share from their ends at `a` and `b` on, forwards (step 1) or backwards (step −1), at most `limit`. */
function sharedUnits(a: string, b: string, limit: number, step: 1 | -1): number {
  const equal = (from: number, to: number): boolean =>
    step === 1 ? a.slice(from, to) === b.slice(from, to) : a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from);
  // Comparing slices is native and quick: double the stride while they are equal, then halve the last one.
  let shared = 0;
  let stride = 64;
  while (shared < limit && equal(shared, Math.min(limit, shared + stride))) {
    shared = Math.min(limit, shared + stride);
    stride *= 2;
  }
  let different = Math.min(limit, shared + stride);
  while (different - shared > 1) {
    const middle = (shared + different) >> 1;
    if (equal(shared, middle)) shared = middle;
    else different = middle;
  }
  return shared;
}

function countBlocks<T>(text: string, start: number, lengths: readonly number[], count: MeasureRange<T>): T[] {
  let at = start;
  return lengths.map((length) => {
    const from = at;
    at += length;
    return count(text, from, at);
  });
}

/** Counts what differs from `known`; null where less than half of the text is shared. */
function recount<T>(known: CountedText<T>, text: string, count: MeasureRange<T>, add: Add<T>): CountedText<T> | null {
  const shortest = Math.min(known.text.length, text.length);
  const head = sharedUnits(known.text, text, shortest, 1);
  const tail = sharedUnits(known.text, text, shortest - head, -1);
  if (head + tail < text.length / 2) return null;
  const { lengths, counts } = known;
  const editEnd = known.text.length - tail;
  // Keep the blocks before the last one that begins in the shared head: whether it begins there hangs on its first line.
  let first = 0;
  let start = 0;
  while (first + 1 < lengths.length && start + lengths[first]! + lengths[first + 1]! <= head) start += lengths[first++]!;
  // Keep the blocks whose line end before them lies in the shared tail.
  let last = first;
  let end = start;
  while (last < lengths.length && end <= editEnd) end += lengths[last++]!;
  const newEnd = end + text.length - known.text.length;
  const changed = splitBlocks(text, start, newEnd);
  const changedCounts = countBlocks(text, start, changed, count);
  let total = known.total;
  for (const block of changedCounts) total = add(total, block, 1);
  for (let i = first; i < last; i++) total = add(total, counts[i]!, -1);
  return {
    text,
    lengths: [...lengths.slice(0, first), ...changed, ...lengths.slice(last)],
    counts: [...counts.slice(0, first), ...changedCounts, ...counts.slice(last)],
    total,
  };
}

/**
 * Makes a counter that remembers the last texts by blocks: counting a text again after a small edit costs a comparison
 * and the count of the blocks around the edit. Remembers at most 16 texts of 4 million UTF-16 units together.
 */
export function createBlockSums<T>(count: MeasureRange<T>, add: Add<T>): (text: string) => T {
  // Latest first.
  const known: CountedText<T>[] = [];

  const countAnew = (text: string): CountedText<T> => {
    const lengths = splitBlocks(text);
    const counts = countBlocks(text, 0, lengths, count);
    return { text, lengths, counts, total: counts.reduce((total, block) => add(total, block, 1)) };
  };
  const remember = (counted: CountedText<T>): void => {
    known.unshift(counted);
    let units = known.reduce((sum, entry) => sum + entry.text.length, 0);
    while (known.length > MAX_TEXTS || units > MAX_UNITS) units -= known.pop()!.text.length;
  };

  return (text) => {
    if (text.length < SHORT_TEXT) return count(text, 0, text.length);
    const same = known.find((entry) => entry.text === text);
    if (same) return same.total;
    for (let i = 0; i < known.length; i++) {
      const counted = recount(known[i]!, text, count, add);
      if (!counted) continue;
      known.splice(i, 1);
      remember(counted);
      return counted.total;
    }
    const counted = countAnew(text);
    remember(counted);
    return counted.total;
  };
}

/** The same for plain numbers. */
export const createBlockCounter = (count: MeasureRange<number>): ((text: string) => number) => createBlockSums(count, (a, b, sign) => a + sign * b);

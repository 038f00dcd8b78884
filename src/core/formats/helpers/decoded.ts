import type { Escape, Span } from '../../types';

/** A text as the program sees it, and where it stands in the source. */
export interface Decoded {
  text: string;
  /** Offset in the source of the first character. */
  start: number;
  escapes: Escape[];
  /** False where decoded offsets can't be mapped to the source. */
  mapped: boolean;
}

/** A range of the source that means itself. */
export const plain = (source: string, { start, end }: Span): Decoded => ({ text: source.slice(start, end), start, escapes: [], mapped: true });

/** A text whose place in the source is not known. */
export const unmapped = (text: string): Decoded => ({ text, start: 0, escapes: [], mapped: false });

/**
 * Maps ascending decoded offsets to source offsets; the next offset may not lie before the last. Where source without decoded text
 * stands, the offset is behind it for a start and before it for an end.
 */
export function createMapper({ start, escapes }: Decoded): (offset: number, side: 'start' | 'end') => number {
  let next = 0;
  let shift = 0;
  return (offset, side) => {
    for (; next < escapes.length; next++) {
      const { at, length, sourceLength } = escapes[next]!;
      if (at + length > offset || (at === offset && length === 0 && side === 'end')) break;
      shift += sourceLength - length;
    }
    return start + offset + shift;
  };
}

/** The escapes between two decoded offsets, counted from the first. */
export function escapesWithin(escapes: readonly Escape[], from: number, to: number): Escape[] {
  const first = lowerBound(escapes, from);
  const found: Escape[] = [];
  for (let index = first; index < escapes.length && escapes[index]!.at + escapes[index]!.length <= to; index++) {
    const one = escapes[index]!;
    if (one.length === 0 && (one.at === to || one.at === from)) continue;
    found.push({ ...one, at: one.at - from });
  }
  return found;
}

function lowerBound(escapes: readonly Escape[], at: number): number {
  let [low, high] = [0, escapes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (escapes[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

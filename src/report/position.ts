import type { Span } from '../core';

/** A range in lines and columns, both from 1; columns count UTF-16 units, the end is behind the last character. */
export interface Range {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Finds lines and columns of offsets in one text. */
export type Locate = (span: Span) => Range;

/** Indexes the lines of a text (`\n`, `\r\n` or `\r`) once; each look-up is a binary search. */
export function createLocator(text: string): Locate {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return ({ start, end }) => {
    const line = lineOf(start);
    const endLine = lineOf(end);
    return { line: line + 1, column: start - starts[line]! + 1, endLine: endLine + 1, endColumn: end - starts[endLine]! + 1 };
  };
}

import type { Range } from './position';

/** `12:8`, and in a notebook `cell 3, 12:8` with cells counted from 1 as editors show them. */
export function formatPlace({ line, column, cell }: Pick<Range, 'line' | 'column'> & { cell?: number }): string {
  return `${cell === undefined ? '' : `cell ${cell + 1}, `}${line}:${column}`;
}

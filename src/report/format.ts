import type { Accuracy } from '../core';
import { english, type NumberMarks, writeNumber } from './money';
/** How figures are written for people, wherever they are shown. What is not exact carries `≈`, a lower bound `≥`; what is not known says so. */

/** Tokens and other counts: `1,234`. */
export function formatCount(count: number, marks: NumberMarks = english): string {
  return writeNumber(Math.round(count), 0, marks);
}

/** Puts `≈` before a figure that is not exact. */
export function markAccuracy(figure: string, accuracy: Accuracy): string {
  if (accuracy === 'unknown') return 'unknown';
  return accuracy === 'exact' ? figure : `≈ ${figure}`;
}

/** `≥ ` before what is known in part, `≈ ` before what is estimated, nothing before what is counted. */
export function signOf({ atLeast, exact }: { atLeast: boolean; exact: boolean }): string {
  return atLeast ? '≥ ' : exact ? '' : '≈ ';
}

/** `1 file`, `2 files`. */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

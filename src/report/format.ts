/** How figures are written for people, wherever they are shown. What is not exact carries `≈`, a lower bound `≥`; what is not known says so. */
import type { Accuracy } from '../core';

/** The marks of a language: between thousands, and before decimals. */
export interface NumberMarks {
  group: string;
  decimal: string;
}

const english: NumberMarks = { group: ',', decimal: '.' };

/** By hand, because every keystroke writes every hint anew, and a formatter with options is made anew for each. */
function write(value: number, decimals: number, { group, decimal }: NumberMarks): string {
  const [whole = '', rest] = value.toFixed(decimals).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, group)}${rest ? decimal + rest : ''}`;
}

/** Tokens and other counts: `1,234`. */
export function formatCount(count: number, marks: NumberMarks = english): string {
  return write(Math.round(count), 0, marks);
}

/**
 * USD in whole cents from ten cents on, below that with four digits or two significant ones, whichever says more: `$0.0141`, `$0.00042`,
 * `$0.05`. `unknown` for null. Only zero is shown as zero.
 */
export function formatUsd(usd: number | null, marks: NumberMarks = english): string {
  if (usd === null || !Number.isFinite(usd)) return 'unknown';
  if (usd === 0) return '$0';
  if (usd < 0) return `-${formatUsd(-usd, marks)}`;
  if (usd < 1e-8) return `< $${write(1e-8, 8, marks)}`;
  if (usd >= 0.1) return `$${write(usd, usd >= 1000 ? 0 : 2, marks)}`;
  const decimals = Math.max(4, 1 - Math.floor(Math.log10(usd)));
  const zeros = /0+$/.exec(usd.toFixed(decimals))?.[0].length ?? 0;
  return `$${write(usd, Math.max(2, decimals - zeros), marks)}`;
}

/** A price in USD per million tokens, every digit of it: `$2.50`, `$0.075`; `unknown` for null. */
export function formatPrice(usdPerMillion: number | null, marks: NumberMarks = english): string {
  if (usdPerMillion === null) return 'unknown';
  const digits = usdPerMillion.toFixed(6).replace(/0{1,4}$/, '');
  return `$${write(usdPerMillion, digits.length - digits.indexOf('.') - 1, marks)}`;
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

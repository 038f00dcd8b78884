/** How figures are written for people, wherever they are shown. What is not exact carries `≈`; what is not known says so. */
import type { Accuracy } from '../core';

/** Tokens and other counts: `1,234`. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

/** USD with two significant digits or whole cents, whichever says more; `unknown` for null. Only zero is shown as zero. */
export function formatUsd(usd: number | null): string {
  if (usd === null || !Number.isFinite(usd)) return 'unknown';
  if (usd === 0) return '$0';
  if (usd < 0) return `-${formatUsd(-usd)}`;
  if (usd < 1e-8) return '< $0.00000001';
  const decimals = usd >= 1000 ? 0 : Math.max(2, 1 - Math.floor(Math.log10(usd)));
  return `$${usd.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}`;
}

/** A price in USD per million tokens, every digit of it: `$2.50`, `$0.075`; `unknown` for null. */
export function formatPrice(usdPerMillion: number | null): string {
  if (usdPerMillion === null) return 'unknown';
  return `$${usdPerMillion.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 })}`;
}

/** Puts `≈` before a figure that is not exact. */
export function markAccuracy(figure: string, accuracy: Accuracy): string {
  if (accuracy === 'unknown') return 'unknown';
  return accuracy === 'exact' ? figure : `≈ ${figure}`;
}

/** `1 file`, `2 files`. */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

import type { Estimate } from '../types';
import { usdOf } from './usdOf';

/** USD of one request as if its provider cached nothing: what is in its cache is billed as input. null where no price is known. */
export function uncachedUsd(estimate: Estimate): number | null {
  if (!estimate.cost) return null;
  const lines = estimate.lines.filter(({ when }) => when !== 'later');
  return lines.reduce((sum, { unit, quantity, usd }) => {
    const isWrite = unit === 'cacheWrite' || unit === 'cacheWrite1h';
    return sum + ((isWrite ? usdOf(estimate, 'input', quantity.likely ?? 0) : usd) ?? 0);
  }, 0);
}

/** Likely tokens that a later request finds in the provider's cache. */
export function cachedTokens({ lines }: Estimate): number {
  return lines.reduce((sum, { unit, quantity }) => sum + (unit === 'cacheRead' ? (quantity.likely ?? 0) : 0), 0);
}

import type { Estimate } from '../types';
import { pricesOf } from './prices';
import { toUsd } from './toUsd';

/**
 * USD of so many tokens at a request's own prices: of input outside the provider's cache, of input that is read from it, or of output; null
 * where the price is not known. Where the request has no such line, the list price at its size counts.
 */
export function usdOf({ model, lines, input }: Estimate, unit: 'input' | 'cacheRead' | 'cacheWrite' | 'output', tokens: number): number | null {
  const line = lines.find((one) => one.unit === unit && one.price !== null);
  if (line) return toUsd(tokens, line.price, line.per);
  if (model?.kind !== 'found') return null;
  const { price, per } = pricesOf(model.model, model.model.price, 1)(unit, input.tokens + input.placeholderTokens);
  return toUsd(tokens, price, per);
}

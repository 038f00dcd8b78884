import { tierFor } from '../pricing/tierFor';
import type { Model } from '../types';
import { toUsd } from './toUsd';

/** USD of tokens that are sent in full, or written to the cache again, instead of read from it; null without a price of the cache. */
export function cacheLossUsd(model: Model | null, tokens: number, inputTokens: number): number | null {
  if (!model?.price) return null;
  const { input, cacheWrite, cachedInput } = tierFor(model.price.tiers, inputTokens);
  const [full, read] = [toUsd(tokens, cacheWrite ?? input), toUsd(tokens, cachedInput)];
  return full === null || read === null ? null : full - read;
}

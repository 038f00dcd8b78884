import type { PriceTier } from '../types';

/** The step that holds for a call of so many input tokens. */
export function tierFor(tiers: readonly PriceTier[], inputTokens: number): PriceTier {
  return tiers.findLast((tier) => inputTokens > tier.above) ?? (tiers[0] as PriceTier);
}

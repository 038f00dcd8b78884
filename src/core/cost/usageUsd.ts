import { assumedBatchFactor, batchProviders, zoneOf } from '../pricing';
import { type TokenUsage, usageCost } from '../pricing/usageCost';
import type { Model, Price, PriceUnit, ServiceTier } from '../types';
import { modifierOf } from './prices';

/** What calls used that fell in one price step and were served alike. */
export interface BilledUsage {
  provider: string | null;
  /** As the log writes it. */
  model: string;
  /** ISO date. */
  day: string;
  tier: string | null;
  batch: boolean;
  region: string | null;
  speed: string | null;
  /** Each call had more input tokens than this. */
  above: number;
  calls: number;
  /** The kinds of input do not overlap; reasoning is part of output, sound of neither. */
  tokens: Required<Pick<TokenUsage, 'input' | 'cacheRead' | 'cacheWrite' | 'cacheWrite1h' | 'output'>> & {
    reasoning: number;
    audioInput: number;
    audioOutput: number;
  };
  searches: number;
}

/** USD of what was used at the list price of its day; null where a price that it takes is not known. */
export function usageUsd(model: Model, usage: BilledUsage): number | null {
  const { price } = model;
  if (!price) return null;
  const factor = factorOf(price, model, usage);
  return factor === null ? null : usageCost(price, inUnits(price, usage), { above: usage.above, factor });
}

/** Kinds that a vendor has no price of their own for are billed as text. */
function inUnits(price: Price, { tokens, searches, calls }: BilledUsage): TokenUsage {
  const { input, cacheRead, cacheWrite, cacheWrite1h, output, reasoning, audioInput, audioOutput } = tokens;
  const own = (unit: PriceUnit) => price.units[unit] !== undefined;
  const units: Partial<Record<PriceUnit, number>> = {
    ...(own('reasoning') && { reasoning }),
    ...(own('audioInput') && { audioInput }),
    ...(own('audioOutput') && { audioOutput }),
    ...(own('requests') && { requests: calls }),
    ...(searches && { searches }),
  };
  return {
    input: input + (own('audioInput') ? 0 : audioInput),
    cacheRead,
    cacheWrite,
    cacheWrite1h,
    output: output - (own('reasoning') ? reasoning : 0) + (own('audioOutput') ? 0 : audioOutput),
    units,
  };
}

const tiers: Readonly<Record<string, ServiceTier>> = { flex: 'flex', priority: 'priority', fast: 'priority', batch: 'batch' };

/** What the prices of tokens are multiplied by; null for a tier without a known price. Half for batches where the vendor is known to sell them so. */
function factorOf(price: Price, { provider, name }: Model, { tier, batch, region, speed, day }: BilledUsage): number | null {
  const named = batch ? 'batch' : speed === 'fast' ? 'fast' : (tiers[tier?.toLowerCase() ?? ''] ?? null);
  const parameters = { tier: named, resident: region === 'us', answers: 1, thinking: null, cacheTtl: null, choice: null };
  const { factor, known } = modifierOf(price, parameters, zoneOf(name), day);
  if (named === 'batch' && !price.serviceTiers.batch) return batchProviders.includes(provider) ? factor * assumedBatchFactor : null;
  return known ? factor : null;
}

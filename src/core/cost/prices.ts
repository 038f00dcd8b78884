import { tierFor } from '../pricing/tierFor';
import { type CacheRule, rowOf, vendorOf } from '../providers';
import type { Model, Price, PriceTier, PriceUnit, Unit } from '../types';
import type { BilledParameters } from './parameters';

/** USD for `per` units of something. */
export interface UnitPrice {
  price: number | null;
  per: number;
}

/** What a price list says for a request of so many input tokens. */
export type PriceAt = (unit: Unit, inputTokens: number, hours?: 'usual' | 'cheapest' | 'dearest') => UnitPrice;

const TOKENS = 1e6;

/** Units that are billed as input where the vendor has no price of their own for them. */
const ownInput: Partial<Record<Unit, PriceUnit>> = { image: 'imageInput', audio: 'audioInput' };

/** How a request that is written so is billed; `factor` multiplies the prices of tokens. */
export function modifierOf(
  price: Price,
  { tier, resident }: BilledParameters,
  zone: 'dataZone' | null,
  today: string,
): { factor: number; known: boolean } {
  const holds = (factor: { factor: number; until: string | null } | undefined) =>
    factor && (factor.until === null || today <= factor.until) ? factor.factor : null;
  const ofTier = tier === null ? 1 : holds(price.serviceTiers[tier]);
  const ofRegion = resident ? (holds(price.regions.residency) ?? 1) : 1;
  const ofZone = zone ? (holds(price.regions[zone]) ?? 1) : 1;
  // A faster tier whose price is not known costs the list price at least.
  return { factor: (ofTier ?? 1) * ofRegion * ofZone, known: ofTier !== null || tier === 'flex' || tier === 'batch' };
}

/** The price of each unit, with its step by the size of the request. null where it is not known. */
export function pricesOf(model: Model, price: Price | null, factor: number): PriceAt {
  const vendor = vendorOf(model);
  const cache = (vendor && rowOf(vendor.cache, model)) ?? null;
  return (unit, inputTokens, hours = 'usual') => {
    if (!price) return { price: null, per: perOf(unit) };
    if (unit === 'search') return { price: price.units.searches ?? null, per: 1000 };
    if (unit === 'request') return { price: price.units.requests === undefined ? null : price.units.requests / 1000, per: 1 };
    const other = price.otherHours;
    const wanted = hours === 'dearest' ? 'peak' : hours === 'cheapest' ? 'off-peak' : null;
    const tier = tierFor(other && other.kind === wanted ? other.tiers : price.tiers, inputTokens);
    const own = tokenPrice(unit, tier, price, cache);
    return { price: own === null ? null : own * factor, per: TOKENS };
  };
}

const perOf = (unit: Unit): number => (unit === 'search' ? 1000 : unit === 'request' ? 1 : TOKENS);

const times = (price: number | null, factor: number | undefined): number | null => (price === null || factor === undefined ? null : price * factor);

function tokenPrice(unit: Unit, tier: PriceTier, { units }: Price, cache: CacheRule | null): number | null {
  switch (unit) {
    case 'output':
      return tier.output;
    case 'reasoning':
      return units.reasoning ?? tier.output;
    case 'cacheRead':
      return tier.cachedInput;
    case 'cacheWrite':
      return tier.cacheWrite ?? times(tier.input, cache?.writes['5m']);
    case 'cacheWrite1h':
      return tier.cacheWrite1h ?? times(tier.input, cache?.writes['1h']);
    default: {
      const own = ownInput[unit];
      return (own && units[own]) ?? tier.input;
    }
  }
}

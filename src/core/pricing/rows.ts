import type { Price, PriceTier, Provenance } from '../types';
import file from './catalogue.json';

/** How a provider's ids are recognised. Compared without case. */
export type MatchRule =
  | { equals: string }
  | { starts_with: string }
  | { ends_with: string }
  | { contains: string }
  | { regex: string }
  | { and: MatchRule[] }
  | { or: MatchRule[] };

/** `[above, input, output, cachedInput, cacheWrite, cacheWrite1h]`, USD per million tokens; see PriceTier. */
export type TierRow = [number, ...(number | null)[]];

/** Prices from a date on; `from` is null for those that hold from the beginning. */
export interface PriceStep {
  from: string | null;
  tiers: TierRow[];
}

/** One model of the snapshot, as the generator writes it: one per line of catalogue.json. */
export interface ModelRow {
  provider: string;
  id: string;
  aliases?: string[];
  /** Any of them. */
  match?: MatchRule[];
  context?: number;
  /** In order of time. Absent where no price per token is known. */
  prices?: PriceStep[];
  /** What holds in the other hours of the day, where the price depends on them. */
  otherHours?: { kind: 'peak' | 'off-peak'; hours: string; tiers: TierRow[] };
}

export interface ProviderRow {
  id: string;
  /** The vendor's price page. */
  url: string | null;
  /** Ids that say by themselves that they are this provider's. */
  match: MatchRule | null;
  /** Providers whose models are sold here at the same price. */
  fallback: string[];
}

interface SnapshotFile {
  source: string;
  version: string;
  asOf: string;
  providers: ProviderRow[];
  models: ModelRow[];
}

/** The generated price snapshot. scripts/prices.ts writes it; nobody edits it. */
export const snapshotFile = file as unknown as SnapshotFile;

const tier = ([above, input = null, output = null, cachedInput = null, cacheWrite = null, cacheWrite1h = null]: TierRow): PriceTier => ({
  above,
  input,
  output,
  cachedInput,
  cacheWrite,
  cacheWrite1h,
});

/** A price that is the same at all hours, in every tier of service and in every region, and has no other units. */
export const noModifiers: Pick<Price, 'units' | 'serviceTiers' | 'regions' | 'otherHours'> = {
  units: {},
  serviceTiers: {},
  regions: {},
  otherHours: null,
};

const usd = (price: PriceTier): string => [price.input, price.output].map((value) => (value === null ? '–' : `$${value}`)).join(' / ');

/** The price that holds on a day (ISO date); later steps and other hours of the day go into the note. */
export function priceOn(day: string, row: ModelRow, provenance: Omit<Provenance, 'from'>): Price | null {
  const steps = row.prices ?? [];
  const current = steps.findLast((step) => step.from === null || step.from <= day);
  if (!current) return null;
  const notes: string[] = [];
  const otherHours = row.otherHours ? { ...row.otherHours, tiers: row.otherHours.tiers.map(tier) } : null;
  if (row.otherHours) {
    const { kind, hours, tiers } = row.otherHours;
    notes.push(`${kind === 'peak' ? 'Off-peak' : 'Peak'} price; ${kind} (${hours}): ${usd(tier(tiers[0]!))}`);
  }
  for (const step of steps.slice(steps.indexOf(current) + 1)) notes.push(`From ${step.from}: ${usd(tier(step.tiers[0]!))}`);
  return {
    tiers: current.tiers.map(tier),
    ...noModifiers,
    otherHours,
    provenance: { ...provenance, from: current.from },
    note: notes.join('. ') || null,
  };
}

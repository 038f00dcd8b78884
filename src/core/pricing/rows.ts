import type { Price, PriceTier, PriceUnit, Provenance, ServiceTier, SourcedField } from '../types';
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
  /** Empty where nothing is billed per token of text. */
  tiers: TierRow[];
  units?: Partial<Record<PriceUnit, number>>;
}

/** One model of the snapshot, as the generator writes it: one per line of catalogue.json. */
export interface ModelRow {
  provider: string;
  id: string;
  aliases?: string[];
  /** Any of them. */
  match?: MatchRule[];
  context?: number;
  maxOutput?: number;
  /** The source says so; it has no date. */
  deprecated?: boolean;
  /** In order of time. Absent where no price per token is known. */
  prices?: PriceStep[];
  /** What holds in the other hours of the day, where the price depends on them. */
  otherHours?: { kind: 'peak' | 'off-peak'; hours: string; tiers: TierRow[] };
  /** What all token prices are multiplied by in a tier of service. */
  serviceTiers?: Partial<Record<ServiceTier, number>>;
  /** Fields that the second source filled or decided; the others are the first's. `maxOutput` is always the second's. */
  second?: SourcedField[];
  /** The second source has the same prices. */
  confirmed?: boolean;
}

export interface ProviderRow {
  id: string;
  /** `host`: sells others' models; its ids mean nothing without its name. */
  kind?: 'host';
  /** The vendor's price page. */
  url: string | null;
  /** Ids that say by themselves that they are this provider's. */
  match: MatchRule | null;
  /** Providers whose models are sold here at the same price. */
  fallback: string[];
}

/** A package that prices come from. */
export interface SnapshotSource {
  name: string;
  version: string;
  /** ISO date on which its data was taken. */
  asOf: string;
  /** How many models it has a price for. */
  priced: number;
}

/** Prices as they are shipped, or as an update left them. */
export interface Snapshot {
  /** The first has dates and units; the second fills what the first lacks. */
  sources: [SnapshotSource, SnapshotSource];
  providers: ProviderRow[];
  models: ModelRow[];
}

/** The generated price snapshot. `npm run prices:generate` writes it; nobody edits it. */
export const shippedSnapshot = file as unknown as Snapshot;

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

/**
 * The price that holds on a day (ISO date); later steps and other hours of the day go into the note. What is billed by other units alone has
 * one step without token prices.
 */
export function priceOn(
  day: string,
  row: Pick<ModelRow, 'prices' | 'otherHours'>,
  provenance: Omit<Provenance, 'from'>,
  factors: Pick<Price, 'serviceTiers' | 'regions'> = noModifiers,
): Price | null {
  const steps = row.prices ?? [];
  const current = steps.findLast((step) => step.from === null || step.from <= day);
  if (!current) return null;
  const notes: string[] = [];
  const otherHours = row.otherHours ? { ...row.otherHours, tiers: tiersOf(row.otherHours.tiers) } : null;
  if (otherHours) {
    const { kind, hours, tiers } = otherHours;
    notes.push(`${kind === 'peak' ? 'Off-peak' : 'Peak'} price; ${kind} (${hours}): ${usd(tiers[0]!)}`);
  }
  for (const step of steps.slice(steps.indexOf(current) + 1)) notes.push(`From ${step.from}: ${usd(tiersOf(step.tiers)[0]!)}`);
  const { serviceTiers, regions } = factors;
  return {
    tiers: tiersOf(current.tiers),
    units: current.units ?? {},
    serviceTiers,
    regions,
    otherHours,
    provenance: { ...provenance, from: current.from },
    note: notes.join('. ') || null,
  };
}

const tiersOf = (rows: readonly TierRow[]): PriceTier[] => (rows.length ? rows.map(tier) : [tier([0])]);

/** All numbers of input tokens above which some model costs more, ascending. */
export function priceSteps(): number[] {
  const steps = shippedSnapshot.models.flatMap(({ prices = [] }) => prices.flatMap(({ tiers }) => tiers.map(([above]) => above)));
  return [...new Set(steps)].filter(Boolean).sort((a, b) => a - b);
}

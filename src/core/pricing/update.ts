import { readFeed } from './feed';
import { type ModelRow, type ProviderRow, type Snapshot, shippedSnapshot, type TierRow } from './rows';
import { splitEnds } from './splitEnds';

/** Prices that came after the snapshot, as they are stored. */
export interface PriceUpdate {
  version: 1;
  /** ISO date on which they were taken. */
  asOf: string;
  /** The file or address that they came from. */
  source: string;
  providers: ProviderRow[];
  models: ModelRow[];
}

export type UpdateOutcome =
  | { kind: 'update'; update: PriceUpdate; models: number; added: number; changed: number }
  /** Nothing of it may be used; the reason is a sentence without its full stop. */
  | { kind: 'refused'; reason: string };

/** By how much the list may shrink, and how many prices may be how far from what they were, before the data counts as broken. */
const limits = { leastShare: 0.7, mostOff: 0.1, off: 5 } as const;

/** Reads a feed as an update, held against the prices of before: the last update's, or the shipped ones. */
export function readUpdate(data: unknown, asOf: string, source: string, before: PriceUpdate | null): UpdateOutcome {
  const feed = readFeed(data, asOf);
  if (feed.kind === 'invalid') return { kind: 'refused', reason: feed.reason };
  const { providers, models } = feed;
  const old = before?.models ?? shippedSnapshot.models;
  const priced = countPriced(models);
  const pricedBefore = before ? countPriced(before.models) : shippedSnapshot.sources[0].priced;
  if (priced < pricedBefore * limits.leastShare) return { kind: 'refused', reason: `it has ${priced} prices where there were ${pricedBefore}` };
  const { common, changed, off } = compare(old, models);
  if (off > common * limits.mostOff)
    return { kind: 'refused', reason: `${off} of ${common} prices are ${limits.off} times what they were, or a fifth` };
  const update: PriceUpdate = { version: 1, asOf, source, providers, models };
  return { kind: 'update', update, models: priced, added: priced - common, changed };
}

const countPriced = (rows: readonly ModelRow[]): number => rows.filter(({ prices }) => prices).length;

function compare(old: readonly ModelRow[], models: readonly ModelRow[]): { common: number; changed: number; off: number } {
  const before = new Map(old.map((row) => [`${row.provider}/${row.id}`, row]));
  let [common, changed, off] = [0, 0, 0];
  for (const row of models) {
    const other = before.get(`${row.provider}/${row.id}`);
    if (!other || !row.prices) continue;
    common++;
    const ratios = [1, 2].map((column) => ratio(firstTier(other)?.[column], firstTier(row)?.[column]));
    if (ratios.some((value) => value !== 1)) changed++;
    if (ratios.some((value) => value >= limits.off || value <= 1 / limits.off)) off++;
  }
  return { common, changed, off };
}

const firstTier = (row: ModelRow): TierRow | undefined => row.prices?.[0]?.tiers[0];
const ratio = (before: number | null | undefined, now: number | null | undefined): number => (before && now ? now / before : 1);

/** An update as it was stored; null for what no version of this program wrote. */
export function restoreUpdate(data: unknown): PriceUpdate | null {
  const { version, asOf, source, providers, models } = (data ?? {}) as Partial<PriceUpdate>;
  const whole =
    version === 1 && typeof source === 'string' && /^\d{4}-\d\d-\d\d$/.test(asOf ?? '') && Array.isArray(providers) && Array.isArray(models);
  if (!whole || !models.every(isRow) || !providers.every(({ id }) => typeof id === 'string')) return null;
  return data as PriceUpdate;
}

const isRow = ({ provider, id, prices }: Partial<ModelRow>): boolean =>
  typeof provider === 'string' &&
  typeof id === 'string' &&
  (prices === undefined || (Array.isArray(prices) && prices.every(({ tiers }) => Array.isArray(tiers))));

/** The snapshot with an update's rows in place of the first source's. What only the second source has, or filled in, stays. */
export function applyUpdate(snapshot: Snapshot, update: PriceUpdate): Snapshot {
  const [first, second] = snapshot.sources;
  const old = new Map(snapshot.models.map((row) => [`${row.provider}/${row.id}`, row]));
  const decided = (row: ModelRow) => row.second?.includes('price') === true && update.asOf <= second.asOf;
  const fresh = splitEnds(update.models).map((row) => {
    const before = old.get(`${row.provider}/${row.id}`);
    if (!before) return row;
    return decided(before) ? before : refilled(row, before);
  });
  const known = new Set(fresh.map(({ provider, id }) => `${provider}/${id}`));
  const kept = snapshot.models.filter((row) => row.second?.includes('price') && !known.has(`${row.provider}/${row.id}`));
  const providers = snapshot.providers.map((provider) => {
    const now = update.providers.find(({ id }) => id === provider.id);
    return now ? { ...provider, url: now.url ?? provider.url, match: now.match ?? provider.match, fallback: now.fallback } : provider;
  });
  const added = update.providers.filter(({ id }) => !providers.some((provider) => provider.id === id));
  return {
    sources: [{ name: first.name, version: 'update', asOf: update.asOf, priced: countPriced(update.models) }, second],
    providers: [...providers, ...added.map((provider) => ({ ...provider, kind: 'host' as const }))],
    models: [...fresh, ...kept],
  };
}

/** The new row with the limits, tiers of service and cache columns that the second source filled in before. */
function refilled(row: ModelRow, before: ModelRow): ModelRow {
  const { maxOutput, serviceTiers, context, second } = before;
  const columns = [3, 4].filter((column) => second?.includes(column === 3 ? 'cachedInput' : 'cacheWrite'));
  const old = before.prices?.at(-1)?.tiers ?? [];
  const prices = row.prices?.map((step) =>
    step.tiers.length === old.length ? { ...step, tiers: step.tiers.map((tier, at) => fill(tier, old[at]!, columns)) } : step,
  );
  const fields = second?.filter((field) => field !== 'price');
  return {
    ...row,
    ...(row.context || context ? { context: second?.includes('contextWindow') ? context : (row.context ?? context) } : {}),
    ...(maxOutput ? { maxOutput } : {}),
    ...(prices ? { prices } : {}),
    ...(serviceTiers ? { serviceTiers } : {}),
    ...(fields?.length ? { second: fields } : {}),
  };
}

function fill(tier: TierRow, old: TierRow, columns: readonly number[]): TierRow {
  const result: TierRow = [...tier];
  for (const column of columns) {
    while (result.length < column) result.push(null);
    result[column] ??= old[column] ?? null;
  }
  return result;
}

import type { Lifecycle } from '../types';
import { lifecycleRows } from './lifecycleRows';

/** What a vendor says of the end of some of its models. */
export interface LifecycleRow {
  provider: string;
  /** The catalogue's ids, without the provider; `*` stands for anything. */
  ids: readonly string[];
  /** ISO date of the first day without its own service; null for models that are gone or deprecated since an unknown day. */
  date: string | null;
  replacement?: string;
  /** The model that answers from then on. */
  servedAs?: string;
  /** `date` is only the earliest day that the vendor names: no end is announced. */
  notBefore?: true;
  source: string;
  /** ISO date. */
  checked: string;
}

const patternOf = (id: string): RegExp => new RegExp(`^${id.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);

/** Provider → id → row, and the patterns in order; made once. */
interface ProviderRows {
  exact: Map<string, LifecycleRow>;
  patterns: { pattern: RegExp; row: LifecycleRow }[];
}

const byProvider = new Map<string, ProviderRows>();
for (const row of lifecycleRows) {
  const entry: ProviderRows = byProvider.get(row.provider) ?? { exact: new Map(), patterns: [] };
  for (const id of row.ids) {
    if (id.includes('*')) entry.patterns.push({ pattern: patternOf(id), row });
    else entry.exact.set(id, row);
  }
  byProvider.set(row.provider, entry);
}

/** The vendor's word on one of its models; null where nothing is known. Rows that name an id go before those that only fit it. */
export function lifecycleRowOf(provider: string, id: string): LifecycleRow | null {
  const own = byProvider.get(provider);
  return own?.exact.get(id) ?? own?.patterns.find(({ pattern }) => pattern.test(id))?.row ?? null;
}

/** The state on a day (ISO date). `deprecated`: a price list says that the model is going, and no date is known. */
export function lifecycleOn(today: string, row: LifecycleRow | null, deprecated: { source: string; checked: string } | null): Lifecycle {
  if (row?.notBefore) return { state: 'active', earliestEnd: row.date };
  if (!row) {
    if (!deprecated) return { state: 'active', earliestEnd: null };
    return { state: 'announced', date: null, replacement: null, servedAs: null, ...deprecated };
  }
  const { date, replacement = null, servedAs = null, source, checked } = row;
  const over = date === null || date <= today;
  return { state: over ? (servedAs === null ? 'retired' : 'rerouted') : 'announced', date, replacement, servedAs, source, checked };
}

/** An ISO date so many days later. */
export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

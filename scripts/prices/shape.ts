/** What is done to merged rows before they are written. */
import { lifecycleRows } from '../../src/core/pricing/lifecycleRows';
import type { ModelRow, ProviderRow, TierRow } from '../../src/core/pricing/rows';

/**
 * Gives an alias that ends on a day of its own a row of its own: the first source takes `gpt-5-codex` for `gpt-5`, which costs the same but was
 * served for longer.
 */
export function splitEnds(rows: readonly ModelRow[]): ModelRow[] {
  const ends = lifecycleRows.flatMap(({ provider, ids }) => ids.filter((id) => !id.includes('*')).map((id) => ({ provider, id })));
  return rows.flatMap((row) => {
    const apart = ends.filter(({ provider, id }) => provider === row.provider && row.aliases?.includes(id)).map(({ id }) => id);
    if (!apart.length) return [row];
    const { aliases, match, ...rest } = row;
    const others = aliases!.filter((alias) => !apart.includes(alias));
    return [{ ...rest, ...(others.length ? { aliases: others } : {}), ...(match ? { match } : {}) }, ...apart.map((id) => ({ ...rest, id }))];
  });
}

/** Without the rows of a host that sells its vendor's model at the vendor's price: the vendor's row serves both. */
export function withoutEcho(rows: readonly ModelRow[], providers: readonly ProviderRow[]): ModelRow[] {
  return rows.filter((row) => {
    const fallback = providers.find(({ id }) => id === row.provider)?.fallback ?? [];
    if (!fallback.length || !row.second?.includes('price')) return true;
    const vendors = rows.find((other) => fallback.includes(other.provider) && (other.id === row.id || other.aliases?.includes(row.id)));
    return !vendors || !sameTiers(row.prices?.at(-1)?.tiers, vendors.prices?.at(-1)?.tiers);
  });
}

const sameTiers = (a: readonly TierRow[] = [], b: readonly TierRow[] = []): boolean =>
  a.length === b.length && a.every((tier, index) => tier.every((value, column) => close(value, b[index]![column] ?? value)));

/** Within a thousandth: one source begins a step at 271,999 tokens, the other at 272,000. */
const close = (a: number | null, b: number | null): boolean => a === b || (a !== null && b !== null && Math.abs(a - b) <= 0.001 * Math.max(a, b));

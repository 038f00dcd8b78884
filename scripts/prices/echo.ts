import type { ModelRow, ProviderRow, TierRow } from '../../src/core/pricing/rows';

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

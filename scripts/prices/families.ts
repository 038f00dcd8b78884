/** What all models of a vendor have in common by its own price page, for rows that come from the second source alone. */
import type { ModelRow, TierRow } from '../../src/core/pricing/rows';

interface Family {
  ids: RegExp;
  units: Record<string, number>;
  /** What writing the cache for an hour costs, in input prices; null where the vendor sells no such thing. */
  hourOfCache: number | null;
  source: string;
  checked: string;
}

const families: readonly Family[] = [
  {
    ids: /^anthropic\/claude-/,
    units: { searches: 10 },
    hourOfCache: 2,
    source: 'https://platform.claude.com/docs/en/about-claude/pricing',
    checked: '2026-12-01',
  },
  {
    ids: /^openai\/(?:chat-latest|gpt-[5-9])/,
    units: { searches: 10, fileSearches: 2.5 },
    hourOfCache: null,
    source: 'https://developers.openai.com/api/docs/pricing',
    checked: '2026-12-01',
  },
];

/** The row with its family's units and hourly column. */
export function withFamily(row: ModelRow): ModelRow {
  const family = families.find(({ ids }) => ids.test(`${row.provider}/${row.id}`));
  if (!family || !row.second?.includes('price') || !row.prices) return row;
  const { units, hourOfCache } = family;
  const hour = (tier: TierRow): TierRow => {
    const [above, input = null, output = null, read = null, write = null] = tier;
    return hourOfCache === null || input === null ? tier : [above, input, output, read, write, input * hourOfCache];
  };
  return { ...row, prices: row.prices.map((step) => ({ ...step, tiers: step.tiers.map(hour), units: { ...units, ...step.units } })) };
}

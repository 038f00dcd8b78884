/** What tiers of service and places multiply prices by, where the price sources have no such thing. By the vendors' pages. */
import type { Price, PriceFactor, ServiceTier, ServingRegion } from '../types';
import type { ModelRow } from './rows';

const checked = '2026-12-01';

interface TierRow {
  ids: RegExp;
  tier: ServiceTier;
  /** null: what the generated row says. */
  factor: number | null;
  /** ISO date of the last day. */
  until: string | null;
  source: string;
}

const openaiPrices = 'https://developers.openai.com/api/docs/pricing';

/** Of catalogue ids. */
const tierRows: readonly TierRow[] = [
  {
    ids: /^openai\/(?:o3|o4-mini|gpt-5(?:\.[1246])?(?:-(?:mini|nano|sol|terra|luna))?|gpt-5\.5)$/,
    tier: 'flex',
    factor: 0.5,
    until: null,
    source: openaiPrices,
  },
  {
    ids: /^anthropic\/claude-opus-4-8$/,
    tier: 'fast',
    factor: null,
    until: '2026-11-30',
    source: 'https://platform.claude.com/docs/en/build-with-claude/fast-mode',
  },
];

interface RegionRow {
  ids: RegExp;
  region: ServingRegion;
  factor: number;
  source: string;
}

/** A tenth more. Bedrock's regional ids have rows and prices of their own. */
const regionRows: readonly RegionRow[] = [
  {
    ids: /^(?:azure\/(?!phi|mai|wizard)|openai\/(?:gpt-[4-9]|o[134]|text-embedding-3))/,
    region: 'dataZone',
    factor: 1.1,
    source: 'https://azure.microsoft.com/en-us/pricing/details/cognitive-services/openai-service/',
  },
  {
    ids: /^openai\/gpt-(?:5\.4|5\.5|5\.6|[6-9])/,
    region: 'residency',
    factor: 1.1,
    source: openaiPrices,
  },
  {
    ids: /^anthropic\/claude-(?:opus-4-[6-8]|sonnet-4-6|(?:opus|sonnet|haiku|fable|mythos)-[5-9])/,
    region: 'residency',
    factor: 1.1,
    source: 'https://platform.claude.com/docs/en/about-claude/pricing',
  },
  {
    ids: /^(?:anthropic|google)\/claude-(?:(?:opus|sonnet|haiku)-4-[5-9]|(?:opus|sonnet|haiku|fable|mythos)-[5-9])/,
    region: 'regional',
    factor: 1.1,
    source: 'https://cloud.google.com/vertex-ai/generative-ai/pricing',
  },
];

/** The factors of a catalogue id; `row` brings those of the sources, `generated` says which that is. */
export function factorsOf(id: string, row: ModelRow, generated: { source: string; checked: string }): Pick<Price, 'serviceTiers' | 'regions'> {
  const serviceTiers: Partial<Record<ServiceTier, PriceFactor>> = {};
  for (const [tier, factor] of Object.entries(row.serviceTiers ?? {})) serviceTiers[tier as ServiceTier] = { factor, until: null, ...generated };
  for (const { tier, factor, until, source } of tierRows.filter(({ ids }) => ids.test(id))) {
    const known = factor ?? serviceTiers[tier]?.factor;
    if (known !== undefined) serviceTiers[tier] = { factor: known, until, source, checked };
  }
  const regions = regionRows
    .filter(({ ids }) => ids.test(id))
    .map(({ region, factor, source }) => [region, { factor, until: null, source, checked }] as const);
  return { serviceTiers, regions: Object.fromEntries(regions) };
}

/**
 * What the generated snapshot lacks or has wrong, kept by hand. Each row says where it comes from and when that was checked.
 * A value that nobody could verify stays out: an unknown price is shown as unknown.
 */
import type { Model, Provenance } from '../types';
import type { ModelRow } from './rows';

const checked = '2026-11-24';
const pages = {
  openai: 'https://developers.openai.com/api/docs/pricing',
  anthropic: 'https://platform.claude.com/docs/en/about-claude/pricing',
  deepseek: 'https://api-docs.deepseek.com/quick_start/pricing',
  'x-ai': 'https://docs.x.ai/docs/models',
} as const;

/** Models that are newer than the snapshot; they win over a row of the same id. */
export interface OverlayRow extends ModelRow {
  provenance: Omit<Provenance, 'from'>;
}

const row = (provider: keyof typeof pages, id: string, rest: Pick<ModelRow, 'prices' | 'otherHours'>): OverlayRow => ({
  provider,
  id,
  ...rest,
  provenance: { source: 'price overlay', checked, url: pages[provider] },
});

export const overlayModels: readonly OverlayRow[] = [
  row('anthropic', 'claude-haiku-5-5', {
    prices: [
      {
        from: '2026-10-07',
        tiers: [
          [0, 0.1, 0.5, 0.01],
          [100_000, 0.5, 2.5, 0.05],
        ],
      },
    ],
  }),
  row('anthropic', 'claude-sonnet-5-5', { prices: [{ from: null, tiers: [[0, 2, 10, 0.1]] }] }),
  row('openai', 'gpt-6.1-terra', {
    prices: [
      {
        from: '2026-10-26',
        tiers: [
          [0, 1, 5, 0.05],
          [272_000, 2, 7.5],
        ],
      },
    ],
  }),
  row('openai', 'gpt-6.1-sol', { prices: [{ from: null, tiers: [[0, 2, 10, 0.1]] }] }),
  row('deepseek', 'deepseek-flash', {
    prices: [{ from: null, tiers: [[0, 0.15, 0.6]] }],
    otherHours: { kind: 'peak', hours: 'peak hours', tiers: [[0, 0.3, 1.2]] },
  }),
  row('x-ai', 'grok-4.7', { prices: [{ from: null, tiers: [[0, 2, 6]] }] }),
];

/** Ids that the snapshot gives to the wrong model: id → catalogue id. Checked 2026-11-24 at https://mistral.ai/pricing/api. */
export const overlayAliases: Readonly<Record<string, string>> = {
  'mistral-large-latest': 'mistral/mistral-large-2512',
};

/**
 * Rows of the snapshot that mix several models under one id, or whose rule fits any deployment with the model's name in it. Azure's
 * fallback to OpenAI's rows does better.
 */
export const droppedRows: readonly string[] = ['azure/ada', 'azure/babbage', 'azure/curie', 'azure/davinci', 'azure/o4-mini'];

/**
 * Ends of service: catalogue id → date and the vendor's replacement. Dates from OpenAI's deprecations page, checked 2026-11-24;
 * for models that ended on 2026-10-23 the replacement that the page named until then, null where none was found.
 */
export const retirements: Readonly<Record<string, { date: string; replacement: string | null }>> = Object.fromEntries(
  (
    [
      ['2026-10-23', 'gpt-5.6-sol', 'gpt-4o-2024-05-13 gpt-4 gpt-4-turbo o1 o1-pro o3-mini'],
      ['2026-10-23', 'gpt-5.6-terra', 'gpt-3.5-turbo o4-mini'],
      ['2026-10-23', 'gpt-5.6-luna', 'gpt-4.1-nano'],
      ['2026-12-11', 'gpt-6.1-sol', 'gpt-5'],
      ['2026-12-11', null, 'o3 gpt-5-nano'],
      ['2026-12-11', 'gpt-5.6-sol', 'gpt-5-pro o3-pro'],
      ['2026-12-11', 'gpt-6.1-terra', 'gpt-5-mini'],
      ['2027-01-14', 'gpt-6-luna', 'gpt-4o gpt-4o-mini gpt-4.1 gpt-4.1-mini'],
    ] as const
  ).flatMap(([date, replacement, ids]) => ids.split(' ').map((id) => [`openai/${id}`, { date, replacement }])),
);

/** Training prices, USD per million tokens: catalogue id → price. No maintained source has them; users can set their own. */
export const training: Readonly<Record<string, NonNullable<Model['training']>>> = Object.fromEntries(
  (
    [
      ['gpt-3.5-turbo', 8, true],
      ['gpt-4o-mini', 3, true],
      ['gpt-4o', 25, true],
      ['gpt-4.1', 25, false],
      ['gpt-4.1-mini', 5, false],
      ['gpt-4.1-nano', 1.5, false],
    ] as const
  ).map(([id, usd, verified]) => [`openai/${id}`, { usd, verified, source: pages.openai, date: checked }]),
);

const caching = {
  openai: { source: 'https://developers.openai.com/api/docs/guides/prompt-caching', date: checked },
  anthropic: { source: 'https://platform.claude.com/docs/en/build-with-claude/prompt-caching', date: checked },
};

/**
 * Least tokens of a prefix that the provider caches, by catalogue id; the first fit counts. `alt`: what other sources or
 * measurements say. Models without a row are not known.
 */
const cacheMinimums: readonly (readonly [RegExp, number, number[], keyof typeof caching])[] = [
  [/^openai\/(gpt-4o|gpt-4\.1|gpt-[5-9]|o[134]|chatgpt-4o|codex)/, 1024, [], 'openai'],
  [/^anthropic\/claude-(opus-5|fable-5)/, 512, [], 'anthropic'],
  [/^anthropic\/claude-opus-4-8/, 1024, [], 'anthropic'],
  [/^anthropic\/claude-opus-4-7/, 2048, [4096], 'anthropic'],
  [/^anthropic\/claude-opus-4-[56]/, 4096, [1024], 'anthropic'],
  [/^anthropic\/claude-haiku-4-5/, 4096, [1024], 'anthropic'],
  [/^anthropic\/claude-sonnet-4-6/, 1024, [2048], 'anthropic'],
  [/^anthropic\/claude-sonnet-5$/, 1024, [], 'anthropic'],
  [/^anthropic\/claude-(opus-4-[01]|sonnet-4-[05]|3-7-sonnet|3-5-sonnet|3-opus)/, 1024, [], 'anthropic'],
  [/^anthropic\/claude-3-(5-)?haiku/, 2048, [], 'anthropic'],
];

/** The cache minimum of a catalogue id, null where it is not known. */
export function cacheMinimumOf(id: string): Model['cacheMinimum'] {
  const found = cacheMinimums.find(([pattern]) => pattern.test(id));
  return found ? { tokens: found[1], alt: found[2], ...caching[found[3]] } : null;
}

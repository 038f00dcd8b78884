/**
 * What the generated snapshot lacks or has wrong, kept by hand. Each row says where it comes from and when that was checked.
 * A value that nobody could verify stays out: an unknown price is shown as unknown.
 */
import type { Model, Provenance } from '../types';
import type { ModelRow } from './rows';

const checked = '2026-12-01';
const pages = {
  openai: 'https://developers.openai.com/api/docs/pricing',
  anthropic: 'https://platform.claude.com/docs/en/about-claude/pricing',
  deepseek: 'https://api-docs.deepseek.com/quick_start/pricing',
  google: 'https://ai.google.dev/gemini-api/docs/pricing',
} as const;

/** The source of what stands here. */
export const overlaySource = { name: 'price overlay', asOf: checked } as const;

/**
 * Prices that win over those of older sources: over the whole row's prices of the same id, which is added where there is none. A test holds each
 * against its vendor's family: the same columns, and the same number of steps as the sources have.
 */
export interface OverlayRow extends ModelRow {
  provenance: Omit<Provenance, 'from'>;
}

const row = (provider: keyof typeof pages, id: string, rest: Omit<OverlayRow, 'provider' | 'id' | 'provenance'>): OverlayRow => ({
  provider,
  id,
  ...rest,
  provenance: { source: overlaySource.name, checked, url: pages[provider] },
});

/** DeepSeek's cheaper model; the sources have one of its two prices, or those of before. */
const deepseekFlash: Pick<ModelRow, 'prices' | 'otherHours'> = {
  prices: [{ from: null, tiers: [[0, 0.15, 0.6, 0.003]] }],
  otherHours: { kind: 'peak', hours: '01:00–04:00, 06:00–10:00 UTC', tiers: [[0, 0.3, 1.2, 0.006]] },
};

/** Google's promotion for two new models ended with November. */
const geminiPromotion: Pick<ModelRow, 'prices'> = {
  prices: [
    { from: null, tiers: [[0, 2, 10, 0.1]] },
    { from: '2026-12-01', tiers: [[0, 4, 20, 0.2]] },
  ],
};

export const overlayModels: readonly OverlayRow[] = [
  row('anthropic', 'claude-mythos-5', {
    context: 1_000_000,
    maxOutput: 128_000,
    prices: [{ from: null, tiers: [[0, 10, 50, 1, 12.5, 20]], units: { searches: 10 } }],
  }),
  row('deepseek', 'deepseek-flash', deepseekFlash),
  row('deepseek', 'deepseek-v4-flash', deepseekFlash),
  row('google', 'gemini-4-argon', geminiPromotion),
  row('google', 'gemini-4-carbon', geminiPromotion),
];

/**
 * Ids that the snapshot lacks or gives to the wrong model: id → catalogue id. Checked 2026-11-24 at https://mistral.ai/pricing/api and
 * https://platform.claude.com/docs/en/about-claude/models/overview.
 */
export const overlayAliases: Readonly<Record<string, string>> = {
  'claude-3-5-sonnet-latest': 'anthropic/claude-3-5-sonnet',
  'mistral-large-latest': 'mistral/mistral-large-2512',
};

/**
 * Rows of the snapshot that mix several models under one id, or whose rule fits any deployment with the model's name in it. Azure's
 * fallback to OpenAI's rows does better.
 */
export const droppedRows: readonly string[] = ['azure/ada', 'azure/babbage', 'azure/curie', 'azure/davinci', 'azure/o4-mini'];

/** Days of release, by the vendors' announcements. */
export const releases: Readonly<Record<string, string>> = {
  'anthropic/claude-haiku-5-5': '2026-10-07',
  'openai/gpt-6.1-terra': '2026-10-26',
};

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
  ).map(([id, usd, verified]) => [`openai/${id}`, { usd, verified, source: pages.openai, date: '2026-11-24' }]),
);

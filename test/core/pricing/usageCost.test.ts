import assert from 'node:assert/strict';
import { calcPrice, type ModelInfo, type Provider, waitForUpdate } from '@pydantic/genai-prices';
import { describe, it } from 'mocha';
import { readFeed } from '../../../src/core/pricing/feed';
import { priceOn } from '../../../src/core/pricing/rows';
import { type TokenUsage, usageCost } from '../../../src/core/pricing/usageCost';
import type { Price, PriceUnit } from '../../../src/core/types';

/** Numbers that look random and are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Our units → the counters of genai-prices and, for kinds of tokens, the counter that holds them. */
const counters: Readonly<Record<Exclude<PriceUnit, 'requests'>, readonly string[]>> = {
  searches: ['web_searches'],
  fileSearches: ['storage_searches'],
  pages: ['input_document_pages'],
  annotatedPages: ['input_annotated_document_pages', 'input_document_pages'],
  messages: ['input_text_messages'],
  audioHours: ['audio_seconds', 'input_audio_seconds'],
  citations: ['output_citation_tokens', 'output_tokens'],
  audioInput: ['input_audio_tokens', 'input_tokens'],
  cachedAudio: ['cache_audio_read_tokens', 'input_audio_tokens', 'cache_read_tokens', 'input_tokens'],
  imageInput: ['input_image_tokens', 'input_tokens'],
  cachedImage: ['cache_image_read_tokens', 'input_image_tokens', 'cache_read_tokens', 'input_tokens'],
  audioOutput: ['output_audio_tokens', 'output_tokens'],
  videoInput: ['input_video_tokens', 'input_tokens'],
  videoOutput: ['output_video_tokens', 'output_tokens'],
  imageOutput: ['output_image_tokens', 'output_tokens'],
  reasoning: ['output_reasoning_tokens', 'output_tokens'],
};

/** Counters that genai-prices wants told where two kinds overlap, even if there are none. */
const overlaps = Object.fromEntries(
  ['audio', 'image', 'video'].flatMap((kind) => ['read', 'write', 'write_1h'].map((part) => [`cache_${kind}_${part}_tokens`, 0])),
);

/** A usage of what the price has columns and units for, in both counts. */
function randomUsage(price: Price, random: () => number): { ours: TokenUsage; theirs: Record<string, number> } {
  const size = () => Math.floor(random() ** 3 * 600_000);
  const tier = price.tiers[0]!;
  const ours: TokenUsage = {
    input: tier.input === null ? 0 : size(),
    output: tier.output === null ? 0 : size(),
    cacheRead: tier.cachedInput === null ? 0 : size(),
    cacheWrite: tier.cacheWrite === null ? 0 : size(),
    cacheWrite1h: tier.cacheWrite1h === null ? 0 : size(),
  };
  const { input = 0, output = 0, cacheRead = 0, cacheWrite = 0, cacheWrite1h = 0 } = ours;
  const theirs: Record<string, number> = {
    ...overlaps,
    input_tokens: input + cacheRead + cacheWrite + cacheWrite1h,
    output_tokens: output,
    cache_read_tokens: cacheRead,
    cache_write_tokens: cacheWrite + cacheWrite1h,
    cache_write_1h_tokens: cacheWrite1h,
  };
  const units: Partial<Record<PriceUnit, number>> = price.units.requests ? { requests: 1 } : {};
  for (const [unit, names] of Object.entries(counters) as [keyof typeof counters, readonly string[]][]) {
    if (price.units[unit] === undefined) continue;
    const amount = names[0]!.endsWith('_tokens') ? size() : Math.floor(random() * 20);
    units[unit] = amount;
    for (const name of names) theirs[name] = (theirs[name] ?? 0) + (unit === 'audioHours' ? amount * 3600 : amount);
  }
  return { ours: { ...ours, units }, theirs };
}

describe('the cost of a usage', () => {
  it("equals genai-prices' own arithmetic to a millionth of a dollar, over all its rows and 10,000 random usages", async () => {
    const day = '2026-11-20';
    const providers = (await waitForUpdate())!;
    const feed = readFeed(JSON.parse(JSON.stringify(providers)), day);
    assert.ok(feed.kind === 'feed');
    const provenance = { source: 'test', checked: day, url: null };
    const rows = feed.models.flatMap((row) => {
      const provider = providers.find(({ id }) => id === row.provider)!;
      const price = priceOn(day, row, provenance);
      return price && { price, provider, model: provider.models.find(({ id }) => id === row.id)!, row };
    });
    const priced = rows.filter((row) => row !== null);
    const random = randomNumbers(12);
    for (let round = 0; round < 10_000; round++) {
      const { price, provider, model, row } = priced[round % priced.length]!;
      const { ours, theirs } = randomUsage(price, random);
      // Noon: the longer part of the day for all models whose price depends on the hour.
      const expected = reference(provider, model, theirs, new Date(`${day}T12:00:00Z`));
      const actual = usageCost(price, ours);
      assert.ok(actual !== null && Math.abs(actual - expected) < 1e-6, `${row.provider}/${row.id} ${JSON.stringify(theirs)}: ${actual}, ${expected}`);
    }
    assert.ok(priced.length > 1500);
  });

  it('is unknown where something was used whose price is', () => {
    const price = priceOn('2026-11-20', { prices: [{ from: null, tiers: [[0, 1]] }] }, { source: 'test', checked: '2026-11-20', url: null })!;
    assert.equal(usageCost(price, { input: 1_000_000 }), 1);
    assert.equal(usageCost(price, { input: 1, output: 1 }), null);
    assert.equal(usageCost(price, { input: 1, units: { searches: 1 } }), null);
  });
});

/** What the package computes for exactly this row, whatever ids its rules would choose. */
function reference(provider: Provider, model: ModelInfo, usage: Record<string, number>, timestamp: Date): number {
  const alone: Provider = { ...provider, models: [{ ...model, match: { equals: 'the-model' } }] };
  return calcPrice(usage, 'the-model', { provider: alone, timestamp })!.total_price;
}

/**
 * Reads the data of genai-prices (https://github.com/pydantic/genai-prices, `prices/data.json` or `prices/new_data/v2/data.json`): what the
 * snapshot is made from, and what an update brings. What comes over the network is not trusted: each value is checked before it is used.
 */
import type { PriceUnit } from '../types';
import type { MatchRule, ModelRow, PriceStep, ProviderRow, TierRow } from './rows';

/** Rows of a feed, and the keys of prices in it that have no place in the catalogue. */
export type Feed = { kind: 'feed'; providers: ProviderRow[]; models: ModelRow[]; unknownKeys: string[] } | { kind: 'invalid'; reason: string };

type Json = Record<string, unknown>;
/** The feed's price of one unit: a number, or steps by the length of the input. */
type FeedPrice = number | { base: number; tiers: { start: number; price: number }[] };

/** Price keys in the order of a tier row. */
const tierKeys = ['input_mtok', 'output_mtok', 'cache_read_mtok', 'cache_write_mtok', 'cache_write_1h_mtok'];

const unitKeys: Readonly<Record<string, PriceUnit>> = {
  requests_kcount: 'requests',
  web_searches_kcount: 'searches',
  storage_searches_kcount: 'fileSearches',
  input_document_kpages: 'pages',
  input_annotated_document_kpages: 'annotatedPages',
  input_text_messages_kcount: 'messages',
  input_audio_mtok: 'audioInput',
  output_audio_mtok: 'audioOutput',
  cache_audio_read_mtok: 'cachedAudio',
  input_image_mtok: 'imageInput',
  output_image_mtok: 'imageOutput',
  cache_image_read_mtok: 'cachedImage',
  input_video_mtok: 'videoInput',
  output_video_mtok: 'videoOutput',
  output_reasoning_mtok: 'reasoning',
  output_citation_mtok: 'citations',
  input_audio_hours: 'audioHours',
  audio_hours: 'audioHours',
};

/** Why a feed can't be used; caught where the feed is read. */
class FeedError extends Error {}

/**
 * The rows of a feed. `asOf` (ISO date) decides which of the dated prices hold and which are to come; those before are left out.
 * Invalid data comes back as the reason, with the place of the first fault.
 */
export function readFeed(data: unknown, asOf: string): Feed {
  const unknownKeys = new Set<string>();
  try {
    const providers = listOf(isObject(data) && 'providers' in data ? data.providers : data, 'the feed').map((provider, index) =>
      objectOf(provider, `provider ${index}`),
    );
    const models = providers.flatMap((provider) => {
      const id = textOf(provider.id, 'a provider without an id');
      return listOf(provider.models, id).map((model) => readModel(id, objectOf(model, id), asOf, unknownKeys));
    });
    return { kind: 'feed', providers: providers.map(readProvider), models, unknownKeys: [...unknownKeys].sort() };
  } catch (error) {
    if (error instanceof FeedError) return { kind: 'invalid', reason: error.message };
    throw error;
  }
}

function readProvider(provider: Json): ProviderRow {
  const id = textOf(provider.id, 'a provider without an id');
  const urls = provider.pricing_urls === undefined ? [] : listOf(provider.pricing_urls, id);
  const fallback = provider.fallback_model_providers === undefined ? [] : listOf(provider.fallback_model_providers, id);
  return {
    id,
    url: typeof urls[0] === 'string' && urls[0].startsWith('https://') ? urls[0] : null,
    match: provider.model_match === undefined ? null : readRule(provider.model_match, id),
    fallback: fallback.map((name) => textOf(name, id)),
  };
}

/** Keys in a fixed order, absent where there is nothing to say. */
function readModel(provider: string, model: Json, asOf: string, unknownKeys: Set<string>): ModelRow {
  const id = textOf(model.id, `${provider}: a model without an id`);
  const place = `${provider}/${id}`;
  const rules = flatten(readRule(model.match, place));
  const aliases = rules.flatMap((rule) => ('equals' in rule && rule.equals !== id ? [rule.equals] : []));
  const match = rules.filter((rule) => !('equals' in rule));
  return {
    provider,
    id,
    ...(aliases.length ? { aliases } : {}),
    ...(match.length ? { match } : {}),
    ...(Number.isSafeInteger(model.context_window) && Number(model.context_window) > 0 ? { context: Number(model.context_window) } : {}),
    ...(model.deprecated === true ? { deprecated: true } : {}),
    ...readPrices(model.prices, asOf, place, unknownKeys),
  };
}

const flatten = (rule: MatchRule): MatchRule[] => ('or' in rule ? rule.or.flatMap(flatten) : [rule]);

function readRule(value: unknown, place: string, depth = 0): MatchRule {
  const rule = objectOf(value, place);
  const [key = '', ...more] = Object.keys(rule);
  if (more.length || depth > 4) throw new FeedError(`${place}: a rule that can't be read`);
  if (key === 'or' || key === 'and') {
    const parts = listOf(rule[key], place).map((part) => readRule(part, place, depth + 1));
    return key === 'or' ? { or: parts } : { and: parts };
  }
  const text = textOf(rule[key], place);
  if (key === 'regex') return { regex: harmless(text, place) };
  if (key === 'equals' || key === 'starts_with' || key === 'ends_with' || key === 'contains') return { [key]: text } as MatchRule;
  throw new FeedError(`${place}: unknown rule ${key}`);
}

/** A pattern that takes linear time: without repeated groups, so that no id can make it slow. */
function harmless(pattern: string, place: string): string {
  if (pattern.length > 200 || /[)][*+{]|\\[1-9k]/.test(pattern)) throw new FeedError(`${place}: a pattern that may be slow`);
  try {
    new RegExp(pattern);
  } catch {
    throw new FeedError(`${place}: a pattern that can't be read`);
  }
  return pattern;
}

interface Conditional {
  from: string | null;
  window: { start: string; end: string } | null;
  prices: Json;
}

/** The step that holds on the day and the later ones; of prices by hours of the day those that hold for the longer part of it. */
function readPrices(value: unknown, asOf: string, place: string, unknownKeys: Set<string>): Pick<ModelRow, 'prices' | 'otherHours'> {
  const all = Array.isArray(value)
    ? value.map((entry) => readConditional(entry, place))
    : [{ from: null, window: null, prices: objectOf(value, place) }];
  const dated = all.filter(({ window }) => window === null);
  const first = Math.max(
    0,
    dated.findLastIndex(({ from }) => (from ?? '') <= asOf),
  );
  const steps: PriceStep[] = dated
    .slice(first)
    .map(({ from, prices }) => ({ from, ...readStep(prices, place, unknownKeys) }))
    .filter(({ tiers, units }) => tiers.length || units);
  if (!steps.length) return {};
  const windows = all.flatMap(({ window, prices }) => (window ? [{ ...window, prices }] : []));
  if (!windows.length) return { prices: steps };
  const hours = windows.map(({ start, end }) => `${start}–${end}`).join(', ');
  const minutes = windows.reduce((sum, { start, end }) => sum + minuteOf(end) - minuteOf(start), 0);
  const peak = readStep(windows[0]!.prices, place, unknownKeys).tiers;
  const last = steps.at(-1)!;
  if (minutes <= 12 * 60) return { prices: steps, otherHours: { kind: 'peak', hours: `${hours} UTC`, tiers: peak } };
  return { prices: [{ ...last, tiers: peak }], otherHours: { kind: 'off-peak', hours: `outside ${hours} UTC`, tiers: last.tiers } };
}

function readConditional(value: unknown, place: string): Conditional {
  const entry = objectOf(value, place);
  const prices = objectOf(entry.prices, place);
  if (entry.constraint === undefined || entry.constraint === null) return { from: null, window: null, prices };
  const { start_date: date, start_time: start, end_time: end } = objectOf(entry.constraint, place);
  if (typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date)) return { from: date, window: null, prices };
  if (isTime(start) && isTime(end)) return { from: null, window: { start: start.slice(0, 5), end: end.slice(0, 5) }, prices };
  throw new FeedError(`${place}: a condition that can't be read`);
}

const isTime = (value: unknown): value is string => typeof value === 'string' && /^[0-2]\d:[0-5]\d/.test(value);
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** One tier per threshold, the lowest first; none where there is no price per token of text. */
function readStep(prices: Json, place: string, unknownKeys: Set<string>): { tiers: TierRow[]; units?: PriceStep['units'] } {
  // 0 stands for what is free for now, or not known: no price, in either case.
  const entries = tierKeys.map((key) => (prices[key] === undefined ? null : readPrice(prices[key], `${place}: ${key}`) || null));
  const units: Partial<Record<PriceUnit, number>> = {};
  for (const [key, value] of Object.entries(prices)) {
    const unit = Object.hasOwn(unitKeys, key) ? unitKeys[key] : undefined;
    const price = readPrice(value, `${place}: ${key}`);
    if (unit && typeof price === 'number') {
      if (price > 0) units[unit] = price;
    } else if (!tierKeys.includes(key)) unknownKeys.add(key);
  }
  const more = Object.keys(units).length ? { units } : {};
  if (entries[0] === null && entries[1] === null) return { tiers: [], ...more };
  const starts = new Set([0, ...entries.flatMap((entry) => (typeof entry === 'object' && entry ? entry.tiers.map((tier) => tier.start) : []))]);
  return { tiers: [...starts].sort((a, b) => a - b).map((start) => trim([start, ...entries.map((entry) => at(entry, start))])), ...more };
}

function readPrice(value: unknown, place: string): FeedPrice {
  if (typeof value === 'number') return amountOf(value, place);
  const { base, tiers } = objectOf(value, place);
  const steps = listOf(tiers, place).map((tier) => {
    const { start, price } = objectOf(tier, place);
    if (!Number.isSafeInteger(start) || Number(start) < 0) throw new FeedError(`${place}: a step that begins at ${String(start)}`);
    return { start: Number(start), price: amountOf(price, place) };
  });
  return { base: amountOf(base, place), tiers: steps.sort((a, b) => a.start - b.start) };
}

function at(entry: FeedPrice | null, start: number): number | null {
  if (entry === null || typeof entry === 'number') return entry;
  return entry.tiers.findLast((tier) => tier.start <= start)?.price ?? entry.base;
}

/** A tier row without the empty columns at its end. */
export function trim(row: TierRow): TierRow {
  const last = row.findLastIndex((value) => value !== null);
  return row.slice(0, last + 1) as TierRow;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function objectOf(value: unknown, place: string): Json {
  if (!isObject(value)) throw new FeedError(`${place}: an object is missing`);
  return value;
}

function listOf(value: unknown, place: string): unknown[] {
  if (!Array.isArray(value)) throw new FeedError(`${place}: a list is missing`);
  return value;
}

function textOf(value: unknown, place: string): string {
  if (typeof value !== 'string' || value === '' || value.length > 300) throw new FeedError(`${place}: a text is missing or too long`);
  return value;
}

function amountOf(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new FeedError(`${place}: a price is no number`);
  if (value < 0) throw new FeedError(`${place}: a negative price`);
  return value;
}

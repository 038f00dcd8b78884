import { cacheLossUsd } from './cost';
import { modelOf } from './counting';
import { type Difference, findDifference, type Leaf, type RecordedRequest, readRecorded } from './recorded';
import type { ModelMatch, TokenCount } from './types';

/** How much of the second request a provider's cache could answer from the first. Tokens are of texts; frames and pictures are not counted. */
export interface CacheComparison {
  api: RecordedRequest['api'];
  model: ModelMatch | null;
  /** null: the second goes on from the whole of the first. */
  difference: Difference | null;
  /** What both have before the difference. */
  shared: Pick<TokenCount, 'tokens' | 'low' | 'high'>;
  /** All of the second request. */
  total: number;
  /** What stands behind the difference though it is the same in both: lost to the cache. */
  lost: number;
  /** USD that the loss costs for each request; null where the price of the cache is not known. */
  lostUsd: number | null;
  /** Least tokens that the provider caches; null where that is not known. */
  minimum: number | null;
}

export interface RecordedServices {
  findModel(id: string): ModelMatch;
  count(text: string, model: string): Promise<TokenCount>;
}

/** Says which of the two is no request that it knows. */
export type CompareOutcome = CacheComparison | { unknown: 'first' | 'second' };

export async function compareRecorded(a: unknown, b: unknown, { findModel, count }: RecordedServices): Promise<CompareOutcome> {
  const first = readRecorded(a);
  const second = readRecorded(b);
  if (!first) return { unknown: 'first' };
  if (!second || second.api !== first.api) return { unknown: 'second' };
  const name = second.model ?? first.model;
  const match = name === null ? null : findModel(name);
  const model = match && modelOf(match);
  const sizes = await Promise.all(prompt(second.leaves).map(({ text }) => count(text, name ?? '')));
  const total = sum(sizes.map(({ tokens }) => tokens));
  const difference = findDifference(first, second);
  const { shared, lost } = await splitAt(difference, first, second, (text) => count(text, name ?? ''));
  return {
    api: second.api,
    model: match,
    difference,
    shared,
    total,
    lost,
    lostUsd: cacheLossUsd(model, lost, total),
    minimum: model?.cacheMinimum?.tokens ?? null,
  };
}

/** What is sent as text; names of models and parameters are not. */
const prompt = (leaves: readonly Leaf[]): Leaf[] => leaves.filter(({ section }) => section !== 'model' && section !== 'parameters');

async function splitAt(
  difference: Difference | null,
  first: RecordedRequest,
  second: RecordedRequest,
  count: (text: string) => Promise<TokenCount>,
): Promise<Pick<CacheComparison, 'shared' | 'lost'>> {
  const leaves = difference?.leaves ?? second.leaves.length;
  const at = second.leaves[leaves];
  const parts = prompt(second.leaves.slice(0, leaves)).map(({ text }) => text);
  if (difference && at && difference.offset) parts.push(at.text.slice(0, difference.offset));
  const shared = await Promise.all(parts.map(count));
  const add = (key: 'tokens' | 'low' | 'high') => sum(shared.map((size) => size[key]));
  const kept = difference ? sameBehind(difference, first.leaves, second.leaves) : [];
  const lost = sum(await Promise.all(kept.map(async (text) => (await count(text)).tokens)));
  return { shared: { tokens: add('tokens'), low: add('low'), high: add('high') }, lost };
}

/** The texts of the second request behind a difference that the first has behind it, too. */
function sameBehind({ leaves, offset }: Difference, first: readonly Leaf[], second: readonly Leaf[]): string[] {
  const old = prompt(first.slice(leaves));
  const [now, ...rest] = second.slice(leaves);
  const left = new Map<string, number>();
  for (const { text } of old) left.set(text, (left.get(text) ?? 0) + 1);
  const take = (text: string): boolean => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  };
  const texts = prompt(now && offset === 0 ? [now, ...rest] : rest).flatMap(({ text }) => (take(text) ? text : []));
  const [before] = old;
  return now && before && before.path === now.path ? [commonEnd(before.text.slice(offset), now.text.slice(offset)), ...texts] : texts;
}

function commonEnd(a: string, b: string): string {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  // From the next word on: what is left of a changed one is no text of its own.
  return b.slice(b.length - length).replace(/^\S*/, '');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

import type { CacheComparison, Difference, DifferenceKind, Section } from '../core';
import { formatCount } from './format';
import { formatUsd } from './money';
import { toText } from './text';

/** `cache compare --format json`. Tokens are estimates of the texts; USD at list price. */
export interface CacheReport {
  version: 1;
  api: string;
  model: string | null;
  resolvedModel: string | null;
  /** null: the second request goes on from the whole of the first. */
  difference: (Omit<Difference, 'leaves'> & { message: string }) | null;
  /** Tokens that both have before the difference: the most that the cache can answer. */
  shared: { tokens: number; low: number; high: number };
  /** Tokens of the second request. */
  total: number;
  /** Tokens behind the difference that are the same in both, and that the cache would answer were it not for the difference. */
  lost: { tokens: number; usdPerCall: number | null; currency: 'USD' };
  /** Least tokens that the provider caches. */
  cacheMinimum: number | null;
}

export function describeComparison({ api, model, difference, shared, total, lost, lostUsd, minimum }: CacheComparison): CacheReport {
  return {
    version: 1,
    api,
    model: model && (model.kind === 'found' ? model.model.name : model.id),
    resolvedModel: model?.kind === 'found' ? model.model.id : null,
    difference: difference && describeDifference(difference),
    shared: { tokens: shared.tokens, low: shared.low, high: shared.high },
    total,
    lost: { tokens: lost, usdPerCall: lostUsd, currency: 'USD' },
    cacheMinimum: minimum,
  };
}

function describeDifference({ leaves: _, ...difference }: Difference): NonNullable<CacheReport['difference']> {
  return { ...difference, message: `${places[difference.section]}: ${causes[difference.kind]}` };
}

const places: Record<Section, string> = {
  model: 'The model',
  tools: 'The tools',
  schema: 'The schema of the answer',
  system: 'The system prompt',
  parameters: 'A parameter that the cache is kept by',
  messages: 'The messages',
};

const causes: Record<DifferenceKind, string> = {
  model: 'each model has a cache of its own',
  order: 'the same, in another order; sort what has none, such as sets, maps and lists that a server gives',
  time: 'a time or date; cut it down to the day, or move it to the end of the last message',
  id: 'an id or random value; leave it out, or move it to the end of the last message',
  number: 'a number that changes; move it to the end of the last message',
  added: 'something was put in before what was already there; add at the end only',
  removed: 'something that was there is gone or shortened; keep what was sent, or cut rarely and much at once',
  text: 'another text; put what changes behind what stays',
};

/** The same for a terminal. */
export function reportCacheAsText({ difference, shared, total, lost, cacheMinimum }: CacheReport): string {
  const tooShort =
    cacheMinimum !== null && shared.tokens < cacheMinimum ? [`The provider caches nothing below ${formatCount(cacheMinimum)} tokens.`] : [];
  if (!difference)
    return toText([`Nothing differs: the second request goes on from the whole of the first, ≈ ${formatCount(shared.tokens)} tokens.`, ...tooShort]);
  const { path, line, column, before, after, message } = difference;
  return toText([
    `${path} differs at ${line}:${column} of its text`,
    `  first   ${show(before)}`,
    `  second  ${show(after)}`,
    `${message}.`,
    `≈ ${formatCount(shared.tokens)} of ${formatCount(total)} tokens stand before it; the rest is paid in full.`,
    ...tooShort,
    lost.tokens
      ? `≈ ${formatCount(lost.tokens)} tokens behind it are the same in both, and lost to the cache: ≈ ${formatUsd(lost.usdPerCall)} for each request.`
      : 'Nothing behind it is the same in both, so nothing is lost.',
  ]);
}

const show = (text: string | null): string => (text === null ? '(nothing)' : JSON.stringify(text));

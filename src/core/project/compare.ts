import { cachedTokens, uncachedUsd } from '../cost';
import type { Engine } from '../engine';
import type { Estimate } from '../types';
import { type Cause, cacheMarks, causes, createSettingsMixer, type MixSettings, mixRequest } from './mix';
import { pairRequests, type RequestPair } from './pair';
import { modelNameOf, type ProjectRequest } from './requests';

/** A figure in two states. A request that is not there costs 0; null is what is not known. */
export interface Delta {
  before: number | null;
  after: number | null;
  delta: number | null;
}

/** What became of a request. USD at list price, never rounded. */
export interface RequestChange extends RequestPair {
  kind: 'changed' | 'added' | 'removed';
  /** Of a changed request, in the order in which the difference is split. */
  causes: Cause[];
  /** USD per call of each cause; they add up to the difference. Empty where that is not known. */
  split: Partial<Record<Cause, number>>;
  /** One of the two costs is a lower bound. */
  atLeast: boolean;
  /** Input tokens that are counted. */
  tokens: Delta;
  perCall: Delta;
  /** Of a request that finds the provider's cache filled. */
  later: Delta;
  /** null where neither state says how often it is made. */
  perMonth: Delta | null;
}

/** The engine, as far as it is asked here. */
export type Estimator = Pick<Engine, 'estimate'>;

/** What is different between the requests of two states: the unknown first, then by money. What only moved is left out. */
export async function compareRequests(
  before: readonly ProjectRequest[],
  after: readonly ProjectRequest[],
  renames: ReadonlyMap<string, string>,
  engine: Estimator,
): Promise<RequestChange[]> {
  const mixSettings = createSettingsMixer();
  const changes: RequestChange[] = [];
  for (const pair of pairRequests(before, after, renames)) {
    if (pair.before && pair.after && isSame(pair.before, pair.after)) continue;
    changes.push(await describe(pair, engine, mixSettings));
  }
  return changes.sort((a, b) => rank(b) - rank(a));
}

const rank = ({ perCall, later }: RequestChange): number =>
  perCall.delta === null || later.delta === null ? Number.POSITIVE_INFINITY : Math.max(Math.abs(perCall.delta), Math.abs(later.delta));

/** All figures of an estimate, by which a change is seen. */
const figuresOf = ({ input, output, cost, perMonth }: Estimate): readonly unknown[] => [
  ...[input.tokens, input.placeholders, input.low, input.high, output.tokens, output.high, perMonth],
  ...(cost ? [cost.perCall, cost.low, cost.high, cost.atLeast, cost.first, cost.later] : []),
];

const equal = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((value, index) => isClose(value, b[index]));

function isClose(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
}

const isSame = (before: ProjectRequest, after: ProjectRequest): boolean =>
  modelNameOf(before) === modelNameOf(after) && equal(figuresOf(before.estimate), figuresOf(after.estimate));

async function describe({ before, after }: RequestPair, engine: Estimator, mixSettings: MixSettings): Promise<RequestChange> {
  const figure = (read: (estimate: Estimate) => number | null): Delta =>
    deltaOf(before ? read(before.estimate) : 0, after ? read(after.estimate) : 0);
  const months = [before, after].map((one) => one?.estimate.perMonth ?? null);
  const own = before && after ? await splitChange(before, after, engine, mixSettings) : { causes: [], split: {} };
  return {
    kind: before ? (after ? 'changed' : 'removed') : 'added',
    before,
    after,
    ...own,
    atLeast: [before, after].some((one) => one?.estimate.cost?.atLeast),
    tokens: figure(({ input }) => (input.accuracy === 'unknown' ? null : input.tokens)),
    perCall: figure((estimate) => known(estimate)?.perCall ?? null),
    later: figure((estimate) => known(estimate)?.later ?? null),
    perMonth: months.some((month) => month !== null) ? figure(({ perMonth }) => perMonth) : null,
  };
}

/** A lower bound of nothing says as little as no price. */
const known = ({ cost }: Estimate): Estimate['cost'] => (cost && !(cost.atLeast && cost.perCall === 0) ? cost : null);

function deltaOf(before: number | null, after: number | null): Delta {
  return { before, after, delta: before === null || after === null ? null : after - before };
}

/**
 * Takes over one cause after the other from the state after, and sees what each does. Where what is cached changed, the others are measured as
 * if nothing were, and the cache is what is left.
 */
async function splitChange(
  before: ProjectRequest,
  after: ProjectRequest,
  engine: Estimator,
  mixSettings: MixSettings,
): Promise<Pick<RequestChange, 'causes' | 'split'>> {
  const cacheChanged = changesCache(before, after);
  const usdOf = cacheChanged ? uncachedUsd : ({ cost }: Estimate) => cost?.perCall ?? null;
  const seen = cacheChanged
    ? (estimate: Estimate) => [estimate.input.tokens, estimate.output.tokens, estimate.output.high, estimate.volume?.callsPerDay, usdOf(estimate)]
    : figuresOf;
  const effects = new Map<Cause, number | null>();
  const taken = new Set<Cause>();
  let last = before.estimate;
  for (const cause of causes) {
    taken.add(cause);
    if (cacheChanged && cause === 'cache') continue;
    const { request, prompts, path, settings } = mixRequest(before, after, taken, mixSettings);
    const next = await engine.estimate(request, prompts, path, settings);
    const named = cause === 'model' && modelNameOf(before) !== modelNameOf(after);
    if (named || !equal(seen(last), seen(next))) effects.set(cause, deltaOf(usdOf(last), usdOf(next)).delta);
    last = next;
  }
  const total = deltaOf(before.estimate.cost?.perCall ?? null, after.estimate.cost?.perCall ?? null).delta;
  if (cacheChanged) effects.set('cache', total === null ? null : total - sumOf(effects.values()));
  const found = causes.filter((cause) => effects.has(cause));
  const isKnown = total !== null && [...effects.values()].every((effect) => effect !== null);
  return { causes: found, split: isKnown ? Object.fromEntries(found.map((cause) => [cause, effects.get(cause) ?? 0])) : {} };
}

const sumOf = (effects: Iterable<number | null>): number => [...effects].reduce<number>((sum, effect) => sum + (effect ?? 0), 0);

/** How much of what is still sent may leave the cache, or come into it, by rounding alone: the step in which vendors cache. */
const STEP = 128;

/** Is something cached that was not, or the other way round, though it was sent before and after? */
function changesCache(before: ProjectRequest, after: ProjectRequest): boolean {
  if (cacheMarks(before) !== cacheMarks(after)) return true;
  const [old, now] = [before.estimate, after.estimate];
  const gone = cachedTokens(old) - cachedTokens(now) - Math.max(0, old.input.tokens - now.input.tokens);
  const come = cachedTokens(now) - cachedTokens(old) - Math.max(0, now.input.tokens - old.input.tokens);
  return gone > STEP || come > STEP;
}

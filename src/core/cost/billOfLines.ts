import type { CostLine, Estimate, Model } from '../types';
import type { Bill, RequestSize } from './simulate';
import { toUsd } from './toUsd';

/** Of a priced request, what a simulation starts from. */
export type PricedLines = Pick<NonNullable<Estimate['cost']>, 'perCall' | 'first' | 'later'> & { lines: readonly CostLine[] };

/** Input that is sent anew each time. */
const fresh = new Set<CostLine['unit']>(['input', 'tools', 'schema', 'image', 'audio', 'file']);
const cached = new Set<CostLine['unit']>(['cacheRead', 'cacheWrite', 'cacheWrite1h']);
const answers = new Set<CostLine['unit']>(['output', 'reasoning']);

/** The likely bill of a request by its own lines; what lies in the provider's cache already is read from it no cheaper. */
export function billOfLines(cost: PricedLines, model: Model | null): Bill {
  const weigh = weightsOf(cost);
  const sum = (units: ReadonlySet<CostLine['unit']>, worth: (line: CostLine) => number) =>
    cost.lines.reduce((total, line) => total + (units.has(line.unit) ? weigh(line) * worth(line) : 0), 0);
  const usd = (line: CostLine) => line.usd ?? 0;
  const tier = model?.price?.tiers[0];
  const ratio = tier?.input && tier.cachedInput !== null ? toUsd(tier.cachedInput, 1, tier.input) : null;
  const kept = sum(cached, usd);
  const sent = sum(fresh, usd);
  return { input: kept + sent, read: kept + sent * (ratio ?? 1), rest: cost.perCall - kept - sent };
}

/** What the request takes, for its price with another model. */
export function sizeOfLines(cost: PricedLines): RequestSize {
  const weigh = weightsOf(cost);
  const size = { input: 0, output: 0 };
  for (const line of cost.lines) {
    const tokens = weigh(line) * (line.quantity.likely ?? 0);
    if (fresh.has(line.unit) || cached.has(line.unit)) size.input += tokens;
    else if (answers.has(line.unit)) size.output += tokens;
  }
  return size;
}

/** How much of a line one usual request has: those of the cache by the share of requests that find it filled. */
function weightsOf({ perCall, first, later }: PricedLines): (line: CostLine) => number {
  const hits = first === later ? 0 : (first - perCall) / (first - later);
  return ({ when }) => (when === 'always' ? 1 : when === 'first' ? 1 - hits : hits);
}

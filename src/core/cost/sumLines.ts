import type { CostLine, Estimate, Quantity } from '../types';
import type { Draft } from './inputLines';
import { weakest } from './pieces';
import type { PriceAt } from './prices';
import { toUsd } from './toUsd';

/** What lines are priced by. */
export interface Pricing {
  priceAt: PriceAt;
  /** All input of the request: its size tells the step of the price. */
  input: Quantity;
  /** Most tokens that answer and thought may have together; null without a bound. */
  longest: number | null;
  /** Share of the requests that find the provider's cache filled; null where nobody said. */
  hitRate: number | null;
  /** False where the list price is less than what is billed. */
  known: boolean;
}

/** Prices lines at the step of the likely input. */
export function priceLines(drafts: readonly Draft[], { priceAt, input }: Pricing): CostLine[] {
  return drafts.map((draft) => {
    const { price, per } = priceAt(draft.unit, input.likely ?? input.low);
    const { basis, ...line } = draft;
    return { ...line, price, per, usd: toUsd(draft.quantity.likely, price, per), basis };
  });
}

/** Sums priced lines; null where none of them has a price. */
export function sumLines(lines: readonly CostLine[], pricing: Pricing): Estimate['cost'] {
  if (!lines.some(({ price }) => price !== null)) return null;
  const first = likely(lines, 'first');
  const later = likely(lines, 'later');
  const { hitRate, known } = pricing;
  const highs = [atMost(lines, 'first', pricing), atMost(lines, 'later', pricing)];
  return {
    perCall: hitRate === null ? first : (1 - hitRate) * first + hitRate * later,
    low: Math.min(atLeast(lines, 'first', pricing), atLeast(lines, 'later', pricing)),
    high: !known || highs.includes(null) ? null : Math.max(...(highs as number[])),
    atLeast: !known || lines.some(({ usd }) => usd === null),
    first,
    later,
    basis: weakest(lines.map(({ basis }) => basis)),
  };
}

type When = 'first' | 'later';

const of = (lines: readonly CostLine[], when: When): CostLine[] => lines.filter((line) => line.when === 'always' || line.when === when);

const likely = (lines: readonly CostLine[], when: When): number => of(lines, when).reduce((sum, { usd }) => sum + (usd ?? 0), 0);

function atLeast(lines: readonly CostLine[], when: When, { priceAt, input }: Pricing): number {
  return of(lines, when).reduce((sum, { unit, quantity }) => {
    const { price, per } = priceAt(unit, input.low, 'cheapest');
    return sum + (toUsd(quantity.low, price, per) ?? 0);
  }, 0);
}

const isWritten = ({ unit }: CostLine): boolean => unit === 'output' || unit === 'reasoning';

function atMost(lines: readonly CostLine[], when: When, { priceAt, input, longest }: Pricing): number | null {
  if (input.high === null) return null;
  const written = lines.filter(isWritten);
  let sum: number | null = 0;
  for (const { unit, quantity } of of(lines, when).filter((line) => !isWritten(line))) {
    const { price, per } = priceAt(unit, input.high, 'dearest');
    const usd = toUsd(quantity.high, price, per);
    sum = sum === null || usd === null ? null : sum + usd;
  }
  // Thought counts in the limit of the answer, so the two share one bound.
  const prices = written.map(({ unit }) => priceAt(unit, input.high ?? 0, 'dearest'));
  const most = prices.some(({ price }) => price === null) ? null : Math.max(0, ...prices.map(({ price }) => price ?? 0));
  const answer = written.length ? toUsd(longest, most) : 0;
  return sum === null || answer === null ? null : sum + answer;
}

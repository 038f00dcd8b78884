import type { CostLine, Estimate } from '../types';

type Cost = NonNullable<Estimate['cost']>;

/** What list prices are multiplied by in a project: for the likely model, and the least and most among those that a request may take. */
export interface DiscountFactor {
  low: number;
  likely: number;
  high: number;
}

/** A cost at a project's own prices: those of the list, times what the project states. */
export function discounted<T extends Cost>(cost: T, { low, likely, high }: DiscountFactor): T {
  return {
    ...cost,
    perCall: cost.perCall * likely,
    low: cost.low * low,
    high: cost.high === null ? null : cost.high * high,
    first: cost.first * likely,
    later: cost.later * likely,
  };
}

/** The lines of a bill at a project's own prices, by its likely model. */
export function discountedLines(lines: readonly CostLine[], { likely }: DiscountFactor): CostLine[] {
  const own = (usd: number | null) => (usd === null ? null : usd * likely);
  return lines.map((line) => ({ ...line, price: own(line.price), usd: own(line.usd) }));
}

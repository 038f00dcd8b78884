import type { Estimate } from '../types';

const most = (values: readonly (number | null)[]): number | null => (values.includes(null) ? null : Math.max(...(values as number[])));

/** A request whose model is one of several: the first is taken for likely, the bounds hold for all. */
export function combineModels(estimates: readonly Estimate[]): Estimate {
  const [first, ...others] = estimates as [Estimate, ...Estimate[]];
  if (!others.length) return first;
  const low = Math.min(...estimates.map(({ input }) => input.low));
  const high = most(estimates.map(({ input }) => input.high));
  const exact = first.input.accuracy === 'exact' && low === first.input.tokens && high === first.input.tokens;
  const costs = estimates.map(({ cost }) => cost);
  return {
    ...first,
    input: { ...first.input, low, high, accuracy: exact ? 'exact' : first.input.accuracy === 'exact' ? 'approximate' : first.input.accuracy },
    output: { ...first.output, high: most(estimates.map(({ output }) => output.high)) },
    cost: first.cost && {
      ...first.cost,
      low: Math.min(...costs.map((cost) => cost?.low ?? 0)),
      high: most(costs.map((cost) => cost?.high ?? null)),
    },
  };
}

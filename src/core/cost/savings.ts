import { assumedBatchFactor } from '../pricing/monthly';
import type { PriceTier } from '../types';
import { toUsd } from './toUsd';

export interface Workload {
  callsPerDay: number;
  inputTokens: number;
  outputTokens: number;
  price: PriceTier;
}

/** A way to save. Shares lie in [0, 1]. */
export type Saving =
  /** So many calls are answered from a response cache and cost nothing. */
  | { kind: 'response-cache'; hits: number }
  /** So much of the input is read from the provider's cache, at the model's cached price; a model without one saves nothing. */
  | { kind: 'prompt-cache'; hits: number }
  /** So much of the input is left out. */
  | { kind: 'compress'; share: number }
  /** So many calls go to another model. */
  | { kind: 'route'; share: number; price: PriceTier }
  /** Calls in batches, at this factor of the price. */
  | { kind: 'batch'; factor?: number };

export interface SavingStep {
  saving: Saving;
  /** USD a day after this saving and all before it. */
  perDay: number;
  /** USD a day that this one takes off what was left. */
  saved: number;
}

export interface SavingsReport {
  /** USD a day. */
  before: number;
  after: number;
  /** Share of `before` that is saved by all together. */
  savedShare: number;
  steps: SavingStep[];
}

interface State {
  calls: number;
  input: number;
  output: number;
  cachedShare: number;
  models: { share: number; price: PriceTier }[];
  factor: number;
}

/**
 * Applies savings one after the other, each to what the ones before left over; they do not add up. null where a price is unknown.
 * USD a day; `monthly(x, 1)` makes a month of it.
 */
export function applySavings(work: Workload, savings: readonly Saving[]): SavingsReport | null {
  let state: State = {
    calls: work.callsPerDay,
    input: work.inputTokens,
    output: work.outputTokens,
    cachedShare: 0,
    models: [{ share: 1, price: work.price }],
    factor: 1,
  };
  const before = perDay(state);
  if (before === null) return null;
  let left = before;
  const steps: SavingStep[] = [];
  for (const saving of savings) {
    state = applied(state, saving);
    const next = perDay(state);
    if (next === null) return null;
    steps.push({ saving, perDay: next, saved: left - next });
    left = next;
  }
  return { before, after: left, savedShare: before === 0 ? 0 : 1 - left / before, steps };
}

function applied(state: State, saving: Saving): State {
  switch (saving.kind) {
    case 'response-cache':
      return { ...state, calls: state.calls * (1 - saving.hits) };
    case 'prompt-cache':
      return { ...state, cachedShare: saving.hits };
    case 'compress':
      return { ...state, input: state.input * (1 - saving.share) };
    case 'route': {
      const stay = state.models.map((model) => ({ ...model, share: model.share * (1 - saving.share) }));
      return { ...state, models: [...stay, { share: saving.share, price: saving.price }] };
    }
    case 'batch':
      return { ...state, factor: state.factor * (saving.factor ?? assumedBatchFactor) };
  }
}

function perDay(state: State): number | null {
  let perCall = 0;
  for (const { share, price } of state.models) {
    if (price.input === null || price.output === null) return null;
    const input = price.input * (1 - state.cachedShare) + (price.cachedInput ?? price.input) * state.cachedShare;
    perCall += share * ((toUsd(state.input, input) ?? 0) + (toUsd(state.output, price.output) ?? 0));
  }
  return perCall * state.calls * state.factor;
}

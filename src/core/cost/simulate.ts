import { assumedBatchFactor } from '../pricing/monthly';
import { tierFor } from '../pricing/tierFor';
import type { Model } from '../types';
import { toUsd } from './toUsd';

/** What a request takes, in tokens. */
export interface RequestSize {
  input: number;
  output: number;
}

/** USD of one request, by what changes with a saving. */
export interface Bill {
  /** The input as it is billed now. */
  input: number;
  /** The same input where all of it is read from the provider's cache; no less than `input` where there is no such price. */
  read: number;
  /** The answer, searches, fees. */
  rest: number;
}

/** A request that is made so often. */
export interface Workload {
  callsPerDay: number;
  bill: Bill;
}

/** A way to save. Shares lie in [0, 1]. */
export type SimulatedSaving =
  /** So many calls are answered from a response cache and cost nothing. */
  | { kind: 'response-cache'; share: number }
  /** So much of the input is read from the provider's cache. */
  | { kind: 'prompt-cache'; share: number }
  /** So much of the input is left out. */
  | { kind: 'compress'; share: number }
  /** So many calls go to another model: what each workload's request costs there, in their order. */
  | { kind: 'route'; share: number; bills: readonly Bill[] }
  /** So many calls go through a batch API, at half the price. */
  | { kind: 'batch'; share: number };

export interface SavingStep {
  saving: SimulatedSaving['kind'];
  /** Its share. */
  value: number;
  /** USD a day after this saving and all before it. */
  perDay: number;
  /** USD a day that this one takes off what was left. */
  saved: number;
}

export interface Simulation {
  /** USD a day. */
  before: number;
  after: number;
  /** Share of `before` that is saved by all together. */
  savedShare: number;
  steps: SavingStep[];
}

interface State {
  callsPerDay: number;
  inputShare: number;
  cachedShare: number;
  factor: number;
  models: readonly { share: number; bill: Bill }[];
}

/** What a request of such a size costs with a model, at list price; null where a price is not known. */
export function billOf({ input, output }: RequestSize, { price }: Model): Bill | null {
  const tier = price && tierFor(price.tiers, input);
  if (!tier) return null;
  const [sent, answered] = [toUsd(input, tier.input), toUsd(output, tier.output)];
  if (sent === null || answered === null) return null;
  return { input: sent, read: toUsd(input, tier.cachedInput) ?? sent, rest: answered };
}

/** Applies savings one after the other, each to what the ones before left over; they do not add up. USD a day; `monthly(x, 1)` makes a month of it. */
export function simulate(work: readonly Workload[], savings: readonly SimulatedSaving[]): Simulation {
  let states = work.map(({ callsPerDay, bill }): State => ({ callsPerDay, inputShare: 1, cachedShare: 0, factor: 1, models: [{ share: 1, bill }] }));
  const before = perDay(states);
  let left = before;
  const steps = savings.map((saving): SavingStep => {
    states = states.map((state, index) => applied(state, saving, index));
    const next = perDay(states);
    const saved = left - next;
    left = next;
    return { saving: saving.kind, value: saving.share, perDay: next, saved };
  });
  return { before, after: left, savedShare: before === 0 ? 0 : 1 - left / before, steps };
}

function applied(state: State, saving: SimulatedSaving, index: number): State {
  const { share } = saving;
  switch (saving.kind) {
    case 'response-cache':
      return { ...state, callsPerDay: state.callsPerDay * (1 - share) };
    case 'prompt-cache':
      return { ...state, cachedShare: 1 - (1 - state.cachedShare) * (1 - share) };
    case 'compress':
      return { ...state, inputShare: state.inputShare * (1 - share) };
    case 'route': {
      const stay = state.models.map((model) => ({ ...model, share: model.share * (1 - share) }));
      return { ...state, models: [...stay, { share, bill: saving.bills[index]! }] };
    }
    case 'batch':
      return { ...state, factor: state.factor * (1 - share * (1 - assumedBatchFactor)) };
  }
}

function perDay(states: readonly State[]): number {
  return states.reduce((total, { callsPerDay, inputShare, cachedShare, factor, models }) => {
    const perCall = models.reduce((sum, { share, bill }) => {
      const input = bill.input * (1 - cachedShare) + bill.read * cachedShare;
      return sum + share * (input * inputShare + bill.rest);
    }, 0);
    return total + perCall * callsPerDay * factor;
  }, 0);
}

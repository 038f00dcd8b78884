import type { CallSite, Estimate } from '../../types';
import type { RuleContext } from '../rule';
import { modelOf } from './models';
import { formatCount, formatUsd } from './money';

/** Least tokens that a reasoning model needs to think and still answer; its thinking counts in the limit. */
export const reasoningRoom = 4096;

/**
 * The output limit that a fix writes. With a cost ceiling: (ceiling − input cost) / output price, in whole tokens; null where the input
 * alone reaches the ceiling. Else the default of the settings, with room for a model that reasons. Never above the model's maximum.
 */
export function limitFor(estimate: Estimate, { settings }: Pick<RuleContext, 'settings'>): number | null {
  const model = modelOf(estimate);
  const price = estimate.cost?.tier.output;
  const most = model?.maxOutput ?? Number.POSITIVE_INFINITY;
  if (settings.costCeiling !== null && estimate.cost && price) {
    const tokens = Math.floor(((settings.costCeiling - estimate.cost.input) * 1e6) / price + 1e-9);
    return tokens >= 1 ? Math.min(tokens, most) : null;
  }
  const wanted = model?.reasoning ? Math.max(settings.defaultOutputLimit, reasoningRoom) : settings.defaultOutputLimit;
  return Math.min(wanted, most);
}

/** USD that so many output tokens cost at the call's price; null when unknown. */
export function outputCost(estimate: Estimate, tokens: number): number | null {
  const price = estimate.cost?.tier.output;
  return price === undefined || price === null ? null : (tokens * price) / 1e6;
}

/** The name that sets the limit of this call. Servers that only speak OpenAI's protocol know the older name alone. */
export function limitName(call: CallSite): string | null {
  const [best = null] = call.limitParameters;
  if (call.sdk !== 'openai' || call.provider.startsWith('openai') || call.provider.startsWith('azure')) return best;
  return call.limitParameters.find((name) => name === 'max_tokens' || name === 'maxTokens') ?? best;
}

/** `Limit the output to 500 tokens (at most $0.0051)`: what one call then costs, its input as estimated. */
export function limitTitle(estimate: Estimate, tokens: number): string {
  const cost = outputCost(estimate, tokens);
  return `Limit the output to ${formatCount(tokens)} tokens${cost === null ? '' : ` (at most ${formatUsd(cost + (estimate.cost?.input ?? 0))})`}`;
}

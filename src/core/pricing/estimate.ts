import type { CallKind, Estimate, ModelMatch, Price, PriceTier } from '../types';

export interface EstimateRequest {
  /** null where the call's model cannot be known. */
  match: ModelMatch | null;
  kind: CallKind;
  input: {
    /** Counted tokens of the static text. */
    staticTokens: number;
    /** Bounds of the static count: the tokenizer's band. Equal to staticTokens where it is exact. */
    low: number;
    staticHigh: number;
    /** Upper bound of the whole input; null when a placeholder has none. */
    high: number | null;
    accuracy: Estimate['input']['accuracy'];
    placeholders: number;
    /** Tokens assumed for all placeholders together. */
    assumedTokens: number;
    encoding: string;
  };
  output: {
    /** The call's limit; null for none, unknown or dynamic. */
    limit: number | null;
    /** Assumed length where there is no limit. */
    assumed: number;
  };
}

/** The step that holds for a call of so many input tokens. */
export function tierFor(price: Price, inputTokens: number): PriceTier {
  return price.tiers.findLast((tier) => inputTokens > tier.above) ?? price.tiers[0]!;
}

/** USD for tokens at a price per million; null for tokens whose price is unknown. */
export function usd(tokens: number, perMillion: number | null): number | null {
  if (tokens === 0) return 0;
  return perMillion === null ? null : (tokens * perMillion) / 1e6;
}

/**
 * What one call costs. `low`: the least static count, placeholders empty, no output. `high`: the upper bound of the input
 * (placeholders at their assumed size where they have no bound) and the whole output. The price step goes by the input of this one call.
 * Without a model, a price or any input that can be read the cost is null, never 0. Calls that are not priced per token of text (images, audio, fine-tuning and
 * batch jobs) have no cost here.
 */
export function estimateCall({ match, kind, input, output }: EstimateRequest): Estimate {
  const { staticHigh, ...counted } = input;
  const tokens = input.staticTokens + input.assumedTokens;
  const answer = outputOf(kind, output);
  return {
    model: match,
    input: { ...counted, tokens },
    output: answer,
    cost:
      input.accuracy === 'unknown'
        ? null
        : cost(match, kind, { tokens, low: input.low, high: input.high ?? staticHigh + input.assumedTokens }, answer.tokens),
  };
}

const perText: readonly CallKind[] = ['chat', 'completion', 'embedding'];

function outputOf(kind: CallKind, { limit, assumed }: EstimateRequest['output']): Estimate['output'] {
  if (kind !== 'chat' && kind !== 'completion') return { tokens: 0, accuracy: 'none' };
  return limit === null ? { tokens: assumed, accuracy: 'assumed' } : { tokens: limit, accuracy: 'limit' };
}

function cost(
  match: ModelMatch | null,
  kind: CallKind,
  input: { tokens: number; low: number; high: number },
  outputTokens: number,
): Estimate['cost'] {
  const price = match?.kind === 'found' && perText.includes(kind) ? match.model.price : null;
  if (!price) return null;
  const tier = tierFor(price, input.tokens);
  const highTier = tierFor(price, input.high);
  const inputUsd = usd(input.tokens, tier.input);
  const outputUsd = usd(outputTokens, tier.output);
  const low = usd(input.low, tierFor(price, input.low).input);
  const highInput = usd(input.high, highTier.input);
  const highOutput = usd(outputTokens, highTier.output);
  if (inputUsd === null || outputUsd === null || low === null || highInput === null || highOutput === null) return null;
  if (tier.input === null) return null;
  return { perCall: inputUsd + outputUsd, input: inputUsd, output: outputUsd, low, high: highInput + highOutput, tier };
}

import type { Estimate } from '../types';
import { usdOf } from './usdOf';

/** A conversation whose messages are all sent again with each turn. Tokens. */
export interface Conversation {
  turns: number;
  /** What is sent before the messages: instructions, tools. */
  fixed: number;
  /** What the person says in a turn, and what the model answers. */
  said: number;
  answer: number;
  /** Of how many turns before the last the messages are sent; all of them where it is null. */
  window: number | null;
}

/** Prices of one model, USD per token. `read` and `write` are those of the provider's cache, null where it has none. */
export interface TurnPrices {
  input: number;
  output: number;
  read: number | null;
  write: number | null;
  /** Least tokens that the provider caches. */
  minimum: number;
}

/** USD of all turns with nothing cached. The input of a turn grows with the turns before it, so that the sum grows with their square. */
export function freshTurns({ turns, fixed, said, answer, window }: Conversation, { input, output }: TurnPrices): number {
  let usd = 0;
  for (let turn = 0; turn < turns; turn++) {
    const before = Math.min(turn, window ?? turn);
    usd += (fixed + said + before * (said + answer)) * input + answer * output;
  }
  return usd;
}

/**
 * USD of all turns where each finds what the turn before it sent in the provider's cache, and writes the rest; null where the provider has
 * none. A window moves the beginning of the messages, so that nothing behind the fixed part is found again.
 */
export function cachedTurns({ turns, fixed, said, answer }: Omit<Conversation, 'window'>, prices: TurnPrices): number | null {
  const { input, output, read, write, minimum } = prices;
  if (read === null || write === null) return null;
  let usd = 0;
  let kept = 0;
  for (let turn = 0; turn < turns; turn++) {
    const sent = fixed + said + turn * (said + answer);
    const caches = sent >= minimum;
    usd += kept * read + (sent - kept) * (caches ? write : input) + answer * output;
    kept = caches ? sent : 0;
  }
  return usd;
}

/** What so many turns cost by the prices and sizes of one request, whole, with the provider's cache and cut to a window. */
export interface ConversationCost {
  turns: number;
  fresh: number;
  cached: number | null;
  cut: number;
}

/**
 * The cost of a conversation that a request goes on with: what it counts is sent with each turn, its likely answer and `said` tokens are
 * added by each. Likely figures, all of them assumed; null where a price is not known.
 */
export function conversationOf(estimate: Estimate, turns: number, window: number, said: number): ConversationCost | null {
  const [input, output] = [usdOf(estimate, 'input', 1), usdOf(estimate, 'output', 1)];
  if (input === null || output === null) return null;
  const model = estimate.model?.kind === 'found' ? estimate.model.model : null;
  const prices: TurnPrices = {
    ...{ input, output, read: usdOf(estimate, 'cacheRead', 1), write: usdOf(estimate, 'cacheWrite', 1) },
    minimum: model?.cacheMinimum?.tokens ?? Number.POSITIVE_INFINITY,
  };
  const conversation = { turns, fixed: estimate.input.tokens, said, answer: Math.max(1, estimate.output.tokens) };
  return {
    turns,
    fresh: freshTurns({ ...conversation, window: null }, prices),
    cached: model?.cacheMinimum ? cachedTurns(conversation, prices) : null,
    cut: freshTurns({ ...conversation, window }, prices),
  };
}

import { type ModelName, rowOf, vendorOf } from '../providers';
import type { TokenCount } from '../types';
import type { CountTokens } from './tokenizer';

/** A chat message without its content. */
export interface MessageShape {
  role: string;
  name?: string;
}

type Around = Omit<TokenCount, 'encoding'>;

/** For vendors that do not publish theirs: OpenAI's figure, with a band from nothing to three times as much. */
const unknownFrame = { once: 3, message: 3, role: true, exact: false };

/**
 * Tokens that a chat request has around the contents of its messages. OpenAI's are published and exact: 3 a message, its role, 1 and the name
 * where there is one, and 3 that begin the answer. Claude's come from counts of single messages; others are not known.
 */
export function frameTokens(model: ModelName, messages: readonly MessageShape[], count: CountTokens): Around {
  if (messages.length === 0) return { tokens: 0, low: 0, high: 0, accuracy: 'exact' };
  const rows = vendorOf(model)?.frame;
  const { once, message, role: counted, exact } = (rows && rowOf(rows, model)) ?? unknownFrame;
  let tokens = once;
  for (const { role, name } of messages) tokens += message + (counted ? count(role) : 0) + (name === undefined ? 0 : 1 + count(name));
  if (exact) return { tokens, low: tokens, high: tokens, accuracy: 'exact' };
  return { tokens, low: counted ? 0 : tokens >> 1, high: (counted ? 3 : 2) * tokens, accuracy: 'approximate' };
}

/** The same where no model is known. */
export function chatOverhead(provider: string, messages: readonly MessageShape[], count: CountTokens): Around {
  return frameTokens({ provider, name: '' }, messages, count);
}

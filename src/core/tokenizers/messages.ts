import type { TokenCount } from '../types';
import type { CountTokens } from './tokenizer';

/** A chat message without its content. */
export interface MessageShape {
  role: string;
  name?: string;
}

type Around = Omit<TokenCount, 'encoding'>;

const surely = (tokens: number): Around => ({ tokens, low: tokens, high: tokens, accuracy: 'exact' });

/**
 * Tokens that a chat request has around the contents of its messages. OpenAI's chat format: 3 a message, its role, 1 and
 * the name where there is one, and 3 that begin the answer; exact. Other providers do not publish theirs: the same
 * figure, with a band from nothing to three times as much.
 */
export function chatOverhead(provider: string, messages: readonly MessageShape[], count: CountTokens): Around {
  if (messages.length === 0) return surely(0);
  let tokens = 3;
  for (const { role, name } of messages) tokens += 3 + count(role) + (name === undefined ? 0 : 1 + count(name));
  if (provider === 'openai' || provider === 'azure') return surely(tokens);
  return { tokens, low: 0, high: 3 * tokens, accuracy: 'approximate' };
}

/**
 * Tokens of tool definitions, given the tokens of their schemas rendered as TypeScript: 9 more, 4 of which fall away
 * where a system message stands before them. Found on OpenAI's models of 2023 and 2024, an estimate for later ones: ± 15 %.
 */
export function toolOverhead(renderedTokens: number, hasSystemMessage: boolean): Around {
  if (renderedTokens === 0) return surely(0);
  const tokens = renderedTokens + (hasSystemMessage ? 5 : 9);
  return { tokens, low: Math.floor(tokens * 0.85), high: Math.ceil(tokens * 1.15), accuracy: 'approximate' };
}

/**
 * Tokens of an image for gpt-4o: 85 in low detail; else 85 and 170 for each tile of 512 pixels after it was shrunk to
 * fit 2048 × 2048 and then to a short side of 768. Sizes in pixels. Exact for gpt-4o, other models have other figures.
 */
export function imageTokens(width: number, height: number, detail: 'low' | 'high'): number {
  if (detail === 'low') return 85;
  const fit = Math.min(1, 2048 / Math.max(width, height));
  const short = Math.min(1, 768 / (Math.min(width, height) * fit));
  const tiles = (side: number) => Math.ceil(Math.round(side * fit * short) / 512);
  return 85 + 170 * tiles(width) * tiles(height);
}

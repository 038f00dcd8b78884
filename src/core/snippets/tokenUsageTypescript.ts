import type { Snippet } from './snippet';

/** Reads the token counts of an answer, each provider by its own rule. */
export default {
  id: 'token-usage',
  language: 'typescript',
  exports: ['tokenUsageOf'],
  imports: [],
  requires: [],
  code: () => `/** Tokens of one call. The kinds of input do not overlap; reasoning is part of output. */
export interface TokenUsage {
  input: number;
  cached: number;
  cacheWrite: number;
  cacheWrite1h: number;
  output: number;
  reasoning: number;
}

/** Reads the counts by each provider's own rule: OpenAI's input includes cached tokens, Anthropic's does not. */
export function tokenUsageOf(usage: unknown): TokenUsage | null {
  if (typeof usage !== 'object' || usage === null) return null;
  const count = (...path: string[]): number => {
    let value: unknown = usage;
    for (const name of path) value = (value as Record<string, unknown> | null | undefined)?.[name];
    return typeof value === 'number' ? value : 0;
  };
  const cacheWrite1h = count('cache_creation', 'ephemeral_1h_input_tokens');
  const cacheWrite = Math.max(0, count('cache_creation_input_tokens') - cacheWrite1h);
  if ('prompt_tokens' in usage) {
    const cached = count('prompt_tokens_details', 'cached_tokens');
    const output = count('completion_tokens');
    const reasoning = count('completion_tokens_details', 'reasoning_tokens');
    return { input: Math.max(0, count('prompt_tokens') - cached), cached, cacheWrite: 0, cacheWrite1h: 0, output, reasoning };
  }
  if ('promptTokens' in usage) {
    return { input: count('promptTokens'), cached: 0, cacheWrite: 0, cacheWrite1h: 0, output: count('completionTokens'), reasoning: 0 };
  }
  if ('tokens' in usage) return { input: count('tokens'), cached: 0, cacheWrite: 0, cacheWrite1h: 0, output: 0, reasoning: 0 };
  if ('inputTokens' in usage) {
    const cached = count('cachedInputTokens') || count('inputTokenDetails', 'cacheReadTokens');
    const written = count('inputTokenDetails', 'cacheWriteTokens');
    const input = Math.max(0, count('inputTokens') - cached - written);
    const thought = count('reasoningTokens') || count('outputTokenDetails', 'reasoningTokens');
    return { input, cached, cacheWrite: written, cacheWrite1h: 0, output: count('outputTokens'), reasoning: thought };
  }
  const output = count('output_tokens');
  const reasoning = count('output_tokens_details', 'reasoning_tokens');
  if ('input_tokens_details' in usage) {
    const cached = count('input_tokens_details', 'cached_tokens');
    return { input: Math.max(0, count('input_tokens') - cached), cached, cacheWrite: 0, cacheWrite1h: 0, output, reasoning };
  }
  return { input: count('input_tokens'), cached: count('cache_read_input_tokens'), cacheWrite, cacheWrite1h, output, reasoning };
}`,
} satisfies Snippet;

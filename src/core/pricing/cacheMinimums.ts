import type { Model } from '../types';

const date = '2026-11-24';
const caching = {
  openai: { source: 'https://developers.openai.com/api/docs/guides/prompt-caching', date },
  anthropic: { source: 'https://platform.claude.com/docs/en/build-with-claude/prompt-caching', date },
};

/**
 * Least tokens of a prefix that the provider caches, by catalogue id; the first fit counts. `alt`: what other sources or
 * measurements say. Models without a row are not known.
 */
const cacheMinimums: readonly (readonly [RegExp, number, number[], keyof typeof caching])[] = [
  [/^openai\/(gpt-4o|gpt-4\.1|gpt-[5-9]|o[134]|chatgpt-4o|codex)/, 1024, [], 'openai'],
  [/^anthropic\/claude-(opus-5|fable-5)/, 512, [], 'anthropic'],
  [/^anthropic\/claude-opus-4-8/, 1024, [], 'anthropic'],
  [/^anthropic\/claude-opus-4-7/, 2048, [4096], 'anthropic'],
  [/^anthropic\/claude-opus-4-[56]/, 4096, [1024], 'anthropic'],
  [/^anthropic\/claude-haiku-4-5/, 4096, [1024], 'anthropic'],
  [/^anthropic\/claude-sonnet-4-6/, 1024, [2048], 'anthropic'],
  [/^anthropic\/claude-sonnet-5$/, 1024, [], 'anthropic'],
  [/^anthropic\/claude-(opus-4-[01]|sonnet-4-[05]|3-7-sonnet|3-5-sonnet|3-opus)/, 1024, [], 'anthropic'],
  [/^anthropic\/claude-3-(5-)?haiku/, 2048, [], 'anthropic'],
];

/** The cache minimum of a catalogue id, null where it is not known. */
export function cacheMinimumOf(id: string): Model['cacheMinimum'] {
  const found = cacheMinimums.find(([pattern]) => pattern.test(id));
  return found ? { tokens: found[1], alt: found[2], ...caching[found[3]] } : null;
}

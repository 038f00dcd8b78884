import type { ProviderRow } from '../../src/core/pricing/rows';

/** Who sells models of their own, in the order in which an id without a provider is looked up. All others are hosts of others' models. */
export const vendors: readonly string[] = [
  ...['openai', 'anthropic', 'google', 'mistral', 'cohere', 'deepseek', 'x-ai', 'perplexity', 'moonshotai', 'voyageai', 'minimax'],
  ...['zai', 'meta', 'alibaba', 'xiaomi', 'ant-ling', 'typesafe', 'cursor', 'zhipuai'],
];

/** Providers that the first source lacks, and rules for ids where it has none. */
export const addedProviders: readonly ProviderRow[] = [
  { id: 'meta', url: null, match: { starts_with: 'muse-' }, fallback: [] },
  { id: 'alibaba', url: null, match: null, fallback: [] },
  { id: 'xiaomi', url: null, match: { starts_with: 'mimo-' }, fallback: [] },
  { id: 'ant-ling', url: null, match: null, fallback: [] },
  { id: 'huggingface', kind: 'host', url: 'https://router.huggingface.co/v1/models', match: null, fallback: [] },
];

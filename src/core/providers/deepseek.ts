import type { Provider } from './provider';

export default {
  id: 'deepseek',
  models: /deepseek/i,
  hosts: ['deepseek'],
  images: [],
  tools: [],
  schemaFrame: { low: 0, likely: 10, high: 60 },
  frame: null,
  // The guide on context caching (2026-12-01): in units of 64 tokens.
  cache: [[/./, { kind: 'automatic', minimum: 64, step: 64, writes: { '5m': 1, '1h': 1 } }]],
  searchTool: null,
  effort: [],
} satisfies Provider;

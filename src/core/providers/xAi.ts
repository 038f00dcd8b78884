import type { Provider } from './provider';

export default {
  id: 'x-ai',
  models: /grok/i,
  hosts: ['x-ai'],
  images: [],
  tools: [],
  schemaFrame: { low: 0, likely: 10, high: 60 },
  frame: null,
  // Its cache is automatic, but from how many tokens on is not published.
  cache: [[/./, { kind: 'automatic', minimum: null, step: 1, writes: { '5m': 1, '1h': 1 } }]],
  searchTool: /^(?:web|x)_search$/,
  effort: [],
} satisfies Provider;

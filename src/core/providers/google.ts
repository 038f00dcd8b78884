import type { Provider } from './provider';

const tools = { form: { kind: 'json' }, prompt: { auto: 0, any: 0 }, band: { low: 0.6, high: 1.4 } } as const;

export default {
  id: 'google',
  models: /gemini|gemma/i,
  hosts: ['google'],
  // Google's pages on image understanding and on media resolution (2026-12-01): to 2.5 by tiles, from 3 on by a budget for each resolution.
  images: [
    [/gemini-(?:1|2)(?!\d)/i, { kind: 'crops', tile: 258, low: 64 }],
    [/gemini-(?:[3-9]|[1-9]\d|pro-|flash-)/i, { kind: 'budget', budgets: { low: 280, medium: 560, high: 1120, ultra: 2240, original: 2240 } }],
  ],
  tools: [[/^/, tools]],
  schemaFrame: { low: 0, likely: 0, high: 30 },
  frame: null,
  // Implicit caching, the page on context caching (2026-12-01).
  cache: [
    [/gemini-2\.5-pro|gemini-[3-9][\d.]*-pro/i, { kind: 'automatic', minimum: 4096, step: 1, writes: { '5m': 1, '1h': 1 } }],
    [/gemini-(?:2\.5|[3-9])/i, { kind: 'automatic', minimum: 1024, step: 1, writes: { '5m': 1, '1h': 1 } }],
  ],
  searchTool: /^google_?search(?:_?retrieval)?$/i,
  effort: [[/flash-lite|gemini-(?:1|2\.0)/i, 'none']],
} satisfies Provider;

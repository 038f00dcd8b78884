import type { ImageFormula, Provider, ToolFormula } from './provider';

/**
 * Pictures: OpenAI's guide on images and vision (2026-12-01). Factors and budgets of patches from gpt-5-mini on: bills measured by users,
 * community.openai.com/t/1377015 (2026-03-18), huggingface.co/datasets/JOHNISKING/image-token-cost (2026-11); the guide had 1.62 and
 * 2.46 for gpt-5-mini and gpt-5-nano. Above 30 megapixels requests are refused (docs.apiyi.com, 2026-10-20).
 */
const patches = (factor: number, budgets: { high: number; low?: number; auto?: number; original?: number }, documented?: number): ImageFormula => ({
  kind: 'patches',
  factor,
  budgets,
  ...(documented === undefined ? {} : { documented }),
});

/** Functions: OpenAI's cookbook, "How to count tokens with tiktoken" (2026-12-01). Written for models to 2024, an estimate for later ones. */
const tools = (perFunction: number): ToolFormula => ({
  form: { kind: 'signature', function: perFunction, end: 12 },
  prompt: { auto: 0, any: 0 },
  band: { low: 0.85, high: 1.15 },
});

/** At low detail a version of 512 × 512 is seen. */
const LOW = 256;

export default {
  id: 'openai',
  models: /(?:^|[/.:])(?:chatgpt-|gpt-|o[1-9](?:-|$)|codex-|computer-use|text-embedding-(?:3|ada)|davinci|babbage)/i,
  hosts: ['openai', 'azure'],
  images: [
    [/gpt-4o-mini/i, { kind: 'tiles', base: 2833, tile: 5667 }],
    [/gpt-4\.1-mini/i, patches(1.62, { high: 1536 })],
    [/gpt-4\.1-nano/i, patches(2.46, { high: 1536 })],
    [/o4-mini|codex-mini/i, patches(1.72, { high: 1536 })],
    [/gpt-5-mini/i, patches(1.2, { high: 1536 }, 1.62)],
    [/gpt-5-nano/i, patches(1.5, { high: 1536 }, 2.46)],
    [/gpt-5(?:\.1)?(?![.\d])/i, { kind: 'tiles', base: 70, tile: 140 }],
    [/gpt-5\.[23](?!\d)|gpt-5\.4-(?:mini|nano)/i, patches(1.2, { high: 1536 })],
    [/gpt-5\.4(?!\d)/i, patches(1.2, { low: LOW, high: 2500, original: 10_000 })],
    [/gpt-5\.5(?!\d)/i, patches(1.2, { low: LOW, high: 2500, auto: 10_000, original: 10_000 })],
    [/gpt-(?:5\.[6-9]|[6-9]|[1-9]\d)/i, patches(1.2, { low: LOW, high: 2500, auto: 30_000, original: 30_000 })],
    [/gpt-4o|gpt-4\.[15]|gpt-4-(?:turbo|vision)/i, { kind: 'tiles', base: 85, tile: 170 }],
    [/(?:^|[/.])o[13](?:-pro|-\d|$)/i, { kind: 'tiles', base: 75, tile: 150 }],
    [/computer-use|gpt-image-1/i, { kind: 'tiles', base: 65, tile: 129 }],
  ],
  tools: [
    [/gpt-3\.5|gpt-35|gpt-4(?![.o\d])/i, tools(10)],
    [/^/, tools(7)],
  ],
  schemaFrame: { low: 0, likely: 12, high: 30 },
  frame: [[/^/, { once: 3, message: 3, role: true, exact: true }]],
  // The guide on prompt caching (2026-12-01): in steps of 128; from GPT-5.6 on writing costs a quarter more than input.
  cache: [
    [/gpt-(?:5\.[6-9]|[6-9]|[1-9]\d)/i, { kind: 'automatic', minimum: 1024, step: 128, writes: { '5m': 1.25, '1h': 1.25 } }],
    [/./, { kind: 'automatic', minimum: null, step: 128, writes: { '5m': 1, '1h': 1 } }],
  ],
  searchTool: /^web_search/,
  // The guide on reasoning (2026-12-01): 5.1 and 5.2 only where the request asks for it, `pro` always long.
  effort: [
    [/gpt-5\.[12](?!\d)(?!.*(?:pro|codex))|-chat/i, 'none'],
    [/(?:o[13]|gpt-[5-9][\d.]*)-pro/i, 'high'],
  ],
} satisfies Provider;

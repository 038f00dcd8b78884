import type { Provider, ToolFormula } from './provider';

/** Anthropic's pages on pricing and on tool use (2026-12-01). The definitions follow the prompt as JSON; how they are laid out is not published. */
const tools = (auto: number, any: number): ToolFormula => ({ form: { kind: 'json' }, prompt: { auto, any }, band: { low: 0.8, high: 1.3 } });

/** Claude 3 to 4.6: another vocabulary and smaller pictures than from 4.7 on. */
const upTo46 = /claude-(?:3|4[-.][0-6]|(?:opus|sonnet|haiku)-[34](?![-.][7-9](?!\d)))/i;

export default {
  id: 'anthropic',
  models: /claude/i,
  hosts: ['anthropic'],
  // The guide on vision (2026-12-01), and huggingface.co/datasets/JOHNISKING/image-token-cost (2026-11), which fits it.
  images: [
    [upTo46, { kind: 'cells', longest: 1568, most: 1568 }],
    [/claude-(?!v?[12](?!\d)|instant)/i, { kind: 'cells', longest: 2576, most: 4784 }],
  ],
  tools: [
    [/3-haiku|haiku-3(?!-5)/i, tools(264, 340)],
    [/3-5-haiku|haiku-3-5/i, tools(264, 355)],
    [/3-opus|opus-3/i, tools(530, 281)],
    [/3-sonnet|sonnet-3(?!-[57])/i, tools(159, 235)],
    [/3[-.][57]-sonnet|sonnet-3[-.][57]/i, tools(346, 313)],
    [/(?:opus|sonnet)-4[-.]6/i, tools(497, 589)],
    [/(?:opus|sonnet|haiku)-4[-.]5/i, tools(496, 588)],
    [/opus-4[-.]7/i, tools(675, 804)],
    [/opus-4[-.]8/i, tools(290, 410)],
    [/(?:opus|sonnet)-4|4-(?:opus|sonnet)/i, tools(313, 315)],
    [/sonnet-5(?![-.]\d(?!\d))/i, tools(354, 474)],
    [/opus-5(?![-.]\d(?!\d))/i, tools(286, 406)],
    // Not in the table: Opus 5's, within those of its generation.
    [/^/, { ...tools(286, 406), prompt: { auto: 286, any: 406, bounds: [250, 500] } }],
  ],
  schemaFrame: { low: 0, likely: 40, high: 200 },
  // What `count_tokens` gives for one message beyond its text: 7 to 4.6, 12 from 4.7 on.
  frame: [
    [upTo46, { once: 3, message: 4, role: false, exact: false }],
    [/^/, { once: 8, message: 4, role: false, exact: false }],
  ],
  // The page on prompt caching (2026-12-01).
  cache: [[/./, { kind: 'marked', minimum: null, step: 1, writes: { '5m': 1.25, '1h': 2 } }]],
  searchTool: /^web_search/,
  // Thinks only where the request asks for it.
  effort: [[/./, 'none']],
} satisfies Provider;

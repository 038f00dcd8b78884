/**
 * What is done where the two sources differ by more than 1 %. Every difference stands in differences.json with the name of its decision; one
 * that is new, or has other values than there, stops the generator. `--accept` writes those that a decision below covers.
 */
export interface Decision {
  name: string;
  /** Of `provider/id`, as the second source has it. */
  ids: RegExp;
  fields: 'prices' | 'contextWindow';
  /** Whose value is taken. `split`: the second's row becomes a row of its own. */
  take: 'first' | 'second' | 'split';
  why: string;
  source: string;
  /** ISO date on which it was decided. */
  date: string;
}

const date = '2026-12-01';

export const decisions: readonly Decision[] = [
  {
    name: 'long-context-of-the-past',
    ids: /^anthropic\/claude-sonnet-4-5/,
    fields: 'prices',
    take: 'first',
    why: 'The step above 200,000 tokens was billed until the model ended on 2026-11-30.',
    source: 'https://platform.claude.com/docs/en/about-claude/pricing',
    date,
  },
  {
    name: 'regions-apart',
    ids: /^aws\/(?:apac|ca|eu|jp|us)\.amazon\.nova/,
    fields: 'prices',
    take: 'split',
    why: 'The first source has one row for all regions, Bedrock a price for each.',
    source: 'https://aws.amazon.com/bedrock/pricing/',
    date,
  },
  {
    name: 'rounded-cache-price',
    ids: /^azure\/o4-mini$/,
    fields: 'prices',
    take: 'second',
    why: 'The first source rounds 0.275 to 0.28.',
    source: 'https://azure.microsoft.com/en-us/pricing/details/cognitive-services/openai-service/',
    date,
  },
  {
    name: 'hours-of-the-day',
    ids: /^deepseek\/deepseek-v4-pro$/,
    fields: 'prices',
    take: 'first',
    why: 'The second source has the price of the peak hours for the whole day.',
    source: 'https://api-docs.deepseek.com/quick_start/pricing',
    date,
  },
  {
    name: 'cache-price-of-the-vendor',
    ids: /^github-copilot\/claude-fable-5\.1$/,
    fields: 'prices',
    take: 'second',
    why: "A fortieth of the input price, as on the vendor's own list.",
    source: 'https://docs.github.com/en/copilot/reference/copilot-billing/models-and-pricing',
    date,
  },
  {
    name: 'wrong-alias',
    ids: /^groq\/openai\/gpt-oss-safeguard-20b$/,
    fields: 'prices',
    take: 'split',
    why: 'The first source takes it for gpt-oss-120b.',
    source: 'https://console.groq.com/docs/models',
    date,
  },
  {
    name: 'moved-alias',
    ids: /^mistral\/mistral-large-latest$/,
    fields: 'prices',
    take: 'first',
    why: 'The sources name three prices for it; the vendor says that it is mistral-large-2512, which the overlay points it to.',
    source: 'https://mistral.ai/pricing/api',
    date: '2026-11-24',
  },
  {
    name: 'newer-list',
    ids: /^(?:mistral\/mistral-small-latest|zai\/glm-5\.3-flash)$/,
    fields: 'prices',
    take: 'second',
    why: 'Changed after the first source was taken.',
    source: 'https://mistral.ai/pricing/api, https://docs.z.ai/guides/overview/pricing',
    date,
  },
  {
    name: 'market-of-hosts',
    ids: /^openrouter\//,
    fields: 'prices',
    take: 'second',
    why: "OpenRouter's prices follow those of its hosts from day to day; the newer list counts.",
    source: 'https://openrouter.ai/api/v1/models',
    date,
  },
  {
    name: 'smaller-sibling',
    ids: /^openai\/gpt-5-chat-latest$/,
    fields: 'contextWindow',
    take: 'split',
    why: 'The first source takes it for gpt-5, whose window is larger.',
    source: 'https://developers.openai.com/api/docs/models/gpt-5-chat-latest',
    date,
  },
  {
    name: 'window-up-to-the-dearer-step',
    ids: /^openai\/gpt-(?:5\.[4-6]|6)/,
    fields: 'contextWindow',
    take: 'first',
    why: 'The second source ends the window where the dearer price begins.',
    source: 'https://developers.openai.com/api/docs/models',
    date,
  },
  {
    name: 'window-of-the-host',
    ids: /^github-copilot\//,
    fields: 'contextWindow',
    take: 'first',
    why: "The second source has the vendor's window, the host's is smaller.",
    source: 'https://docs.github.com/en/copilot/reference/ai-models/supported-models',
    date,
  },
  {
    name: 'rounded-window',
    ids: /^(?:aws|fireworks|google|openai|openrouter)\//,
    fields: 'contextWindow',
    take: 'second',
    why: 'The first source rounds, or has the window of an older version.',
    source: 'https://github.com/earendil-works/pi',
    date,
  },
];

/** Rows of the second source whose price nobody can vouch for: sources disagree, and the vendor's page could not settle it. */
export const unsettled: readonly { id: string; why: string; date: string }[] = [
  { id: 'mistral/mistral-large-4', why: '0.7 / 2.1 in one source, 1.36 / 4.18 in another', date },
  { id: 'mistral/mistral-large-4-0-8', why: 'as mistral-large-4', date },
];

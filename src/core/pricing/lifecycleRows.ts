/**
 * Ends of service by the vendors' own pages, kept by hand; ids are those of the catalogue. `docs/prices.md` says how a row gets here.
 * Hosts of others' models follow dates of their own and stand here only with those.
 */
import type { LifecycleRow } from './lifecycle';

const pages = {
  openai: 'https://developers.openai.com/api/docs/deprecations',
  anthropic: 'https://platform.claude.com/docs/en/about-claude/model-deprecations',
  google: 'https://ai.google.dev/gemini-api/docs/deprecations',
  mistral: 'https://docs.mistral.ai/getting-started/models/models_overview/',
  cohere: 'https://docs.cohere.com/docs/deprecations',
  deepseek: 'https://api-docs.deepseek.com/news',
  'x-ai': 'https://docs.x.ai/docs/models',
  moonshotai: 'https://platform.kimi.ai/docs/models.md',
  groq: 'https://console.groq.com/docs/deprecations',
  perplexity: 'https://docs.perplexity.ai/changelog',
} as const;

const checked = '2026-12-01';

interface End {
  replacement?: string;
  servedAs?: string;
  notBefore?: true;
}

/** `ids` separated by spaces. */
const ends = (provider: keyof typeof pages, date: string | null, ids: string, more: End = {}): LifecycleRow => ({
  provider,
  ids: ids.split(' '),
  date,
  ...more,
  source: pages[provider],
  checked,
});

export const lifecycleRows: readonly LifecycleRow[] = [
  ends('openai', '2026-10-23', 'gpt-4o-2024-05-13 gpt-4 gpt-4-turbo o1 o1-pro o3-mini', { replacement: 'gpt-5.6-sol' }),
  ends('openai', '2026-10-23', 'gpt-3.5-turbo gpt-3.5-turbo-16k o4-mini', { replacement: 'gpt-5.6-terra' }),
  ends('openai', '2026-10-23', 'gpt-4.1-nano', { replacement: 'gpt-5.6-luna' }),
  ends('openai', '2026-09-28', 'gpt-3.5-turbo-1106', { replacement: 'gpt-5.6-terra' }),
  ends('openai', '2026-12-11', 'gpt-5', { replacement: 'gpt-6.1-sol' }),
  ends('openai', '2026-12-11', 'gpt-5-mini', { replacement: 'gpt-6.1-terra' }),
  ends('openai', '2026-12-11', 'gpt-5-pro o3-pro', { replacement: 'gpt-5.6-sol' }),
  ends('openai', '2026-12-11', 'gpt-5-nano o3'),
  ends('openai', '2027-01-14', 'gpt-4o gpt-4o-mini gpt-4.1 gpt-4.1-mini', { replacement: 'gpt-6-luna' }),
  ends('openai', '2027-04-01', 'gpt-5.3-codex gpt-5.1 gpt-5.4-nano'),
  ends('openai', '2026-12-01', 'gpt-image-1-mini gpt-image-1.5'),
  ends('openai', '2027-01-06', 'gpt-4o-mini-tts'),
  ends('openai', '2027-01-20', 'gpt-4o*-realtime-preview gpt-4o*-audio-preview gpt-audio gpt-audio-mini gpt-realtime gpt-realtime-mini'),
  ends('openai', '2027-02-26', 'whisper-1 gpt-4o-transcribe gpt-4o-mini-transcribe'),
  ends('openai', '2026-02-17', 'chatgpt-4o-latest'),
  ends('openai', '2026-02-12', 'codex-mini'),
  ends('openai', '2026-07-23', 'gpt-4o-search-preview gpt-5-chat-latest gpt-5-codex gpt-5.1-codex gpt-5.1-codex-max'),
  ends('openai', '2026-07-23', 'gpt-5.1-codex-mini gpt-5.2-codex gpt-5.1-chat-latest o3-deep-research o4-mini-deep-research'),
  ends('openai', '2026-08-10', 'gpt-5.2-chat-latest gpt-5.3-chat-latest'),
  ends('openai', null, 'ada babbage curie davinci text-davinci-* gpt-3.5-* gpt-4-* gpt-4.5-preview o1-mini o1-preview computer-use'),

  ends('anthropic', '2025-10-28', 'claude-3-5-sonnet', { replacement: 'claude-sonnet-5-5' }),
  ends('anthropic', '2026-02-19', 'claude-3-7-sonnet-latest', { replacement: 'claude-sonnet-5-5' }),
  ends('anthropic', '2026-02-19', 'claude-3-5-haiku-latest', { replacement: 'claude-haiku-5-5' }),
  ends('anthropic', '2026-04-20', 'claude-3-haiku', { replacement: 'claude-haiku-5-5' }),
  ends('anthropic', '2026-01-05', 'claude-3-opus-latest', { replacement: 'claude-opus-5-5' }),
  ends('anthropic', '2026-06-15', 'claude-sonnet-4-0', { replacement: 'claude-sonnet-5-5' }),
  ends('anthropic', '2026-06-15', 'claude-opus-4-0', { replacement: 'claude-opus-5-5' }),
  ends('anthropic', '2026-08-05', 'claude-opus-4-1', { replacement: 'claude-opus-5-5' }),
  ends('anthropic', '2026-11-30', 'claude-sonnet-4-5', { replacement: 'claude-sonnet-5-5' }),
  ends('anthropic', '2027-01-22', 'claude-opus-4-5', { replacement: 'claude-opus-5-5' }),
  ends('anthropic', null, 'claude-3-sonnet claude-2 claude-v1'),
  ends('anthropic', '2026-10-15', 'claude-haiku-4-5', { notBefore: true }),
  ends('anthropic', '2027-02-05', 'claude-opus-4-6', { notBefore: true }),
  ends('anthropic', '2027-02-17', 'claude-sonnet-4-6', { notBefore: true }),
  ends('anthropic', '2027-04-16', 'claude-opus-4-7', { notBefore: true }),
  ends('anthropic', '2027-05-28', 'claude-opus-4-8', { notBefore: true }),
  ends('anthropic', '2027-06-09', 'claude-fable-5', { notBefore: true }),
  ends('anthropic', '2027-06-30', 'claude-sonnet-5', { notBefore: true }),
  ends('anthropic', '2027-07-24', 'claude-opus-5', { notBefore: true }),

  ends('google', '2026-12-01', 'gemini-2.5-pro', { replacement: 'gemini-3.8-flash', servedAs: 'gemini-3.8-flash' }),
  ends('google', '2026-12-01', 'gemini-2.5-flash', { replacement: 'gemini-3.5-flash-lite', servedAs: 'gemini-3.5-flash-lite' }),
  ends('google', '2026-10-20', 'gemini-2.5-flash-lite', { notBefore: true }),
  ends('google', '2026-06-01', 'gemini-2.0-flash gemini-2.0-flash-lite'),
  ends('google', '2026-03-26', 'gemini-3-pro-preview'),
  ends('google', '2027-05-07', 'gemini-3.1-flash-lite', { notBefore: true }),
  ends('google', '2027-05-19', 'gemini-3.5-flash', { notBefore: true }),
  ends('google', '2027-07-21', 'gemini-3.5-flash-lite', { notBefore: true }),
  ends('google', null, 'gemini-1.0-* gemini-1.5-* gemini-pro gemini-pro-1.5 gemini-flash-1.5* gemini-2.5-flash-preview'),
  ends('google', null, 'claude-3-* claude-4-opus claude-4-sonnet'),

  ends('mistral', '2026-07-31', 'devstral-2512', { notBefore: true }),
  ends('mistral', null, 'mixtral-* pixtral-* mistral-7b mistral-tiny mistral-saba mistral-nemo mistral-medium-2312'),

  ends('cohere', '2025-09-15', 'command command-light'),

  ends('deepseek', '2026-07-24', 'deepseek-chat deepseek-reasoner', { replacement: 'deepseek-flash', servedAs: 'deepseek-flash' }),

  ends('x-ai', '2026-05-15', 'grok-3 grok-4-0709 grok-4-fast-* grok-4-1-fast-* grok-code-fast-1', { replacement: 'grok-4.7' }),
  ends('x-ai', '2026-02-28', 'grok-3-mini grok-2-vision-1212', { replacement: 'grok-4.7' }),

  ends('moonshotai', '2026-05-25', 'kimi-k2 kimi-k2-0711-preview kimi-k2-0905-preview kimi-k2-thinking kimi-k2-thinking-turbo kimi-k2-turbo-preview'),
  ends('perplexity', '2026-09-27', 'sonar sonar-*'),

  ends('groq', '2026-03-05', 'meta-llama/llama-guard-4-12b'),
  ends('groq', '2026-03-09', 'meta-llama/llama-4-maverick-17b-128e-instruct'),
  ends('groq', '2026-04-15', 'moonshotai/kimi-k2-instruct'),
  ends('groq', '2026-07-17', 'meta-llama/llama-4-scout-17b-16e-instruct qwen/qwen3-32b'),
];

import type { SdkCall } from '../sdk';

/** What OpenAI's chat and Responses calls take, in every package world. */
export const CHAT = {
  api: 'openai.chat.completions',
  kind: 'chat',
  model: ['model'],
  messages: ['messages'],
  outputLimit: ['max_completion_tokens', 'max_tokens'],
  stream: ['stream'],
  promptCache: ['prompt_cache_key'],
  tools: ['tools', 'functions'],
  schema: ['response_format'],
} satisfies Partial<SdkCall>;
export const RESPONSES = {
  api: 'openai.responses',
  kind: 'chat',
  model: ['model'],
  system: ['instructions'],
  messages: ['input'],
  outputLimit: ['max_output_tokens'],
  stream: ['stream'],
  promptCache: ['prompt_cache_key'],
  tools: ['tools'],
  schema: ['text.format', 'text_format'],
  continues: ['previous_response_id', 'conversation', 'prompt'],
} satisfies Partial<SdkCall>;

import type { Sdk, SdkCall } from './sdk';

const MESSAGES = {
  api: 'anthropic.messages',
  kind: 'chat',
  model: ['model'],
  system: ['system'],
  messages: ['messages'],
  outputLimit: ['max_tokens'],
  limitRequired: true,
  stream: ['stream'],
  promptCache: ['cache_control'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;

/** Anthropic, with its Bedrock and Vertex clients. */
export default {
  id: 'anthropic',
  provider: 'anthropic',
  packages: {
    python: ['anthropic', 'langfuse.anthropic', 'posthog.ai.anthropic'],
    javascript: ['@anthropic-ai/sdk', '@anthropic-ai/bedrock-sdk', '@anthropic-ai/vertex-sdk', '@anthropic-ai/foundry-sdk'],
    go: ['github.com/anthropics/anthropic-sdk-go', 'github.com/liushuangls/go-anthropic'],
    jvm: ['com.anthropic'],
    dotnet: ['Anthropic', 'Anthropic.SDK'],
    ruby: ['anthropic'],
    php: ['Anthropic'],
    rust: ['anthropic_sdk', 'anthropic', 'async_anthropic'],
  },
  clients: [
    { name: 'Anthropic' },
    { name: 'AsyncAnthropic' },
    { name: 'AnthropicBedrock', provider: 'aws' },
    { name: 'AsyncAnthropicBedrock', provider: 'aws' },
    { name: 'AnthropicVertex', provider: 'google' },
    { name: 'AsyncAnthropicVertex', provider: 'google' },
  ],
  rootNames: /anthropic|claude/,
  calls: [
    { ...MESSAGES, path: ['messages.create', 'messages.parse'], on: 'client' },
    { ...MESSAGES, path: ['messages.stream', 'messages.createStreaming', 'messages.newStreaming'], on: 'client', stream: true },
    { ...MESSAGES, path: ['messages.toolRunner', 'messages.tool_runner'], on: 'client' },
    {
      path: 'completions.create',
      on: 'client',
      api: 'anthropic.completions',
      kind: 'completion',
      model: ['model'],
      user: ['prompt'],
      outputLimit: ['max_tokens_to_sample'],
      limitRequired: true,
      stream: ['stream'],
    },
    { path: 'messages.batches.create', on: 'client', api: 'anthropic.messages.batches', kind: 'batch' },
  ],
} satisfies Sdk;

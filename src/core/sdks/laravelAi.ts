import type { Sdk, SdkCall } from './sdk';

const ASK = {
  on: 'client',
  of: ['Agent', 'agent'],
  api: 'laravel-ai.prompt',
  kind: 'chat',
  model: ['model', 'class.Model', 'class.model'],
  provider: ['provider', 'class.Provider', 'class.provider'],
  system: ['class.instructions', 'chain.agent.instructions', 'receiver.instructions'],
  messages: ['prompt', '0'],
  outputLimit: ['class.MaxTokens', 'class.maxTokens'],
  tools: ['class.tools', 'receiver.tools'],
  schema: ['class.schema'],
} satisfies Partial<SdkCall>;

/** Laravel's AI SDK: an agent is a class with instructions, and prompted. */
export default {
  id: 'laravel-ai',
  provider: null,
  packages: { php: ['Laravel\\Ai'] },
  clients: [{ name: 'Agent' }, { name: 'agent' }],
  calls: [
    { ...ASK, path: ['prompt', 'queue', 'broadcast'] },
    { ...ASK, path: ['stream', 'broadcastOnQueue'], stream: true },
  ],
} satisfies Sdk;

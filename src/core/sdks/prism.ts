import type { Sdk, SdkCall } from './sdk';

const CALL = {
  on: 'client',
  model: ['chain.using.1', 'chain.using.model'],
  system: ['chain.withSystemPrompt', 'chain.withSystemPrompts'],
  user: ['chain.withPrompt'],
  messages: ['chain.withMessages'],
  outputLimit: ['chain.withMaxTokens'],
  tools: ['chain.withTools'],
} satisfies Partial<SdkCall>;

/** Prism for Laravel: the end of the chain is the request. */
export default {
  id: 'prism',
  provider: null,
  packages: { php: ['Prism\\Prism', 'EchoLabs\\Prism'] },
  calls: [
    { ...CALL, path: ['asText', 'generate'], api: 'prism.text', kind: 'chat' },
    { ...CALL, path: ['asStream', 'asEventStreamResponse', 'asDataStreamResponse'], api: 'prism.text', kind: 'chat', stream: true },
    { ...CALL, path: 'asStructured', api: 'prism.structured', kind: 'chat' },
    { on: 'client', path: 'asEmbeddings', api: 'prism.embeddings', kind: 'embedding', model: ['chain.using.1'] },
  ],
} satisfies Sdk;

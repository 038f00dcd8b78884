import type { Sdk, SdkCall } from './sdk';

const CHAT = {
  kind: 'chat',
  model: ['model'],
  messages: ['messages', 'chat_history'],
  user: ['message'],
  system: ['preamble'],
  outputLimit: ['max_tokens'],
  stream: ['stream'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;

/** Cohere, versions 1 and 2. */
export default {
  id: 'cohere',
  provider: 'cohere',
  packages: {
    python: ['cohere'],
    javascript: ['cohere-ai'],
    go: ['github.com/cohere-ai/cohere-go'],
    jvm: ['com.cohere.api'],
    dotnet: ['Cohere'],
    ruby: ['cohere', 'Cohere'],
  },
  clients: [
    { name: 'Client' },
    { name: 'ClientV2' },
    { name: 'AsyncClient' },
    { name: 'AsyncClientV2' },
    { name: 'CohereClient' },
    { name: 'CohereClientV2' },
    { name: 'BedrockClient', provider: 'aws' },
  ],
  rootNames: /cohere|^co$/,
  calls: [
    { ...CHAT, path: ['chat', 'v2.chat'], on: 'client', api: 'cohere.chat' },
    { ...CHAT, path: ['chat_stream', 'v2.chat_stream'], on: 'client', api: 'cohere.chat_stream', stream: true },
    {
      path: ['generate'],
      on: 'client',
      api: 'cohere.generate',
      kind: 'completion',
      model: ['model'],
      user: ['prompt'],
      outputLimit: ['max_tokens'],
      stream: ['stream'],
    },
    {
      path: ['generate_stream'],
      on: 'client',
      api: 'cohere.generate_stream',
      kind: 'completion',
      model: ['model'],
      user: ['prompt'],
      outputLimit: ['max_tokens'],
      stream: true,
    },
    { path: ['summarize'], on: 'client', api: 'cohere.summarize', kind: 'completion', model: ['model'] },
    { path: ['embed', 'v2.embed'], on: 'client', api: 'cohere.embed', kind: 'embedding', model: ['model'] },
    { path: ['embed_jobs.create'], on: 'client', api: 'cohere.embed_jobs', kind: 'batch', model: ['model'] },
    { path: ['finetuning.create_finetuned_model'], on: 'client', api: 'cohere.finetuning', kind: 'fine-tuning' },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const CHAT = { kind: 'chat', model: ['model'], messages: ['messages'], outputLimit: ['max_tokens'], tools: ['tools'] } satisfies Partial<SdkCall>;

/** Mistral, and its client of version 0. */
export default {
  id: 'mistral',
  provider: 'mistral',
  packages: {
    python: ['mistralai', 'mistralai_azure', 'mistralai_gcp'],
    javascript: ['@mistralai/mistralai', '@mistralai/mistralai-azure', '@mistralai/mistralai-gcp'],
    go: ['github.com/gage-technologies/mistral-go'],
    dotnet: ['Mistral.SDK'],
    rust: ['mistralai_client'],
    php: ['HelgeSverre\\Mistral', 'Partitech\\PhpMistral'],
  },
  clients: [{ name: 'Mistral' }, { name: 'MistralClient' }, { name: 'MistralAsyncClient' }],
  rootNames: /mistral/,
  calls: [
    { ...CHAT, path: ['chat.complete', 'chat.complete_async', 'chat.parse', 'chat.parse_async'], on: 'client', api: 'mistral.chat.complete' },
    { ...CHAT, path: ['chat.stream', 'chat.stream_async', 'chat.parse_stream'], on: 'client', api: 'mistral.chat.stream', stream: true },
    { ...CHAT, path: 'chat', on: 'client', api: 'mistral.chat' },
    { ...CHAT, path: ['chat_stream'], on: 'client', api: 'mistral.chat_stream', stream: true },
    { ...CHAT, path: ['agents.complete', 'agents.complete_async'], on: 'client', api: 'mistral.agents.complete', model: [] },
    {
      ...CHAT,
      path: ['beta.conversations.start', 'conversations.start'],
      on: 'client',
      api: 'mistral.conversations.start',
      system: ['instructions'],
      messages: ['inputs'],
      outputLimit: ['completion_args.max_tokens'],
    },
    {
      path: ['fim.complete', 'fim.complete_async'],
      on: 'client',
      api: 'mistral.fim.complete',
      kind: 'completion',
      model: ['model'],
      user: ['prompt'],
      outputLimit: ['max_tokens'],
    },
    {
      path: ['fim.stream', 'fim.stream_async'],
      on: 'client',
      api: 'mistral.fim.stream',
      kind: 'completion',
      model: ['model'],
      user: ['prompt'],
      outputLimit: ['max_tokens'],
      stream: true,
    },
    { path: ['embeddings.create', 'embeddings.create_async'], on: 'client', api: 'mistral.embeddings', kind: 'embedding', model: ['model'] },
    { path: 'embeddings', on: 'client', api: 'mistral.embeddings', kind: 'embedding', model: ['model', '0'] },
    { path: ['ocr.process', 'ocr.process_async'], on: 'client', api: 'mistral.ocr.process', kind: 'chat', model: ['model'] },
    { path: ['fine_tuning.jobs.create'], on: 'client', api: 'mistral.fine_tuning.jobs', kind: 'fine-tuning', model: ['model'] },
    { path: ['batch.jobs.create'], on: 'client', api: 'mistral.batch.jobs', kind: 'batch', model: ['model'] },
  ],
} satisfies Sdk;

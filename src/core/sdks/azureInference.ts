import { extensionsAiRows } from './helpers/extensionsAiRows';
import type { Sdk } from './sdk';

/** Azure AI Inference. */
export default {
  id: 'azure-inference',
  provider: 'azure',
  packages: {
    python: ['azure.ai.inference'],
    javascript: ['@azure-rest/ai-inference'],
    dotnet: ['Azure.AI.Inference'],
    jvm: ['com.azure.ai.inference'],
  },
  clients: [{ name: 'ChatCompletionsClient' }, { name: 'EmbeddingsClient' }],
  calls: [
    ...extensionsAiRows,
    {
      path: 'post', // client.path('/chat/completions').post({ body })
      on: 'client',
      ecosystems: ['javascript'],
      of: ['path'],
      api: 'azure-inference.complete',
      kind: 'chat',
      model: ['body.model'],
      messages: ['body.messages'],
      outputLimit: ['body.max_tokens'],
      stream: ['body.stream'],
    },
    {
      path: ['complete', 'CompleteAsync'],
      on: 'client',
      api: 'azure-inference.complete',
      kind: 'chat',
      model: ['model', 'receiver.model'],
      messages: ['messages', '0'],
      outputLimit: ['max_tokens'],
      stream: ['stream'],
    },
    {
      path: ['CompleteStreaming', 'CompleteStreamingAsync'],
      on: 'client',
      api: 'azure-inference.complete',
      kind: 'chat',
      model: ['model'],
      messages: ['messages'],
      outputLimit: ['max_tokens'],
      stream: true,
    },
    { path: ['embed', 'EmbedAsync'], on: 'client', api: 'azure-inference.embed', kind: 'embedding', model: ['model', 'receiver.model'] },
  ],
} satisfies Sdk;

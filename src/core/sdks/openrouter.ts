import type { Sdk, SdkCall } from './sdk';

/** Parameters stand in the request itself, or in what some versions of the SDK wrap around it. */
const within =
  (...wrappers: string[]) =>
  (...names: string[]) => [...names, ...wrappers.flatMap((wrapper) => names.map((name) => `${wrapper}.${name}`))];
const inChat = within('chatRequest', 'chatGenerationParams');
const inResponses = within('responsesRequest', 'openResponsesRequest');
const inEmbedding = within('requestBody');

const RESPONSES = {
  on: 'client',
  kind: 'chat',
  model: inResponses('model'),
  messages: inResponses('input'),
  system: inResponses('instructions'),
  outputLimit: inResponses('maxOutputTokens'),
  stream: inResponses('stream'),
  tools: inResponses('tools'),
} satisfies Partial<SdkCall>;

/** OpenRouter's own SDK; models are named `provider/model`. */
export default {
  id: 'openrouter',
  provider: 'openrouter',
  packages: { python: ['openrouter'], javascript: ['@openrouter/sdk', '@openrouter/agent'] },
  clients: [{ name: 'OpenRouter' }, { name: 'OpenRouterCore' }],
  rootNames: /^openrouter/,
  calls: [
    {
      path: ['chat.send', 'chat.send_async'],
      on: 'client',
      api: 'openrouter.chat',
      kind: 'chat',
      model: inChat('model'),
      messages: inChat('messages'),
      outputLimit: inChat('maxCompletionTokens', 'maxTokens'),
      stream: inChat('stream'),
      tools: inChat('tools'),
    },
    { ...RESPONSES, path: ['responses.send', 'beta.responses.send'], api: 'openrouter.responses' },
    { ...RESPONSES, path: 'callModel', api: 'openrouter.callModel' },
    {
      path: ['embeddings.generate', 'embeddings.generate_async'],
      on: 'client',
      api: 'openrouter.embeddings',
      kind: 'embedding',
      model: inEmbedding('model'),
      user: inEmbedding('input'),
    },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const CALL = {
  on: 'client',
  kind: 'chat',
  model: ['model', 'receiver.model', 'receiver.default_model'],
  outputLimit: ['max_tokens', 'receiver.max_tokens'],
  stream: ['streaming_func', 'streaming_reasoning_func'],
} satisfies Partial<SdkCall>;

/** LangChain for Go: the request is the call site; its options say model and limit. */
export default {
  id: 'langchaingo',
  provider: null,
  packages: { go: ['github.com/tmc/langchaingo', 'github.com/vendasta/langchaingo'] },
  clients: [{ name: 'LLM' }, { name: 'Model' }, { name: 'New' }],
  calls: [
    {
      ...CALL,
      on: 'module',
      path: ['GenerateFromSinglePrompt', 'llms.GenerateFromSinglePrompt'],
      api: 'langchaingo.GenerateFromSinglePrompt',
      model: ['model', '1'],
      user: ['2'],
    },
    { ...CALL, path: 'GenerateContent', api: 'langchaingo.GenerateContent', messages: ['1'] },
    { ...CALL, path: 'Call', api: 'langchaingo.Call', user: ['1'] },
    { ...CALL, on: 'module', path: ['chains.Run', 'chains.Call', 'chains.Predict'], api: 'langchaingo.chains', model: ['model'], user: [] },
    {
      on: 'client',
      path: ['CreateEmbedding', 'EmbedDocuments', 'EmbedQuery'],
      api: 'langchaingo.embeddings',
      kind: 'embedding',
      model: ['receiver.embedding_model', 'receiver.model', 'receiver.0.embedding_model', 'receiver.0.model'],
    },
  ],
  prompts: [
    { path: ['prompts.NewPromptTemplate', 'NewPromptTemplate'], on: 'module', template: ['0'] },
    { path: ['NewSystemMessagePromptTemplate', 'prompts.NewSystemMessagePromptTemplate'], on: 'module', system: ['0'] },
    { path: ['NewHumanMessagePromptTemplate', 'prompts.NewHumanMessagePromptTemplate'], on: 'module', user: ['0'] },
    { path: ['TextParts', 'llms.TextParts'], on: 'module', messages: ['1'] },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const MODEL = [
  'model',
  'receiver.default_options.chat_model',
  'receiver.default_options.chat_completion_model_name',
  'receiver.default_options.completion_model',
];
const CALL = { on: 'client', model: MODEL, outputLimit: ['max_tokens', 'receiver.default_options.max_tokens'] } satisfies Partial<SdkCall>;

/** LangChain for Ruby: the request is the call site. */
export default {
  id: 'langchainrb',
  provider: null,
  packages: { ruby: ['langchain', 'langchainrb', 'Langchain'] },
  clients: [
    { name: 'OpenAI', provider: 'openai' },
    { name: 'Azure', provider: 'azure' },
    { name: 'Anthropic', provider: 'anthropic' },
    { name: 'GoogleGemini', provider: 'google' },
    { name: 'Cohere', provider: 'cohere' },
    { name: 'MistralAI', provider: 'mistral' },
    { name: 'Ollama', provider: 'ollama' },
  ],
  calls: [
    { ...CALL, path: 'chat', api: 'langchainrb.chat', kind: 'chat', messages: ['messages'] },
    { ...CALL, path: 'complete', api: 'langchainrb.complete', kind: 'completion', user: ['prompt'] },
    {
      ...CALL,
      path: ['add_message_and_run', 'add_message_and_run!', 'run', 'run!'],
      of: ['Assistant'],
      api: 'langchainrb.run',
      kind: 'chat',
      model: [],
      user: ['content'],
    },
    { ...CALL, path: 'summarize', api: 'langchainrb.summarize', kind: 'chat', user: [] },
    { on: 'client', path: 'embed', api: 'langchainrb.embed', kind: 'embedding', model: ['model', 'receiver.default_options.embedding_model'] },
  ],
  prompts: [
    { path: 'Assistant', on: 'class', system: ['instructions'] },
    { path: ['Prompt.PromptTemplate', 'PromptTemplate'], on: 'class', template: ['template'] },
    { path: ['add_message'], on: 'client', of: ['Assistant'], user: ['content'] },
  ],
} satisfies Sdk;

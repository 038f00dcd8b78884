import type { Sdk, SdkCall } from './sdk';

const CHAT = {
  on: 'client',
  kind: 'chat',
  model: ['receiver.0.model', 'receiver.model'],
  system: ['chain.system_message'],
  outputLimit: ['receiver.0.model_options.max_tokens', 'receiver.0.model_options.num_predict'],
} satisfies Partial<SdkCall>;

/** LLPhant for PHP: what is asked of a chat is the call site; its config names the model. */
export default {
  id: 'llphant',
  provider: null,
  packages: { php: ['LLPhant'] },
  clients: [
    { name: 'OpenAIChat', provider: 'openai' },
    { name: 'AnthropicChat', provider: 'anthropic' },
    { name: 'MistralAIChat', provider: 'mistral' },
    { name: 'OllamaChat', provider: 'ollama' },
  ],
  calls: [
    { ...CHAT, path: ['generateText', 'generateTextOrReturnFunctionCalled'], api: 'llphant.generateText', user: ['0'] },
    { ...CHAT, path: ['generateChat', 'generateChatOrReturnFunctionCalled'], api: 'llphant.generateChat', messages: ['0'] },
    { ...CHAT, path: 'generateStreamOfText', api: 'llphant.generateText', user: ['0'], stream: true },
    { ...CHAT, path: 'generateChatStream', api: 'llphant.generateChat', messages: ['0'], stream: true },
    { ...CHAT, path: ['answerQuestion', 'answerQuestionFromChat'], api: 'llphant.answerQuestion', model: [], user: ['0'] },
    {
      on: 'client',
      path: ['embedText', 'embedDocument', 'embedDocuments'],
      api: 'llphant.embedText',
      kind: 'embedding',
      model: ['receiver.0.model'],
    },
  ],
} satisfies Sdk;

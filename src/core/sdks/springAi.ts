import type { Sdk, SdkCall } from './sdk';

const MODEL = ['chain.options.model', 'chain.options.0.model', '0.options.model', '0.1.model', 'chain.defaultOptions.0.model'];
const CHAT = {
  on: 'client',
  kind: 'chat',
  model: MODEL,
  system: ['chain.system', 'chain.defaultSystem'],
  user: ['chain.user'],
  messages: ['chain.prompt', 'chain.messages', '0.messages', '0'],
  outputLimit: [
    'chain.options.0.max_completion_tokens',
    'chain.options.0.max_tokens',
    'chain.options.0.max_output_tokens',
    'chain.options.0.num_predict',
    '0.1.max_completion_tokens',
    '0.1.max_tokens',
    '0.1.max_output_tokens',
    '0.1.num_predict',
    'chain.defaultOptions.0.max_tokens',
  ],
} satisfies Partial<SdkCall>;
const EMBEDDING = {
  on: 'client',
  api: 'spring-ai.EmbeddingModel',
  kind: 'embedding',
  model: ['0.1.model', 'receiver.options.model'],
} satisfies Partial<SdkCall>;

/** Classes that speak to a chat model themselves. */
const CHAT_MODELS = [
  'ChatModel',
  'StreamingChatModel',
  'OpenAiChatModel',
  'AzureOpenAiChatModel',
  'AnthropicChatModel',
  'VertexAiGeminiChatModel',
  'GoogleGenAiChatModel',
  'OllamaChatModel',
  'MistralAiChatModel',
  'BedrockProxyChatModel',
  'DeepSeekChatModel',
  'ZhiPuAiChatModel',
  'MiniMaxChatModel',
];
const EMBEDDING_MODELS = ['EmbeddingModel', 'OpenAiEmbeddingModel', 'AzureOpenAiEmbeddingModel', 'OllamaEmbeddingModel', 'MistralAiEmbeddingModel'];
const IMAGE_MODELS = ['ImageModel', 'OpenAiImageModel', 'AzureOpenAiImageModel', 'StabilityAiImageModel'];

/** Spring AI: the request is the call site; the model is mostly set in the application's properties. */
export default {
  id: 'spring-ai',
  provider: null,
  packages: { jvm: ['org.springframework.ai'] },
  clients: [
    { name: 'ChatClient' },
    ...[...CHAT_MODELS, ...EMBEDDING_MODELS, ...IMAGE_MODELS].map((name) => {
      const provider = /^(OpenAi|Azure|Anthropic|Ollama|MistralAi|DeepSeek)/.exec(name)?.[1]?.toLowerCase().replace('mistralai', 'mistral');
      return provider ? { name, provider } : { name };
    }),
  ],
  calls: [
    { ...CHAT, path: 'call', of: ['ChatClient', 'Builder'], api: 'spring-ai.ChatClient' },
    { ...CHAT, path: 'stream', of: ['ChatClient', 'Builder'], api: 'spring-ai.ChatClient', stream: true },
    { ...CHAT, path: 'call', of: CHAT_MODELS, api: 'spring-ai.ChatModel' },
    { ...CHAT, path: 'stream', of: CHAT_MODELS, api: 'spring-ai.ChatModel', stream: true },
    { ...EMBEDDING, path: ['embed', 'embedForResponse', 'call'], of: EMBEDDING_MODELS },
    { on: 'client', path: 'call', of: IMAGE_MODELS, api: 'spring-ai.ImageModel', kind: 'image', model: ['0.1.model'], messages: ['0.0', '0'] },
  ],
  prompts: [
    { path: ['SystemMessage', 'SystemPromptTemplate'], on: 'class', system: ['0'] },
    { path: ['UserMessage'], on: 'class', user: ['0'] },
    { path: ['PromptTemplate'], on: 'class', template: ['0'] },
    { path: ['defaultSystem'], on: 'client', system: ['0'] },
    { path: ['defaultUser'], on: 'client', user: ['0'] },
  ],
} satisfies Sdk;

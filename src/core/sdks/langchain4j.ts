import type { CallKind } from '../types';
import type { Sdk, SdkCall } from './sdk';

/** Providers by the beginning of their classes' names. */
const PROVIDERS: Record<string, string | null> = {
  OpenAi: 'openai',
  OpenAiOfficial: 'openai',
  AzureOpenAi: 'azure',
  Anthropic: 'anthropic',
  GoogleAiGemini: 'google',
  VertexAiGemini: 'google',
  VertexAi: 'google',
  VertexAiAnthropic: 'google',
  Bedrock: 'bedrock',
  BedrockAnthropicMessage: 'bedrock',
  BedrockTitan: 'bedrock',
  BedrockCohere: 'bedrock',
  MistralAi: 'mistral',
  Ollama: 'ollama',
  Cohere: 'cohere',
  GitHubModels: 'azure',
  HuggingFace: 'huggingface',
  LocalAi: 'localai',
  Qwen: 'qwen',
  QianFan: 'baidu',
  Qianfan: 'baidu',
  ZhipuAi: 'zhipu',
  Watsonx: 'watsonx',
  WorkersAi: 'cloudflare',
  Jlama: 'jlama',
  GPULlama3: 'gpullama3',
  Nomic: 'nomic',
  VoyageAi: 'voyage',
  Jina: 'jina',
  Xinference: 'xinference',
  OracleGenAi: 'oracle',
  OciGenAi: 'oracle',
  DashScope: 'qwen',
};
const CHAT = [
  'ChatModel',
  'StreamingChatModel',
  'ChatLanguageModel',
  'StreamingChatLanguageModel',
  'ResponsesChatModel',
  'ResponsesStreamingChatModel',
];
const KINDS: Record<string, CallKind> = {
  ...Object.fromEntries(CHAT.map((name) => [name, 'chat'])),
  LanguageModel: 'completion',
  StreamingLanguageModel: 'completion',
  EmbeddingModel: 'embedding',
  ImageModel: 'image',
  AudioTranscriptionModel: 'audio',
};
const CLASSES = Object.entries(PROVIDERS).flatMap(([prefix, provider]) =>
  Object.entries(KINDS).map(([suffix, kind]) => ({ name: `${prefix}${suffix}`, provider, kind })),
);
const LIMITS = ['max_completion_tokens', 'max_tokens', 'max_output_tokens', 'max_new_tokens', 'num_predict'];

const row = (name: string, kind: CallKind): SdkCall => ({
  path: [`${name}.builder`, `${name}.withApiKey`, name],
  on: 'class',
  api: `langchain4j.${name}`,
  kind,
  model: ['model_name', 'model', 'model_id', 'deployment_name', 'default_request_parameters.model_name'],
  ...(kind === 'chat' || kind === 'completion'
    ? {
        outputLimit: [...LIMITS, 'default_request_parameters.max_output_tokens'],
        ...(name.includes('Streaming') ? { stream: true as const } : {}),
        promptCache: ['cacheSystemMessages', 'cacheTools'],
      }
    : {}),
});

/** LangChain4j: the model's builder is the call site; what is said to it, and the annotations of AI services, are its prompts. */
export default {
  id: 'langchain4j',
  provider: null,
  packages: { jvm: ['dev.langchain4j'] },
  clients: CLASSES.map(({ name, provider }) => (provider ? { name, provider } : { name })),
  calls: CLASSES.map(({ name, kind }) => row(name, kind)),
  prompts: [
    { path: ['SystemMessage', 'SystemMessage.from', 'SystemMessage.systemMessage'], on: 'class', system: ['value', '0', 'text'] },
    { path: ['UserMessage', 'UserMessage.from', 'UserMessage.userMessage'], on: 'class', user: ['value', '0', 'text'] },
    { path: ['systemMessage'], on: 'module', system: ['0'] },
    { path: ['userMessage'], on: 'module', user: ['0'] },
    { path: ['PromptTemplate.from', 'PromptTemplate'], on: 'class', template: ['template', '0'] },
    { path: ['StructuredPrompt'], on: 'class', template: ['value', '0'] },
    { path: ['chat', 'generate', 'doChat'], on: 'client', messages: ['messages', '0', '1'] },
    { path: ['systemMessageProvider', 'systemMessage', 'supervisorContext'], on: 'client', system: ['0'] },
    {
      path: ['execute', 'ask', 'answer', 'send'],
      on: 'client',
      user: ['0'],
      of: ['ConversationalChain', 'AiServices', 'ConversationalRetrievalChain'],
    },
  ],
} satisfies Sdk;

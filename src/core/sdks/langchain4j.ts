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
  makes: 'model',
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

/** What has a model's interface as its type: it is given by a builder elsewhere. */
const CHATTING = [...CHAT, ...CLASSES.flatMap(({ name, kind }) => (kind === 'chat' || kind === 'completion' ? name : [])), 'LanguageModel'];
const EMBEDDING = ['EmbeddingModel', ...CLASSES.flatMap(({ name, kind }) => (kind === 'embedding' ? name : []))];
const ASK = { on: 'client', kind: 'chat', asks: ['receiver'] } satisfies Partial<SdkCall>;

/** LangChain4j: a builder makes the model, and what is said to it, or to an AI service around it, is a request. */
export default {
  id: 'langchain4j',
  provider: null,
  packages: { jvm: ['dev.langchain4j'] },
  clients: [
    ...CLASSES.map(({ name, provider }) => (provider ? { name, provider } : { name })),
    ...CHAT.map((name) => ({ name })),
    { name: 'EmbeddingModel' },
    { name: 'AiServices' },
  ],
  calls: [
    ...CLASSES.map(({ name, kind }) => row(name, kind)),
    { ...ASK, path: ['chat', 'generate', 'doChat', 'doGenerate'], of: CHATTING, api: 'langchain4j.chat', messages: ['messages', '0'] },
    { ...ASK, path: ['embed', 'embedAll'], of: EMBEDDING, api: 'langchain4j.embed', kind: 'embedding', input: ['0'] },
    {
      path: [
        'AiServices.builder',
        'AiServices.create',
        'AgenticServices.agentBuilder',
        'ConversationalChain.builder',
        'ConversationalRetrievalChain.builder',
      ],
      on: 'class',
      makes: 'agent',
      api: 'langchain4j.AiServices',
      kind: 'chat',
      uses: ['chat_model', 'chat_language_model', 'streaming_chat_model', 'streaming_chat_language_model', '1'],
      system: ['system_message', 'system_message_provider'],
      tools: ['tools'],
    },
    { ...ASK, path: '*', of: ['AiServices', 'AgenticServices'], api: 'langchain4j.AiServices', user: ['0'] },
    { ...ASK, path: ['execute'], of: ['ConversationalChain', 'ConversationalRetrievalChain'], api: 'langchain4j.chain', user: ['0'] },
  ],
  prompts: [
    { path: ['SystemMessage', 'SystemMessage.from', 'SystemMessage.systemMessage'], on: 'class', system: ['value', '0', 'text'] },
    { path: ['UserMessage', 'UserMessage.from', 'UserMessage.userMessage'], on: 'class', user: ['value', '0', 'text'] },
    { path: ['systemMessage'], on: 'module', system: ['0'] },
    { path: ['userMessage'], on: 'module', user: ['0'] },
    { path: ['PromptTemplate.from', 'PromptTemplate'], on: 'class', template: ['template', '0'] },
    { path: ['StructuredPrompt'], on: 'class', template: ['value', '0'] },
    { path: ['supervisorContext'], on: 'client', system: ['0'] },
  ],
} satisfies Sdk;

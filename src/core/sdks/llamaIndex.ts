import type { Sdk, SdkCall } from './sdk';

const LLMS: Record<string, string | null> = {
  OpenAI: 'openai',
  AzureOpenAI: 'azure',
  OpenAILike: null,
  OpenAIResponses: 'openai',
  Anthropic: 'anthropic',
  Gemini: 'google',
  GoogleGenAI: 'google',
  Vertex: 'google',
  Bedrock: 'bedrock',
  BedrockConverse: 'bedrock',
  MistralAI: 'mistral',
  Cohere: 'cohere',
  Groq: 'groq',
  TogetherLLM: 'together',
  Fireworks: 'fireworks',
  Ollama: 'ollama',
  DeepSeek: 'deepseek',
  OpenRouter: 'openrouter',
  LiteLLM: null,
  HuggingFaceLLM: 'huggingface',
  HuggingFaceInferenceAPI: 'huggingface',
  Perplexity: 'perplexity',
  LlamaCPP: 'llamacpp',
  Replicate: 'replicate',
  DashScope: 'qwen',
  NVIDIA: 'nvidia',
  XAI: 'xai',
  Cerebras: 'cerebras',
};
const EMBEDDINGS: Record<string, string> = {
  OpenAIEmbedding: 'openai',
  AzureOpenAIEmbedding: 'azure',
  GeminiEmbedding: 'google',
  GoogleGenAIEmbedding: 'google',
  BedrockEmbedding: 'bedrock',
  MistralAIEmbedding: 'mistral',
  CohereEmbedding: 'cohere',
  OllamaEmbedding: 'ollama',
  HuggingFaceEmbedding: 'huggingface',
  HuggingFaceInferenceAPIEmbedding: 'huggingface',
  VoyageEmbedding: 'voyage',
  TogetherEmbedding: 'together',
  FastEmbedEmbedding: 'fastembed',
  JinaEmbedding: 'jina',
  NVIDIAEmbedding: 'nvidia',
};
const MODEL = ['model', 'model_name', 'model_type', 'engine', 'deployment_name'];
const LIMIT = ['max_tokens', 'max_new_tokens', 'max_output_tokens', 'additional_kwargs.max_tokens'];
const row = (path: string, kind: SdkCall['kind'], outputLimit?: string[]): SdkCall => ({
  path,
  on: 'class',
  makes: 'model',
  api: `llama_index.${path}`,
  kind,
  model: MODEL,
  ...(outputLimit ? { outputLimit, system: ['system_prompt'] } : {}),
});

const ASK = { on: 'client', kind: 'chat', asks: ['receiver'] } satisfies Partial<SdkCall>;
const AGENTS = [
  'FunctionAgent',
  'ReActAgent',
  'CodeActAgent',
  'FunctionCallingAgent',
  'OpenAIAgent',
  'ReActAgent.from_tools',
  'OpenAIAgent.from_tools',
];

/** LlamaIndex: a model's constructor makes it; models, agents and engines are asked. */
export default {
  id: 'llama-index',
  provider: null,
  packages: { python: ['llama_index', 'gpt_index'], javascript: ['llamaindex', '@llamaindex'] },
  clients: [...Object.entries(LLMS), ...Object.entries(EMBEDDINGS)].map(([name, provider]) => (provider ? { name, provider } : { name })),
  calls: [
    ...Object.keys(LLMS).map((name) => row(name, 'chat', LIMIT)),
    ...Object.keys(EMBEDDINGS).map((name) => row(name, 'embedding')),
    { ...ASK, path: ['complete', 'acomplete', 'predict', 'apredict', 'structured_predict'], api: 'llama_index.complete', user: ['prompt', '0'] },
    { ...ASK, path: ['stream_complete', 'astream_complete'], api: 'llama_index.complete', user: ['prompt', '0'], stream: true },
    { ...ASK, path: ['chat', 'achat'], api: 'llama_index.chat', messages: ['messages', 'message', '0'] },
    { ...ASK, path: ['stream_chat', 'astream_chat'], api: 'llama_index.chat', messages: ['messages', 'message', '0'], stream: true },
    { ...ASK, path: ['query', 'aquery'], api: 'llama_index.query', user: ['str_or_query_bundle', '0'] },
    { ...ASK, path: ['run', 'arun'], of: AGENTS, api: 'llama_index.agent', user: ['user_msg', '0'] },
    {
      path: AGENTS,
      on: 'class',
      makes: 'agent',
      api: 'llama_index.Agent',
      kind: 'chat',
      uses: ['llm'],
      system: ['system_prompt'],
      tools: ['tools', '0'],
    },
  ],
  prompts: [
    { path: ['PromptTemplate', 'Prompt', 'RichPromptTemplate'], on: 'class', user: ['template', '0'] },
    { path: ['ContextChatEngine.from_defaults'], on: 'class', system: ['system_prompt'] },
  ],
} satisfies Sdk;

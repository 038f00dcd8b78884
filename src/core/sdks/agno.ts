import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk, SdkCall } from './sdk';

const MODELS: ModelClasses = {
  OpenAIChat: 'openai',
  OpenAIResponses: 'openai',
  OpenAILike: null,
  AzureOpenAI: 'azure',
  AzureOpenAIChat: 'azure',
  AzureAIFoundry: 'azure',
  Claude: 'anthropic',
  Gemini: 'google',
  Groq: 'groq',
  Ollama: 'ollama',
  MistralChat: 'mistral',
  Cohere: 'cohere',
  DeepSeek: 'deepseek',
  DeepSeekChat: 'deepseek',
  xAI: 'xai',
  Together: 'together',
  Fireworks: 'fireworks',
  OpenRouter: 'openrouter',
  LiteLLM: null,
  Nebius: 'nebius',
  AwsBedrock: 'bedrock',
  Perplexity: 'perplexity',
};
const EMBEDDERS: ModelClasses = {
  OpenAIEmbedder: 'openai',
  AzureOpenAIEmbedder: 'azure',
  GeminiEmbedder: 'google',
  OllamaEmbedder: 'ollama',
  MistralEmbedder: 'mistral',
  CohereEmbedder: 'cohere',
  VoyageAIEmbedder: 'voyage',
};
const ID = ['id', 'model', '0'];

const AGENT = ['Agent', 'Team', 'Assistant'];
const RUN = {
  on: 'client',
  api: 'agno.Agent.run',
  kind: 'chat',
  asks: ['receiver'],
  user: ['message', 'input', '0'],
  stream: ['stream'],
} satisfies Partial<SdkCall>;

/** Agno, formerly Phidata: an agent is made around a model, and each run asks it. */
export default {
  id: 'agno',
  provider: null,
  packages: { python: ['agno', 'phi'] },
  clients: [...modelClients(MODELS), ...modelClients(EMBEDDERS), ...AGENT.map((name) => ({ name }))],
  calls: [
    ...modelClasses('agno', MODELS, { kind: 'chat', model: ID, outputLimit: ['max_tokens', 'max_completion_tokens', 'max_output_tokens'] }),
    ...modelClasses('agno', EMBEDDERS, { kind: 'embedding', model: ID }),
    {
      path: AGENT,
      on: 'class',
      makes: 'agent',
      api: 'agno.Agent',
      kind: 'chat',
      model: ['model', 'llm'],
      uses: ['model', 'llm'],
      system: ['instructions', 'description', 'system_prompt', 'system_message', 'role', 'expected_output', 'additional_context'],
      adds: true,
      tools: ['tools'],
      schema: ['output_schema', 'response_model', 'output_model'],
      // https://docs.agno.com/faq/default-model
      defaultModel: 'gpt-5.4',
    },
    { ...RUN, path: ['run', 'arun', 'print_response', 'aprint_response'] },
  ],
} satisfies Sdk;

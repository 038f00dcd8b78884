import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk } from './sdk';

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

/** Agno, formerly Phidata: the model's constructor is the call site, the agent holds its prompts. */
export default {
  id: 'agno',
  provider: null,
  packages: { python: ['agno', 'phi'] },
  clients: [...modelClients(MODELS), ...modelClients(EMBEDDERS)],
  calls: [
    ...modelClasses('agno', MODELS, { kind: 'chat', model: ID, outputLimit: ['max_tokens', 'max_completion_tokens', 'max_output_tokens'] }),
    ...modelClasses('agno', EMBEDDERS, { kind: 'embedding', model: ID }),
  ],
  prompts: [
    { path: ['Agent', 'Team', 'Assistant'], on: 'class', system: ['instructions', 'description', 'system_prompt', 'system_message', 'role'] },
    { path: ['run', 'arun', 'print_response', 'aprint_response'], on: 'client', of: ['Agent', 'Team', 'Assistant'], user: ['message', 'input', '0'] },
  ],
} satisfies Sdk;

import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk } from './sdk';

const MODELS: ModelClasses = {
  BedrockModel: 'bedrock',
  AnthropicModel: 'anthropic',
  OpenAIModel: 'openai',
  GeminiModel: 'google',
  MistralModel: 'mistral',
  OllamaModel: 'ollama',
  LiteLLMModel: null,
};

/** Strands Agents: the model's constructor is the call site, the agent holds its prompts. */
export default {
  id: 'strands',
  provider: null,
  packages: { python: ['strands'], javascript: ['@strands-agents'] },
  clients: modelClients(MODELS),
  calls: modelClasses('strands', MODELS, { kind: 'chat', model: ['model_id', 'model'], outputLimit: ['max_tokens', 'params.max_tokens'] }),
  prompts: [{ path: 'Agent', on: 'class', system: ['system_prompt'] }],
} satisfies Sdk;

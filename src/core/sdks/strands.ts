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

/** Strands Agents: an agent is made around a model, and asked by calling it or by `invoke`. */
export default {
  id: 'strands',
  provider: null,
  packages: { python: ['strands'], javascript: ['@strands-agents'] },
  clients: [...modelClients(MODELS), { name: 'Agent' }],
  calls: [
    ...modelClasses('strands', MODELS, { kind: 'chat', model: ['model_id', 'model'], outputLimit: ['max_tokens', 'params.max_tokens'] }),
    {
      path: 'Agent',
      on: 'class',
      makes: 'agent',
      api: 'strands.Agent',
      kind: 'chat',
      model: ['model'],
      uses: ['model'],
      system: ['system_prompt'],
      tools: ['tools'],
    },
    {
      path: ['invoke', 'invoke_async', 'structured_output'],
      on: 'client',
      of: ['Agent'],
      api: 'strands.Agent',
      kind: 'chat',
      asks: ['receiver'],
      messages: ['prompt', '0'],
    },
    { path: '', called: true, on: 'client', of: ['Agent'], api: 'strands.Agent', kind: 'chat', asks: ['receiver'], messages: ['prompt', '0'] },
    {
      path: ['stream', 'stream_async'],
      on: 'client',
      of: ['Agent'],
      api: 'strands.Agent',
      kind: 'chat',
      asks: ['receiver'],
      messages: ['prompt', '0'],
      stream: true,
    },
  ],
} satisfies Sdk;

import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk } from './sdk';

const MODELS: ModelClasses = {
  InferenceClientModel: 'huggingface',
  HfApiModel: 'huggingface',
  LiteLLMModel: null,
  LiteLLMRouterModel: null,
  OpenAIServerModel: 'openai',
  OpenAIModel: 'openai',
  AzureOpenAIServerModel: 'azure',
  AmazonBedrockServerModel: 'bedrock',
};
const AGENTS = ['CodeAgent', 'ToolCallingAgent', 'MultiStepAgent'];

/** smolagents: the model's constructor is the call site, what an agent is run with its prompts. */
export default {
  id: 'smolagents',
  provider: null,
  packages: { python: ['smolagents'] },
  clients: modelClients(MODELS),
  calls: modelClasses('smolagents', MODELS, {
    kind: 'chat',
    model: ['model_id', 'model', '0'],
    outputLimit: ['max_tokens', 'max_completion_tokens'],
  }),
  prompts: [
    { path: AGENTS, on: 'class', system: ['instructions', 'system_prompt'] },
    { path: 'run', on: 'client', of: AGENTS, user: ['task', '0'] },
  ],
} satisfies Sdk;

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

/** smolagents: agents are made around a model, and each run asks them. */
export default {
  id: 'smolagents',
  provider: null,
  packages: { python: ['smolagents'] },
  clients: [...modelClients(MODELS), ...AGENTS.map((name) => ({ name }))],
  calls: [
    ...modelClasses('smolagents', MODELS, {
      kind: 'chat',
      model: ['model_id', 'model', '0'],
      outputLimit: ['max_tokens', 'max_completion_tokens'],
    }),
    {
      path: AGENTS,
      on: 'class',
      makes: 'agent',
      api: 'smolagents.Agent',
      kind: 'chat',
      uses: ['model', '1'],
      system: ['instructions', 'system_prompt'],
      adds: true,
      tools: ['tools'],
    },
    { path: 'run', on: 'client', of: AGENTS, api: 'smolagents.Agent.run', kind: 'chat', asks: ['receiver'], user: ['task', '0'], stream: ['stream'] },
    {
      path: ['generate', 'generate_stream'],
      on: 'client',
      of: Object.keys(MODELS),
      api: 'smolagents.Model.generate',
      kind: 'chat',
      asks: ['receiver'],
      messages: ['messages', '0'],
    },
  ],
} satisfies Sdk;

import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk } from './sdk';

const MODELS: ModelClasses = {
  ChatOpenAI: 'openai',
  ChatAzureOpenAI: 'azure',
  ChatAnthropic: 'anthropic',
  ChatAnthropicBedrock: 'bedrock',
  ChatAWSBedrock: 'bedrock',
  ChatGoogle: 'google',
  ChatGroq: 'groq',
  ChatMistral: 'mistral',
  ChatOllama: 'ollama',
  ChatDeepSeek: 'deepseek',
  ChatOpenRouter: 'openrouter',
  ChatCerebras: 'cerebras',
  ChatVercel: 'vercel',
  ChatLiteLLM: null,
  ChatBrowserUse: 'browser-use',
};

/** browser-use: an agent is made for a task around a model, and asked until the task is done. */
export default {
  id: 'browser-use',
  provider: null,
  packages: { python: ['browser_use'] },
  clients: [...modelClients(MODELS), { name: 'Agent' }],
  calls: [
    ...modelClasses('browser-use', MODELS, {
      kind: 'chat',
      model: ['model', '0'],
      outputLimit: ['max_completion_tokens', 'max_tokens', 'max_output_tokens'],
    }),
    {
      path: 'Agent',
      on: 'class',
      makes: 'agent',
      api: 'browser-use.Agent',
      kind: 'chat',
      uses: ['llm'],
      user: ['task'],
      system: ['extend_system_message', 'override_system_message'],
      adds: true,
      schema: ['output_model_schema'],
    },
    { path: ['run', 'run_sync'], on: 'client', of: ['Agent'], api: 'browser-use.Agent.run', kind: 'chat', asks: ['receiver'] },
  ],
} satisfies Sdk;

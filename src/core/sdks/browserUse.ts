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

/** browser-use: the model's constructor is the call site, the agent's task its prompt. */
export default {
  id: 'browser-use',
  provider: null,
  packages: { python: ['browser_use'] },
  clients: modelClients(MODELS),
  calls: modelClasses('browser-use', MODELS, {
    kind: 'chat',
    model: ['model', '0'],
    outputLimit: ['max_completion_tokens', 'max_tokens', 'max_output_tokens'],
  }),
  prompts: [{ path: 'Agent', on: 'class', user: ['task'], system: ['extend_system_message', 'override_system_message'] }],
} satisfies Sdk;

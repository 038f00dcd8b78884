import { modelClients } from './helpers/modelClasses';
import type { Sdk, SdkCall } from './sdk';

const EXECUTORS = {
  PromptExecutor: null,
  SingleLLMPromptExecutor: null,
  MultiLLMPromptExecutor: null,
  DefaultMultiLLMPromptExecutor: null,
  simpleOpenAIExecutor: 'openai',
  simpleAzureOpenAIExecutor: 'azure',
  simpleAnthropicExecutor: 'anthropic',
  simpleGoogleAIExecutor: 'google',
  simpleOllamaAIExecutor: 'ollama',
  simpleOpenRouterExecutor: 'openrouter',
  OpenAILLMClient: 'openai',
  AnthropicLLMClient: 'anthropic',
  GoogleLLMClient: 'google',
  OpenRouterLLMClient: 'openrouter',
  OllamaClient: 'ollama',
};
const LIMIT = ['max_tokens', 'params.max_tokens'];
/** What `prompt("id") { system("…"); user("…") }` says, where an executor is given it. */
const EXECUTE = {
  on: 'client',
  of: Object.keys(EXECUTORS),
  kind: 'chat',
  api: 'koog.execute',
  model: ['model', '1'],
  messages: ['prompt', '0'],
  outputLimit: ['prompt.params.max_tokens', 'prompt.1.max_tokens', '0.params.max_tokens', '0.1.max_tokens'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;

/** Koog: an agent is the call site where one is made, else what an executor is asked. */
export default {
  id: 'koog',
  provider: null,
  packages: { jvm: ['ai.koog'] },
  clients: [...modelClients(EXECUTORS), { name: 'AIAgent' }],
  rootNames: /promptexecutor/,
  calls: [
    {
      path: ['AIAgent', 'simpleChatAgent', 'simpleSingleRunAgent', 'chatAgent'],
      on: 'class',
      api: 'koog.AIAgent',
      kind: 'chat',
      model: ['llm_model', 'agent_config.model'],
      system: ['system_prompt'],
      messages: ['agent_config.prompt'],
      outputLimit: LIMIT,
      tools: ['tool_registry'],
    },
    { ...EXECUTE, path: ['execute', 'executeStructured', 'executeStructuredOneShot', 'executeMultipleChoices'] },
    { ...EXECUTE, path: 'executeStreaming', stream: true },
  ],
  prompts: [
    { path: ['run', 'runAndGetResult'], on: 'client', of: ['AIAgent', 'simpleChatAgent', 'simpleSingleRunAgent', 'chatAgent'], user: ['0'] },
    { path: 'prompt', on: 'module', messages: ['block'] },
  ],
} satisfies Sdk;

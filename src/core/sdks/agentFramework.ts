import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk, SdkCall } from './sdk';

const MODELS: ModelClasses = {
  OpenAIChatClient: 'openai',
  OpenAIChatCompletionClient: 'openai',
  OpenAIResponsesClient: 'openai',
  OpenAIAssistantsClient: 'openai',
  AzureOpenAIChatClient: 'azure',
  AzureOpenAIResponsesClient: 'azure',
  AzureOpenAIAssistantsClient: 'azure',
  AzureAIAgentClient: 'azure',
  AzureAIClient: 'azure',
  FoundryChatClient: 'azure',
  AnthropicClient: 'anthropic',
  BedrockChatClient: 'bedrock',
  OllamaChatClient: 'ollama',
};
const AGENTS = ['ChatAgent', 'Agent', 'create_agent', 'as_agent'];
const AGENT = {
  makes: 'agent',
  api: 'agent-framework.Agent',
  kind: 'chat',
  model: ['model_id', 'default_options.model_id'],
  system: ['instructions'],
  outputLimit: ['max_tokens', 'default_options.max_tokens'],
  tools: ['tools'],
  schema: ['response_format', 'default_options.response_format'],
} satisfies Partial<SdkCall>;
const ASK = { on: 'client', kind: 'chat', asks: ['receiver'], messages: ['messages', '0'] } satisfies Partial<SdkCall>;
const RUN = { ...ASK, of: AGENTS, api: 'agent-framework.Agent.run', outputLimit: ['max_tokens', 'options.max_tokens'] } satisfies Partial<SdkCall>;

/** Microsoft's Agent Framework for Python: an agent is made around a client, and each run asks it. */
export default {
  id: 'agent-framework',
  provider: null,
  packages: { python: ['agent_framework', 'agent_framework_azure_ai', 'agent_framework_foundry'] },
  clients: [...modelClients(MODELS), { name: 'ChatAgent' }, { name: 'Agent' }],
  calls: [
    ...modelClasses('agent-framework', MODELS, {
      kind: 'chat',
      model: ['model_id', 'model', 'deployment_name', 'model_deployment_name'],
    }),
    { ...AGENT, path: ['ChatAgent', 'Agent'], on: 'class', uses: ['chat_client', 'client', '0'] },
    { ...AGENT, path: ['create_agent', 'as_agent'], on: 'client', uses: ['receiver'] },
    { ...RUN, path: 'run', stream: ['stream'] },
    { ...RUN, path: 'run_stream', stream: true },
    { ...ASK, path: 'get_response', of: Object.keys(MODELS), api: 'agent-framework.get_response', stream: ['stream'] },
    { ...ASK, path: 'get_streaming_response', of: Object.keys(MODELS), api: 'agent-framework.get_response', stream: true },
  ],
} satisfies Sdk;

import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk } from './sdk';

const MODELS: ModelClasses = {
  OpenAIChatCompletionClient: 'openai',
  AzureOpenAIChatCompletionClient: 'azure',
  AnthropicChatCompletionClient: 'anthropic',
  AnthropicBedrockChatCompletionClient: 'bedrock',
  AzureAIChatCompletionClient: 'azure',
  OllamaChatCompletionClient: 'ollama',
};

/** AutoGen: the model client's constructor is the call site, the agents hold its prompts. */
export default {
  id: 'autogen',
  provider: null,
  packages: { python: ['autogen_ext', 'autogen_agentchat', 'autogen_core', 'autogen'] },
  clients: modelClients(MODELS),
  calls: modelClasses('autogen', MODELS, {
    kind: 'chat',
    model: ['model', 'azure_deployment'],
    outputLimit: ['max_tokens', 'max_completion_tokens', 'create_args.max_tokens'],
  }),
  prompts: [
    {
      path: ['AssistantAgent', 'ConversableAgent', 'GPTAssistantAgent', 'SocietyOfMindAgent'],
      on: 'class',
      system: ['system_message', 'instructions'],
    },
    { path: ['create', 'create_stream'], on: 'client', of: Object.keys(MODELS), messages: ['messages', '0'] },
    { path: ['run', 'run_stream'], on: 'client', user: ['task'] },
    { path: 'initiate_chat', on: 'client', user: ['message'] },
    { path: 'SystemMessage', on: 'class', system: ['content', '0'] },
    { path: 'UserMessage', on: 'class', user: ['content', '0'] },
  ],
} satisfies Sdk;

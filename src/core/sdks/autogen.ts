import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk, SdkCall } from './sdk';

const MODELS: ModelClasses = {
  OpenAIChatCompletionClient: 'openai',
  AzureOpenAIChatCompletionClient: 'azure',
  AnthropicChatCompletionClient: 'anthropic',
  AnthropicBedrockChatCompletionClient: 'bedrock',
  AzureAIChatCompletionClient: 'azure',
  OllamaChatCompletionClient: 'ollama',
};

const AGENTS = ['AssistantAgent', 'ConversableAgent', 'GPTAssistantAgent', 'SocietyOfMindAgent', 'CodeExecutorAgent', 'MultimodalConversableAgent'];
const TEAMS = ['RoundRobinGroupChat', 'SelectorGroupChat', 'Swarm', 'MagenticOneGroupChat', 'GraphFlow'];
/** How AG2 and AutoGen 0.2 name a model: a dictionary, a list of them, or an object. */
const CONFIG = ['llm_config.config_list.0.', 'llm_config.0.', 'llm_config.'];
const RUN = {
  on: 'client',
  api: 'autogen.run',
  kind: 'chat',
  asks: ['receiver'],
  user: ['task', 'message'],
} satisfies Partial<SdkCall>;

/** AutoGen and AG2: agents are made around a model or its settings; a run or a chat asks them. */
export default {
  id: 'autogen',
  provider: null,
  packages: { python: ['autogen_ext', 'autogen_agentchat', 'autogen_core', 'autogen', 'ag2'] },
  clients: [...modelClients(MODELS), ...[...AGENTS, ...TEAMS].map((name) => ({ name }))],
  enrichedBy: ['register_for_llm'],
  calls: [
    ...modelClasses('autogen', MODELS, {
      kind: 'chat',
      model: ['model', 'azure_deployment'],
      outputLimit: ['max_tokens', 'max_completion_tokens', 'create_args.max_tokens'],
    }),
    {
      path: AGENTS,
      on: 'class',
      makes: 'agent',
      api: 'autogen.AssistantAgent',
      kind: 'chat',
      model: CONFIG.map((at) => `${at}model`),
      provider: CONFIG.map((at) => `${at}api_type`),
      uses: ['model_client'],
      system: ['system_message', 'instructions'],
      outputLimit: ['llm_config.max_tokens', ...CONFIG.map((at) => `${at}max_tokens`)],
      tools: ['tools', 'functions'],
      schema: ['output_content_type', 'llm_config.response_format'],
    },
    { path: TEAMS, on: 'class', makes: 'agent', api: 'autogen.Team', kind: 'chat', uses: ['participants', '0'], each: ['participants', '0'] },
    {
      ...RUN,
      path: ['create', 'create_stream'],
      of: Object.keys(MODELS),
      api: 'autogen.create',
      user: undefined,
      messages: ['messages', '0'],
      tools: ['tools'],
    },
    { ...RUN, path: ['run', 'a_run', 'on_messages'] },
    { ...RUN, path: ['run_stream', 'on_messages_stream'], stream: true },
    { ...RUN, path: ['initiate_chat', 'a_initiate_chat'], asks: ['recipient', '0'], api: 'autogen.initiate_chat' },
    { ...RUN, path: ['generate_reply', 'a_generate_reply'], api: 'autogen.generate_reply', user: undefined, messages: ['messages', '0'] },
  ],
  prompts: [
    { path: 'SystemMessage', on: 'class', system: ['content', '0'] },
    { path: 'UserMessage', on: 'class', user: ['content', '0'] },
  ],
} satisfies Sdk;

import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk, SdkCall } from './sdk';

const MODELS: ModelClasses = {
  AnthropicModel: 'anthropic',
  BedrockConverseModel: 'bedrock',
  CerebrasModel: 'cerebras',
  CohereModel: 'cohere',
  GeminiModel: 'google',
  GoogleModel: 'google',
  GroqModel: 'groq',
  HuggingFaceModel: 'huggingface',
  MistralModel: 'mistral',
  OllamaModel: 'ollama',
  OpenAIChatModel: 'openai',
  OpenAIModel: 'openai',
  OpenAIResponsesModel: 'openai',
  OpenRouterModel: 'openrouter',
  XaiModel: 'xai',
};

const RUN = {
  on: 'client',
  of: ['Agent'],
  api: 'pydantic-ai.Agent.run',
  kind: 'chat',
  asks: ['receiver'],
  messages: ['user_prompt', '0'],
  model: ['model'],
  outputLimit: ['model_settings.max_tokens'],
} satisfies Partial<SdkCall>;

/** Pydantic AI: an agent is defined once, and each run asks it. */
export default {
  id: 'pydantic-ai',
  provider: null,
  packages: { python: ['pydantic_ai'] },
  clients: [...modelClients(MODELS), { name: 'Agent' }],
  enrichedBy: ['tool', 'tool_plain', 'system_prompt', 'instructions', 'toolset'],
  calls: [
    ...modelClasses('pydantic-ai', MODELS, { kind: 'chat', model: ['model_name', '0'], outputLimit: ['settings.max_tokens'] }),
    {
      path: 'Agent',
      on: 'class',
      makes: 'agent',
      api: 'pydantic-ai.Agent',
      kind: 'chat',
      model: ['model', '0'],
      uses: ['model', '0'],
      system: ['system_prompt', 'instructions'],
      outputLimit: ['model_settings.max_tokens'],
      tools: ['tools', 'toolsets', 'builtin_tools', 'mcp_servers', 'capabilities'],
      schema: ['output_type', 'result_type'],
    },
    { ...RUN, path: ['run', 'run_sync', 'iter'] },
    { ...RUN, path: ['run_stream', 'run_stream_sync', 'run_stream_events'], stream: true },
  ],
} satisfies Sdk;

import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk, SdkCall } from './sdk';

const PROVIDERS: ModelClasses = {
  OpenAI: 'openai',
  OpenAIResponses: 'openai',
  AzureOpenAI: 'azure',
  AzureOpenAIResponses: 'azure',
  Anthropic: 'anthropic',
  AnthropicVertex: 'google',
  GoogleGenAI: 'google',
  GoogleAIGemini: 'google',
  VertexAIGemini: 'google',
  AmazonBedrock: 'bedrock',
  Cohere: 'cohere',
  Mistral: 'mistral',
  Ollama: 'ollama',
  HuggingFaceAPI: 'huggingface',
  HuggingFaceLocal: 'huggingface',
  Nvidia: 'nvidia',
  OpenRouter: 'openrouter',
  TogetherAI: 'together',
  Watsonx: 'watsonx',
};
const classes = (suffix: string): ModelClasses =>
  Object.fromEntries(Object.entries(PROVIDERS).map(([name, provider]) => [`${name}${suffix}`, provider]));
const GENERATORS = classes('Generator');
const CHAT_GENERATORS = classes('ChatGenerator');
const MODEL = ['model', 'azure_deployment', 'api_params.model', 'model_id'];
const LIMIT = ['generation_kwargs.max_tokens', 'generation_kwargs.max_completion_tokens', 'generation_kwargs.max_output_tokens', 'max_tokens'];
const RUN = { on: 'client', path: ['run', 'run_async'], kind: 'chat', asks: ['receiver'] } satisfies Partial<SdkCall>;

/** Haystack: a generator is asked by itself, or where the pipeline runs that it was added to. */
export default {
  id: 'haystack',
  provider: null,
  packages: { python: ['haystack', 'haystack_integrations'] },
  clients: [...modelClients(GENERATORS), ...modelClients(CHAT_GENERATORS), { name: 'Pipeline' }, { name: 'AsyncPipeline' }, { name: 'Agent' }],
  calls: [
    ...modelClasses('haystack', GENERATORS, { kind: 'chat', model: MODEL, system: ['system_prompt'], outputLimit: LIMIT }),
    ...modelClasses('haystack', CHAT_GENERATORS, { kind: 'chat', model: MODEL, outputLimit: LIMIT, tools: ['tools'] }),
    { ...RUN, of: Object.keys(GENERATORS), api: 'haystack.Generator.run', user: ['prompt', '0'], system: ['system_prompt'] },
    { ...RUN, of: Object.keys(CHAT_GENERATORS), api: 'haystack.ChatGenerator.run', messages: ['messages', '0'] },
    {
      path: 'Agent',
      on: 'class',
      makes: 'agent',
      api: 'haystack.Agent',
      kind: 'chat',
      uses: ['chat_generator'],
      system: ['system_prompt'],
      tools: ['tools'],
    },
    { ...RUN, of: ['Agent'], api: 'haystack.Agent.run', messages: ['messages', '0'] },
    {
      path: 'add_component',
      on: 'client',
      of: ['Pipeline', 'AsyncPipeline'],
      makes: 'task',
      binds: true,
      api: 'haystack.Pipeline',
      kind: 'chat',
      uses: ['instance', '1'],
    },
    { ...RUN, of: ['Pipeline', 'AsyncPipeline'], api: 'haystack.Pipeline.run', messages: ['0'] },
  ],
  prompts: [
    { path: 'PromptBuilder', on: 'class', user: ['template', '0'] },
    { path: 'ChatPromptBuilder', on: 'class', messages: ['template', '0'] },
    { path: 'ChatMessage.from_system', on: 'class', system: ['text', '0'] },
    { path: 'ChatMessage.from_user', on: 'class', user: ['text', '0'] },
  ],
} satisfies Sdk;

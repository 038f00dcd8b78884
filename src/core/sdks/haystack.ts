import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk } from './sdk';

const CHAT: ModelClasses = {
  OpenAIGenerator: 'openai',
  OpenAIChatGenerator: 'openai',
  AzureOpenAIGenerator: 'azure',
  AzureOpenAIChatGenerator: 'azure',
  AnthropicGenerator: 'anthropic',
  AnthropicChatGenerator: 'anthropic',
  AmazonBedrockGenerator: 'bedrock',
  AmazonBedrockChatGenerator: 'bedrock',
  CohereGenerator: 'cohere',
  CohereChatGenerator: 'cohere',
  GoogleAIGeminiGenerator: 'google',
  GoogleAIGeminiChatGenerator: 'google',
  GoogleGenAIChatGenerator: 'google',
  MistralChatGenerator: 'mistral',
  OllamaGenerator: 'ollama',
  OllamaChatGenerator: 'ollama',
  HuggingFaceAPIGenerator: 'huggingface',
  HuggingFaceAPIChatGenerator: 'huggingface',
};
const EMBEDDERS: ModelClasses = Object.fromEntries(
  Object.entries({
    OpenAI: 'openai',
    AzureOpenAI: 'azure',
    Cohere: 'cohere',
    Mistral: 'mistral',
    Ollama: 'ollama',
    AmazonBedrock: 'bedrock',
  }).flatMap(([name, provider]) => [
    [`${name}TextEmbedder`, provider],
    [`${name}DocumentEmbedder`, provider],
  ]),
);
const MODEL = ['model', 'azure_deployment', 'api_params.model', '0'];

/** Haystack: the generator's constructor is the call site, prompt builders hold its prompts. */
export default {
  id: 'haystack',
  provider: null,
  packages: { python: ['haystack', 'haystack_integrations'] },
  clients: [...modelClients(CHAT), ...modelClients(EMBEDDERS)],
  calls: [
    ...modelClasses('haystack', CHAT, {
      kind: 'chat',
      model: MODEL,
      system: ['system_prompt'],
      outputLimit: ['generation_kwargs.max_tokens', 'generation_kwargs.max_completion_tokens', 'generation_kwargs.max_new_tokens', 'max_length'],
    }),
    ...modelClasses('haystack', EMBEDDERS, { kind: 'embedding', model: MODEL }),
  ],
  prompts: [
    { path: 'PromptBuilder', on: 'class', user: ['template', '0'] },
    { path: 'ChatPromptBuilder', on: 'class', messages: ['template', '0'] },
    { path: 'ChatMessage.from_user', on: 'class', user: ['text', '0'] },
    { path: 'ChatMessage.from_system', on: 'class', system: ['text', '0'] },
  ],
} satisfies Sdk;

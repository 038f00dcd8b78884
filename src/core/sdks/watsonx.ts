import type { Sdk, SdkCall } from './sdk';

const MODEL = ['receiver.model_id', 'receiver.0'];
const TEXT = {
  on: 'client',
  of: ['ModelInference', 'Model'],
  kind: 'completion',
  model: MODEL,
  user: ['prompt', '0'],
  outputLimit: ['params.max_new_tokens', 'receiver.params.max_new_tokens'],
} satisfies Partial<SdkCall>;
const CHAT = {
  on: 'client',
  of: ['ModelInference'],
  kind: 'chat',
  model: MODEL,
  messages: ['messages', '0'],
  outputLimit: ['params.max_tokens', 'params.max_completion_tokens', 'receiver.params.max_tokens', 'receiver.params.max_completion_tokens'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;

/** The service of the JavaScript SDK takes the model with each request. */
const SERVICE = { on: 'client', of: ['WatsonXAI'], ecosystems: ['javascript'], model: ['model_id'] } satisfies Partial<SdkCall>;
const SERVICE_TEXT = { ...SERVICE, kind: 'completion', user: ['input'], outputLimit: ['parameters.max_new_tokens'] } satisfies Partial<SdkCall>;
const SERVICE_CHAT = {
  ...SERVICE,
  kind: 'chat',
  messages: ['messages'],
  outputLimit: ['max_tokens', 'max_completion_tokens'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;

/** IBM watsonx.ai: an object per model. */
export default {
  id: 'watsonx',
  provider: 'watsonx',
  packages: { python: ['ibm_watsonx_ai', 'ibm_watson_machine_learning'], javascript: ['@ibm-cloud/watsonx-ai'] },
  clients: [{ name: 'ModelInference' }, { name: 'Model' }, { name: 'Embeddings' }, { name: 'WatsonXAI' }],
  calls: [
    { ...SERVICE_TEXT, path: 'generateText', api: 'watsonx.generate_text' },
    { ...SERVICE_TEXT, path: 'generateTextStream', api: 'watsonx.generate_text_stream', stream: true },
    { ...SERVICE_CHAT, path: 'textChat', api: 'watsonx.chat' },
    { ...SERVICE_CHAT, path: 'textChatStream', api: 'watsonx.chat_stream', stream: true },
    { path: 'embedText', ...SERVICE, api: 'watsonx.embeddings', kind: 'embedding' },
    { ...TEXT, path: ['generate', 'agenerate', 'generate_text'], api: 'watsonx.generate_text' },
    { ...TEXT, path: ['generate_text_stream', 'agenerate_stream'], api: 'watsonx.generate_text_stream', stream: true },
    { ...CHAT, path: ['chat', 'achat'], api: 'watsonx.chat' },
    { ...CHAT, path: ['chat_stream', 'achat_stream'], api: 'watsonx.chat_stream', stream: true },
    {
      path: ['embed_documents', 'embed_query', 'generate'],
      on: 'client',
      of: ['Embeddings'],
      api: 'watsonx.embeddings',
      kind: 'embedding',
      model: MODEL,
    },
  ],
} satisfies Sdk;

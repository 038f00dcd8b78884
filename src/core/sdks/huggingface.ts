import { compatibleSdk } from './helpers/compatible';
import type { Sdk, SdkCall } from './sdk';

const base = compatibleSdk(
  'huggingface',
  'huggingface',
  { python: ['huggingface_hub'], javascript: ['@huggingface/inference'] },
  ['InferenceClient', 'AsyncInferenceClient', 'HfInference'],
  /^hf|huggingface/,
);
/** Python's client may be made for one model; JavaScript's first argument is a key. */
const CLIENT_MODEL = ['model', 'receiver.model', 'receiver.0'];
const CHAT = {
  on: 'client',
  api: 'huggingface.chat_completion',
  kind: 'chat',
  messages: ['messages', '0'],
  outputLimit: ['max_tokens'],
  stream: ['stream'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;
const TEXT = {
  on: 'client',
  api: 'huggingface.text_generation',
  kind: 'completion',
  user: ['prompt', 'inputs', '0'],
  outputLimit: ['max_new_tokens', 'parameters.max_new_tokens'],
  stream: ['stream'],
} satisfies Partial<SdkCall>;

/** Hugging Face inference: its own methods besides the interface that it shares with OpenAI. */
export default {
  ...base,
  calls: [
    ...base.calls.map((row): SdkCall => (row.kind === 'chat' ? { ...row, model: CLIENT_MODEL } : row)),
    { ...CHAT, path: 'chat_completion', ecosystems: ['python'], model: CLIENT_MODEL },
    { ...TEXT, path: 'text_generation', ecosystems: ['python'], model: CLIENT_MODEL },
    { ...CHAT, path: 'chatCompletion', ecosystems: ['javascript'], model: ['model'] },
    { ...CHAT, path: 'chatCompletionStream', ecosystems: ['javascript'], model: ['model'], stream: true },
    { ...TEXT, path: 'textGeneration', ecosystems: ['javascript'], model: ['model'] },
    { ...TEXT, path: 'textGenerationStream', ecosystems: ['javascript'], model: ['model'], stream: true },
    {
      path: ['feature_extraction', 'featureExtraction'],
      on: 'client',
      api: 'huggingface.feature_extraction',
      kind: 'embedding',
      model: CLIENT_MODEL.slice(0, 2),
    },
    {
      path: ['text_to_image', 'textToImage'],
      on: 'client',
      api: 'huggingface.text_to_image',
      kind: 'image',
      model: ['model'],
      user: ['prompt', 'inputs', '0'],
    },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const CHAT = {
  api: 'litellm.completion',
  kind: 'chat',
  model: ['model', '0'],
  messages: ['messages', '1'],
  outputLimit: ['max_completion_tokens', 'max_tokens'],
  stream: ['stream'],
  tools: ['tools', 'functions'],
  schema: ['response_format'],
} satisfies Partial<SdkCall>;

/** LiteLLM: the model's name says the provider. */
export default {
  id: 'litellm',
  provider: null,
  packages: { python: ['litellm'] },
  clients: [{ name: 'Router' }],
  rootNames: /litellm/,
  calls: [
    {
      ...CHAT,
      path: ['completion', 'acompletion'],
      on: 'client',
      of: ['Router'],
      aliases: { list: ['receiver.model_list', 'receiver.0'], name: 'model_name', model: 'litellm_params.model' },
    },
    {
      ...CHAT,
      path: ['completion', 'acompletion', 'completion_with_retries', 'acompletion_with_retries', 'batch_completion', 'batch_completion_models'],
      on: 'module',
    },
    {
      ...CHAT,
      path: ['responses', 'aresponses'],
      on: 'module',
      api: 'litellm.responses',
      system: ['instructions'],
      messages: ['input', '0'],
      model: ['model', '1'],
      outputLimit: ['max_output_tokens'],
    },
    {
      ...CHAT,
      path: ['text_completion', 'atext_completion'],
      on: 'module',
      api: 'litellm.text_completion',
      kind: 'completion',
      messages: ['prompt'],
    },
    { path: ['embedding', 'aembedding'], on: 'module', api: 'litellm.embedding', kind: 'embedding', model: ['model', '0'] },
    {
      path: ['image_generation', 'aimage_generation'],
      on: 'module',
      api: 'litellm.image_generation',
      kind: 'image',
      model: ['model', '1'],
      user: ['prompt', '0'],
    },
    { path: ['transcription', 'atranscription'], on: 'module', api: 'litellm.transcription', kind: 'audio', model: ['model', '0'] },
    { path: ['speech', 'aspeech'], on: 'module', api: 'litellm.speech', kind: 'audio', model: ['model', '0'] },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const CHAT = {
  on: 'module',
  kind: 'chat',
  model: ['model', '0'],
  messages: ['messages'],
  user: ['prompt', '1'],
  outputLimit: ['max_tokens'],
  stream: ['stream'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;

/** Alibaba's DashScope (Qwen): classes with a `call` of their own. */
export default {
  id: 'dashscope',
  provider: 'dashscope',
  packages: { python: ['dashscope'] },
  calls: [
    { ...CHAT, path: ['Generation.call', 'AioGeneration.call'], api: 'dashscope.Generation' },
    { ...CHAT, path: ['MultiModalConversation.call', 'AioMultiModalConversation.call'], api: 'dashscope.MultiModalConversation' },
    {
      path: ['TextEmbedding.call', 'BatchTextEmbedding.call', 'MultiModalEmbedding.call'],
      on: 'module',
      api: 'dashscope.TextEmbedding',
      kind: 'embedding',
      model: ['model', '0'],
    },
    {
      path: ['ImageSynthesis.call', 'ImageSynthesis.async_call'],
      on: 'module',
      api: 'dashscope.ImageSynthesis',
      kind: 'image',
      model: ['model', '0'],
      user: ['prompt', '1'],
    },
  ],
} satisfies Sdk;

import type { Sdk } from './sdk';

/** xAI's own SDK. */
export default {
  id: 'xai',
  provider: 'xai',
  packages: { python: ['xai_sdk'] },
  clients: [{ name: 'Client' }, { name: 'AsyncClient' }],
  rootNames: /xai|grok/,
  calls: [
    {
      path: ['chat.create', 'chat.parse'],
      on: 'client',
      api: 'xai.chat',
      kind: 'chat',
      model: ['model'],
      messages: ['messages'],
      outputLimit: ['max_tokens'],
    },
    { path: 'image.sample', on: 'client', api: 'xai.image', kind: 'image', model: ['model'], user: ['prompt'] },
  ],
} satisfies Sdk;

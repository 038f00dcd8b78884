import type { Sdk, SdkCall } from './sdk';

const RUN = { path: 'run', on: 'client', distinctive: true, api: 'workers-ai.run', model: ['0'] } satisfies Partial<SdkCall>;
const TEXT = {
  ...RUN,
  kind: 'chat',
  messages: ['1.messages'],
  user: ['1.prompt'],
  outputLimit: ['1.max_tokens'],
  stream: ['1.stream'],
  tools: ['1.tools'],
} satisfies Partial<SdkCall>;

/** Cloudflare's Workers AI: a binding of the worker, so there is no import; the model's name tells. */
export default {
  id: 'workers-ai',
  provider: 'cloudflare',
  packages: { javascript: ['@cloudflare/ai'] },
  clients: [{ name: 'Ai' }],
  calls: [
    { ...RUN, kind: 'embedding', url: '@cf/baai/bge' },
    { ...RUN, kind: 'image', user: ['1.prompt'], url: '@cf/black-forest-labs/' },
    { ...RUN, kind: 'image', user: ['1.prompt'], url: '@cf/stabilityai/' },
    { ...RUN, kind: 'audio', url: '@cf/openai/whisper' },
    { ...TEXT, url: '@cf/' },
    { ...TEXT, url: '@hf/' },
  ],
} satisfies Sdk;

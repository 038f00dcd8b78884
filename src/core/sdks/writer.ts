import type { Sdk, SdkCall } from './sdk';

const COMMON = { on: 'client', model: ['model'], outputLimit: ['max_tokens'], stream: ['stream'] } satisfies Partial<SdkCall>;

/** Writer (Palmyra). */
export default {
  id: 'writer',
  provider: 'writer',
  packages: { python: ['writerai'] },
  clients: [{ name: 'Writer' }, { name: 'AsyncWriter' }],
  rootNames: /^writer/,
  calls: [
    { ...COMMON, path: 'chat.chat', api: 'writer.chat', kind: 'chat', messages: ['messages'], tools: ['tools'] },
    { ...COMMON, path: 'completions.create', api: 'writer.completions', kind: 'completion', user: ['prompt'] },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const MODEL = ['model', 'endpoint', 'receiver.model', 'receiver.endpoint'];
const CHAT = {
  on: 'client',
  kind: 'chat',
  model: MODEL,
  messages: ['messages', '0'],
  system: ['system'],
  outputLimit: ['max_output_tokens'],
  stream: ['stream'],
} satisfies Partial<SdkCall>;

/** Baidu's Qianfan (ERNIE): an object per kind of request, and its `do`. */
export default {
  id: 'qianfan',
  provider: 'qianfan',
  packages: { python: ['qianfan'] },
  clients: [{ name: 'ChatCompletion' }, { name: 'Completion' }, { name: 'Embedding' }],
  calls: [
    { ...CHAT, path: ['do', 'ado'], of: ['ChatCompletion'], api: 'qianfan.ChatCompletion' },
    {
      path: ['do', 'ado'],
      on: 'client',
      of: ['Completion'],
      api: 'qianfan.Completion',
      kind: 'completion',
      model: MODEL,
      user: ['prompt', '0'],
      outputLimit: ['max_output_tokens'],
      stream: ['stream'],
    },
    { path: ['do', 'ado'], on: 'client', of: ['Embedding'], api: 'qianfan.Embedding', kind: 'embedding', model: MODEL },
  ],
} satisfies Sdk;

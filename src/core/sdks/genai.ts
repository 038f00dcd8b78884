import type { Sdk, SdkCall } from './sdk';

const CALL = {
  on: 'client',
  kind: 'chat',
  model: ['0'],
  system: ['1.system'],
  messages: ['1.messages', '1.message', '1.0'],
  outputLimit: ['2.max_tokens'],
} satisfies Partial<SdkCall>;

/** The genai crate for Rust, one client for all providers; the model's name says which. */
export default {
  id: 'genai',
  provider: null,
  packages: { rust: ['genai'] },
  clients: [{ name: 'Client' }],
  calls: [
    { ...CALL, path: 'exec_chat', api: 'genai.exec_chat', distinctive: true },
    { ...CALL, path: 'exec_chat_stream', api: 'genai.exec_chat', distinctive: true, stream: true },
    { on: 'client', path: ['embed', 'embed_batch'], api: 'genai.embed', kind: 'embedding', model: ['0'] },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const BUILT = {
  on: 'client',
  model: ['receiver.model'],
  outputLimit: ['receiver.max_tokens'],
  system: ['receiver.system'],
} satisfies Partial<SdkCall>;

/** The llm crate for Rust: what is asked of a built model is the call site. */
export default {
  id: 'llm-crate',
  provider: null,
  packages: { rust: ['llm'] },
  calls: [
    { ...BUILT, path: ['chat', 'chat_with_tools'], api: 'llm-crate.chat', kind: 'chat', messages: ['0'] },
    { ...BUILT, path: ['chat_stream', 'chat_stream_struct'], api: 'llm-crate.chat', kind: 'chat', messages: ['0'], stream: true },
    { on: 'client', path: 'embed', api: 'llm-crate.embed', kind: 'embedding', model: ['receiver.model'] },
  ],
  prompts: [{ path: 'template', on: 'client', of: ['MultiChainStepBuilder', 'ChainStepBuilder'], user: ['0'] }],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const AGENT = {
  on: 'client',
  kind: 'chat',
  model: ['chain.agent.0', 'chain.completion_model.0', 'chain.extractor.0'],
  system: ['chain.preamble', 'chain.context'],
  outputLimit: ['chain.max_tokens'],
} satisfies Partial<SdkCall>;

/** Rig for Rust: what an agent is prompted with is the call site. */
export default {
  id: 'rig',
  provider: null,
  packages: { rust: ['rig', 'rig_core'] },
  calls: [
    { ...AGENT, path: 'prompt', api: 'rig.prompt', user: ['0'] },
    { ...AGENT, path: 'chat', api: 'rig.chat', messages: ['0'] },
    { ...AGENT, path: ['stream_prompt', 'stream_chat'], api: 'rig.stream_prompt', user: ['0'], stream: true },
    { ...AGENT, path: 'extract', api: 'rig.extract', user: ['0'] },
    { on: 'client', path: ['embed_text', 'embed_texts'], api: 'rig.embed', kind: 'embedding', model: ['chain.embedding_model.0'] },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const ASK = {
  on: 'client',
  api: 'ruby-llm.ask',
  kind: 'chat',
  model: ['receiver.model', 'chain.with_model', 'chain.chat.model', 'class.model'],
  system: ['chain.with_instructions', 'class.instructions'],
  tools: ['chain.with_tools', 'chain.with_tool', 'class.tools'],
  user: ['0', 'message'],
  stream: ['block'],
  outputLimit: ['chain.with_params.max_tokens', 'chain.with_params.max_output_tokens'],
} satisfies Partial<SdkCall>;

/** RubyLLM: what is asked of a chat is the call site. */
export default {
  id: 'ruby-llm',
  provider: null,
  packages: { ruby: ['ruby_llm', 'RubyLLM'] },
  rootNames: /rubyllm/,
  calls: [
    { ...ASK, path: ['ask', 'say'] },
    { on: 'module', path: ['embed', 'RubyLLM.embed'], api: 'ruby-llm.embed', kind: 'embedding', model: ['model'] },
    { on: 'module', path: ['paint', 'RubyLLM.paint'], api: 'ruby-llm.paint', kind: 'image', model: ['model'], user: ['0'] },
    { on: 'module', path: ['transcribe'], api: 'ruby-llm.transcribe', kind: 'audio', model: ['model'] },
  ],
} satisfies Sdk;

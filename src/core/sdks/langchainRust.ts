import type { Sdk, SdkCall } from './sdk';

const CALL = {
  on: 'client',
  kind: 'chat',
  model: ['chain.model'],
  outputLimit: ['chain.options.max_tokens'],
} satisfies Partial<SdkCall>;

/** LangChain for Rust: what a model is asked is the call site. */
export default {
  id: 'langchain-rust',
  provider: null,
  packages: { rust: ['langchain_rust'] },
  clients: [
    { name: 'OpenAI', provider: 'openai' },
    { name: 'Claude', provider: 'anthropic' },
    { name: 'Ollama', provider: 'ollama' },
  ],
  calls: [
    { ...CALL, path: 'invoke', of: ['OpenAI', 'Claude', 'Ollama'], api: 'langchain-rust.invoke', user: ['0'] },
    { ...CALL, path: 'generate', of: ['OpenAI', 'Claude', 'Ollama'], api: 'langchain-rust.generate', messages: ['0'] },
    { ...CALL, path: 'stream', of: ['OpenAI', 'Claude', 'Ollama'], api: 'langchain-rust.stream', messages: ['0'], stream: true },
    { on: 'client', path: ['embed_documents', 'embed_query'], api: 'langchain-rust.embed', kind: 'embedding', model: ['chain.model'] },
  ],
  prompts: [
    { path: 'Message.new_system_message', on: 'module', system: ['0'] },
    { path: 'Message.new_human_message', on: 'module', user: ['0'] },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const COMMON = { model: ['model', '0'], outputLimit: ['options.num_predict'], stream: ['stream'] } satisfies Partial<SdkCall>;

/** Ollama: local models, no price per token. */
export default {
  id: 'ollama',
  provider: 'ollama',
  packages: {
    python: ['ollama'],
    javascript: ['ollama', 'ollama/browser'],
    go: ['github.com/ollama/ollama/api', 'github.com/jmorganca/ollama/api'],
    dotnet: ['OllamaSharp'],
    jvm: ['io.github.ollama4j', 'io.github.amithkoujalgi.ollama4j'],
    ruby: ['ollama-ai', 'ollama'],
    rust: ['ollama_rs'],
    php: ['ArdaGnsrn\\Ollama'],
  },
  clients: [{ name: 'Client' }, { name: 'AsyncClient' }, { name: 'Ollama' }],
  rootNames: /ollama/,
  calls: [
    {
      ...COMMON,
      path: ['chat', 'send_chat_messages'],
      on: 'client',
      api: 'ollama.chat',
      kind: 'chat',
      messages: ['messages', '1', '0.messages'],
      tools: ['tools'],
    },
    { ...COMMON, path: 'generate', on: 'client', api: 'ollama.generate', kind: 'completion', user: ['prompt', '1'], system: ['system'] },
    { path: ['embed'], on: 'client', api: 'ollama.embed', kind: 'embedding', model: ['model', '0'] },
    { path: ['embeddings', 'generate_embeddings'], on: 'client', api: 'ollama.embeddings', kind: 'embedding', model: ['model', '0'] },
  ],
} satisfies Sdk;

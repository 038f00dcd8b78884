import type { Sdk, SdkCall } from './sdk';

const ASK = {
  on: 'client',
  api: 'mastra.Agent.generate',
  kind: 'chat',
  asks: ['receiver'],
  messages: ['0'],
  schema: ['1.structuredOutput.schema', '1.output', '1.experimental_output'],
  outputLimit: ['1.modelSettings.maxOutputTokens', '1.maxTokens'],
} satisfies Partial<SdkCall>;

/** Mastra: an agent is defined once, and asked by `generate` and `stream`. */
export default {
  id: 'mastra',
  provider: null,
  packages: { javascript: ['@mastra'] },
  clients: [{ name: 'Agent' }],
  importedRootNames: /agent$/,
  calls: [
    { path: 'Agent', on: 'class', makes: 'agent', api: 'mastra.Agent', kind: 'chat', model: ['model'], system: ['instructions'], tools: ['tools'] },
    { ...ASK, path: ['generate', 'generateVNext', 'generateLegacy'] },
    { ...ASK, path: ['stream', 'streamVNext', 'streamLegacy'], stream: true },
  ],
} satisfies Sdk;

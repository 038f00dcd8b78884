import type { Sdk } from './sdk';

/** Mastra: the agent is the call site. */
export default {
  id: 'mastra',
  provider: null,
  packages: { javascript: ['@mastra'] },
  clients: [{ name: 'Agent' }],
  calls: [{ path: 'Agent', on: 'class', api: 'mastra.Agent', kind: 'chat', model: ['model'], system: ['instructions'], tools: ['tools'] }],
  prompts: [{ path: ['generate', 'stream', 'streamVNext', 'generateVNext'], on: 'client', messages: ['0'] }],
} satisfies Sdk;

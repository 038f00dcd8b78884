import type { Sdk, SdkCall } from './sdk';

const ASK = {
  on: 'client',
  api: 'mcp-agent.generate',
  kind: 'chat',
  asks: ['receiver'],
  messages: ['message', '0'],
  model: ['request_params.model', '1.model'],
  outputLimit: ['request_params.maxTokens', '1.maxTokens'],
  schema: ['response_model'],
} satisfies Partial<SdkCall>;

/** mcp-agent: an agent is given a model's class, and what comes of it is asked. */
export default {
  id: 'mcp-agent',
  provider: null,
  packages: { python: ['mcp_agent'] },
  clients: [{ name: 'Agent' }],
  calls: [
    {
      path: ['Agent', 'AgentSpec'],
      on: 'class',
      makes: 'agent',
      api: 'mcp-agent.Agent',
      kind: 'chat',
      system: ['instruction'],
      tools: ['functions'],
    },
    { ...ASK, path: ['generate', 'generate_str', 'generate_structured'] },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const RUN = {
  on: 'module',
  api: 'openai-agents.Runner.run',
  kind: 'chat',
  asks: ['starting_agent', '0'],
  messages: ['input', '1'],
  model: ['run_config.model', '2.model'],
} satisfies Partial<SdkCall>;

const AGENT = {
  path: ['Agent', 'SandboxAgent', 'RealtimeAgent', 'Agent.create'],
  on: 'class',
  makes: 'agent',
  api: 'openai-agents.Agent',
  kind: 'chat',
  model: ['model', 'model.model'],
  system: ['instructions'],
  outputLimit: ['model_settings.max_tokens'],
  tools: ['tools', 'mcp_servers'],
  // each agent that it may hand over to is a tool, in words of the SDK's own
  continues: ['handoffs'],
  schema: ['output_type'],
} satisfies SdkCall;

/** OpenAI's Agents SDK: an agent is defined once, and each run asks it. */
export default {
  id: 'openai-agents',
  provider: 'openai',
  commonName: true,
  packages: { python: ['agents'], javascript: ['@openai/agents', '@openai/agents-core'] },
  clients: [{ name: 'Agent' }, { name: 'Runner' }],
  calls: [
    // https://openai.github.io/openai-agents-python/models/ and https://openai.github.io/openai-agents-js/guides/models/
    { ...AGENT, ecosystems: ['python'], defaultModel: 'gpt-5.6-luna' },
    { ...AGENT, ecosystems: ['javascript'], defaultModel: 'gpt-5.4-mini' },
    { ...RUN, path: ['Runner.run', 'Runner.run_sync', 'run'] },
    { ...RUN, path: ['Runner.run_streamed'], stream: true },
    { ...RUN, on: 'client', path: ['run'], of: ['Runner'], stream: ['2.stream'] },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const RUN = {
  on: 'module',
  api: 'openai-agents.Runner.run',
  kind: 'chat',
  asks: ['starting_agent', '0'],
  messages: ['input', '1'],
  model: ['run_config.model', '2.model'],
} satisfies Partial<SdkCall>;

/** OpenAI's Agents SDK: an agent is defined once, and each run asks it. */
export default {
  id: 'openai-agents',
  provider: 'openai',
  packages: { python: ['agents'], javascript: ['@openai/agents', '@openai/agents-core'] },
  clients: [{ name: 'Agent' }, { name: 'Runner' }],
  calls: [
    {
      path: ['Agent', 'SandboxAgent', 'RealtimeAgent', 'Agent.create'],
      on: 'class',
      makes: 'agent',
      api: 'openai-agents.Agent',
      kind: 'chat',
      model: ['model', 'model.model'],
      system: ['instructions'],
      outputLimit: ['model_settings.max_tokens'],
      tools: ['tools'],
      schema: ['output_type'],
    },
    { ...RUN, path: ['Runner.run', 'Runner.run_sync', 'run'] },
    { ...RUN, path: ['Runner.run_streamed'], stream: true },
    { ...RUN, on: 'client', path: ['run'], of: ['Runner'], stream: ['2.stream'] },
  ],
} satisfies Sdk;

import type { Sdk } from './sdk';

/** OpenAI's Agents SDK: the agent is the call site, what it is run with its prompts. */
export default {
  id: 'openai-agents',
  provider: 'openai',
  packages: { python: ['agents'], javascript: ['@openai/agents', '@openai/agents-core'] },
  clients: [{ name: 'Agent' }],
  calls: [
    {
      path: ['Agent', 'SandboxAgent', 'RealtimeAgent', 'Agent.create'],
      on: 'class',
      api: 'openai-agents.Agent',
      kind: 'chat',
      model: ['model'],
      system: ['instructions'],
      outputLimit: ['model_settings.max_tokens'],
      tools: ['tools'],
    },
  ],
  prompts: [{ path: ['Runner.run', 'Runner.run_sync', 'Runner.run_streamed', 'run'], on: 'module', messages: ['input', '1'] }],
} satisfies Sdk;

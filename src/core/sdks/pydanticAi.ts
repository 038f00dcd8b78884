import type { Sdk } from './sdk';

/** Pydantic AI: the agent is the call site. */
export default {
  id: 'pydantic-ai',
  provider: null,
  packages: { python: ['pydantic_ai'] },
  clients: [{ name: 'Agent' }],
  calls: [
    {
      path: 'Agent',
      on: 'class',
      api: 'pydantic-ai.Agent',
      kind: 'chat',
      model: ['model', '0'],
      system: ['system_prompt', 'instructions'],
      outputLimit: ['model_settings.max_tokens'],
      tools: ['tools'],
    },
  ],
  prompts: [{ path: ['run', 'run_sync', 'run_stream', 'iter'], on: 'client', of: ['Agent'], messages: ['user_prompt', '0'] }],
} satisfies Sdk;

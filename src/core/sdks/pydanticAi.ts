import type { Sdk, SdkCall } from './sdk';

const RUN = {
  on: 'client',
  of: ['Agent'],
  api: 'pydantic-ai.Agent.run',
  kind: 'chat',
  asks: ['receiver'],
  messages: ['user_prompt', '0'],
  model: ['model'],
  outputLimit: ['model_settings.max_tokens'],
} satisfies Partial<SdkCall>;

/** Pydantic AI: an agent is defined once, and each run asks it. */
export default {
  id: 'pydantic-ai',
  provider: null,
  packages: { python: ['pydantic_ai'] },
  clients: [{ name: 'Agent' }],
  calls: [
    {
      path: 'Agent',
      on: 'class',
      makes: 'agent',
      api: 'pydantic-ai.Agent',
      kind: 'chat',
      model: ['model', '0'],
      system: ['system_prompt', 'instructions'],
      outputLimit: ['model_settings.max_tokens'],
      tools: ['tools'],
      schema: ['output_type', 'result_type'],
    },
    { ...RUN, path: ['run', 'run_sync', 'iter'] },
    { ...RUN, path: ['run_stream', 'run_stream_sync', 'run_stream_events'], stream: true },
  ],
} satisfies Sdk;

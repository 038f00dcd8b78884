import type { Sdk } from './sdk';

/** Google's Agent Development Kit: an agent is defined once; runners ask it by the application's own names. */
export default {
  id: 'google-adk',
  provider: 'google',
  packages: { python: ['google.adk'] },
  clients: [{ name: 'Agent' }, { name: 'LlmAgent' }, { name: 'Runner' }, { name: 'InMemoryRunner' }],
  calls: [
    {
      path: ['Agent', 'LlmAgent'],
      on: 'class',
      makes: 'agent',
      api: 'google-adk.Agent',
      kind: 'chat',
      model: ['model'],
      uses: ['model'],
      system: ['instruction', 'global_instruction', 'static_instruction'],
      outputLimit: ['generate_content_config.max_output_tokens'],
      tools: ['tools'],
      schema: ['output_schema'],
    },
    { path: 'LiteLlm', on: 'class', makes: 'model', api: 'google-adk.LiteLlm', kind: 'chat', model: ['model', '0'], outputLimit: ['max_tokens'] },
    {
      path: ['SequentialAgent', 'ParallelAgent', 'LoopAgent'],
      on: 'class',
      makes: 'agent',
      api: 'google-adk.WorkflowAgent',
      kind: 'chat',
      each: ['sub_agents'],
    },
    { path: ['Runner', 'InMemoryRunner'], on: 'class', makes: 'agent', api: 'google-adk.Runner', kind: 'chat', uses: ['agent', 'app', '0'] },
    {
      path: ['run', 'run_async', 'run_live', 'run_debug'],
      on: 'client',
      of: ['Runner', 'InMemoryRunner'],
      api: 'google-adk.Runner.run',
      kind: 'chat',
      asks: ['receiver'],
      messages: ['new_message'],
    },
  ],
} satisfies Sdk;

import type { Sdk } from './sdk';

/** Google's Agent Development Kit: the agent is the call site. */
export default {
  id: 'google-adk',
  provider: 'google',
  packages: { python: ['google.adk'] },
  clients: [{ name: 'Agent' }, { name: 'LlmAgent' }],
  calls: [
    {
      path: ['Agent', 'LlmAgent'],
      on: 'class',
      api: 'google-adk.Agent',
      kind: 'chat',
      model: ['model'],
      system: ['instruction', 'global_instruction', 'static_instruction'],
      outputLimit: ['generate_content_config.max_output_tokens'],
      tools: ['tools'],
    },
  ],
} satisfies Sdk;

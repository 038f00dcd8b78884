import type { Sdk } from './sdk';

/** Replicate: models by name, priced by time or by token as each says. */
export default {
  id: 'replicate',
  provider: 'replicate',
  packages: { python: ['replicate'], javascript: ['replicate'] },
  clients: [{ name: 'Client' }, { name: 'Replicate' }],
  rootNames: /replicate/,
  calls: [
    {
      path: ['run', 'async_run', 'predictions.create'],
      on: 'client',
      api: 'replicate.run',
      kind: 'completion',
      model: ['ref', '0', 'model', 'version'],
      user: ['input.prompt', '1.input.prompt'],
      system: ['input.system_prompt', '1.input.system_prompt'],
      outputLimit: ['input.max_tokens', 'input.max_new_tokens', '1.input.max_tokens', '1.input.max_new_tokens'],
    },
    {
      path: 'stream',
      on: 'client',
      api: 'replicate.stream',
      kind: 'completion',
      model: ['ref', '0'],
      user: ['input.prompt', '1.input.prompt'],
      system: ['input.system_prompt', '1.input.system_prompt'],
      outputLimit: ['input.max_tokens', 'input.max_new_tokens', '1.input.max_tokens'],
      stream: true,
    },
  ],
} satisfies Sdk;

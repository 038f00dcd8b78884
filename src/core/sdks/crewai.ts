import type { Sdk } from './sdk';

/** CrewAI: the model's constructor is the call site; agents and tasks hold its prompts. */
export default {
  id: 'crewai',
  provider: null,
  packages: { python: ['crewai'] },
  calls: [
    {
      path: 'LLM',
      on: 'class',
      api: 'crewai.LLM',
      kind: 'chat',
      model: ['model', '0'],
      outputLimit: ['max_tokens', 'max_completion_tokens'],
      stream: ['stream'],
    },
  ],
  prompts: [
    { path: 'Agent', on: 'class', system: ['goal', 'backstory', 'system_template'] },
    { path: 'Task', on: 'class', user: ['description', 'expected_output'] },
  ],
} satisfies Sdk;

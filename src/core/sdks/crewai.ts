import type { Sdk, SdkCall } from './sdk';

const LLM = ['llm', 'config.llm', 'function_calling_llm'];
const KICKOFF = { on: 'client', api: 'crewai.Crew.kickoff', kind: 'chat', asks: ['receiver'] } satisfies Partial<SdkCall>;

/** CrewAI: a crew asks the agent of each of its tasks. */
export default {
  id: 'crewai',
  provider: null,
  packages: { python: ['crewai'] },
  clients: [{ name: 'Crew' }, { name: 'Agent' }, { name: 'LLM' }, { name: 'Flow' }],
  dataFields: { agents_config: 'config/agents.yaml', tasks_config: 'config/tasks.yaml' },
  gathers: { agents: 'agent', tasks: 'task' },
  calls: [
    {
      path: 'LLM',
      on: 'class',
      makes: 'model',
      api: 'crewai.LLM',
      kind: 'chat',
      model: ['model', '0'],
      outputLimit: ['max_tokens', 'max_completion_tokens'],
      stream: ['stream'],
    },
    {
      path: 'Agent',
      on: 'class',
      makes: 'agent',
      api: 'crewai.Agent',
      kind: 'chat',
      model: LLM,
      uses: LLM,
      system: ['role', 'goal', 'backstory', 'config.role', 'config.goal', 'config.backstory', 'system_template'],
      adds: true,
      tools: ['tools'],
      defaultModel: 'gpt-4.1-mini',
    },
    {
      path: ['Task', 'ConditionalTask'],
      on: 'class',
      makes: 'task',
      api: 'crewai.Task',
      kind: 'chat',
      uses: ['agent', 'config.agent'],
      user: ['description', 'expected_output', 'config.description', 'config.expected_output'],
      tools: ['tools'],
      schema: ['output_pydantic', 'output_json'],
    },
    {
      path: 'Crew',
      on: 'class',
      makes: 'agent',
      api: 'crewai.Crew',
      kind: 'chat',
      uses: ['tasks', 'agents', 'manager_llm', 'chat_llm'],
      each: ['tasks'],
    },
    { ...KICKOFF, path: ['kickoff', 'kickoff_async', 'kickoff_for_each', 'kickoff_for_each_async', 'akickoff'], messages: ['messages'] },
    { ...KICKOFF, path: ['call', 'acall'], of: ['LLM'], api: 'crewai.LLM.call', messages: ['messages', '0'] },
  ],
} satisfies Sdk;

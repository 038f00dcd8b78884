import type { Sdk } from './sdk';

const MODULES = ['Predict', 'ChainOfThought', 'ChainOfThoughtWithHint', 'ProgramOfThought', 'ReAct', 'CodeAct', 'MultiChainComparison', 'BestOfN'];
const MODELS = ['LM', 'OpenAI', 'AzureOpenAI', 'Claude', 'Google', 'Cohere', 'Together', 'OllamaLocal', 'Bedrock'];

/** DSPy: a module is made for a signature and called; it asks the language model that was configured. */
export default {
  id: 'dspy',
  provider: null,
  packages: { python: ['dspy'] },
  clients: [...MODULES, ...MODELS].map((name) => ({ name })),
  calls: [
    { path: MODELS, on: 'class', makes: 'model', api: 'dspy.LM', kind: 'chat', model: ['model', '0'], outputLimit: ['max_tokens'] },
    { path: 'Embedder', on: 'class', makes: 'model', api: 'dspy.Embedder', kind: 'embedding', model: ['model', '0'] },
    {
      path: MODULES,
      on: 'class',
      makes: 'task',
      api: 'dspy.Module',
      kind: 'chat',
      system: ['signature', '0'],
      adds: true,
      tools: ['tools'],
    },
    { path: '', called: true, on: 'client', of: MODULES, api: 'dspy.Module', kind: 'chat', asks: ['receiver'], uses: ['lm'] },
    { path: '', called: true, on: 'client', of: MODELS, api: 'dspy.LM', kind: 'chat', asks: ['receiver'], messages: ['messages', 'prompt', '0'] },
    {
      path: ['configure', 'settings.configure', 'context', 'settings.context'],
      on: 'module',
      makes: 'task',
      sets: true,
      api: 'dspy.configure',
      kind: 'chat',
      uses: ['lm'],
    },
  ],
} satisfies Sdk;

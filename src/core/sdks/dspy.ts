import type { Sdk } from './sdk';

/** DSPy: modules ask the language model that was configured before, so its constructor stands for them. */
export default {
  id: 'dspy',
  provider: null,
  packages: { python: ['dspy'] },
  calls: [
    {
      path: ['LM', 'OpenAI', 'AzureOpenAI', 'Claude', 'Google', 'Cohere', 'Together', 'OllamaLocal', 'Bedrock'],
      on: 'class',
      makes: 'model',
      api: 'dspy.LM',
      kind: 'chat',
      model: ['model', '0'],
      outputLimit: ['max_tokens'],
    },
    { path: 'Embedder', on: 'class', makes: 'model', api: 'dspy.Embedder', kind: 'embedding', model: ['model', '0'] },
  ],
} satisfies Sdk;

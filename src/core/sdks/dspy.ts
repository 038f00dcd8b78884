import type { Sdk } from './sdk';

/** DSPy: the language model's constructor is the call site. */
export default {
  id: 'dspy',
  provider: null,
  packages: { python: ['dspy'] },
  calls: [
    {
      path: ['LM', 'OpenAI', 'AzureOpenAI', 'Claude', 'Google', 'Cohere', 'Together', 'OllamaLocal', 'Bedrock'],
      on: 'class',
      api: 'dspy.LM',
      kind: 'chat',
      model: ['model', '0'],
      outputLimit: ['max_tokens'],
    },
    { path: 'Embedder', on: 'class', api: 'dspy.Embedder', kind: 'embedding', model: ['model', '0'] },
  ],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const GENERATE = {
  on: 'client',
  api: 'genkit.generate',
  kind: 'chat',
  model: ['model', 'receiver.model'],
  system: ['system'],
  messages: ['messages'],
  user: ['prompt', '0'],
  outputLimit: ['config.maxOutputTokens'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;

/** Genkit. What `definePrompt` holds is sent where the prompt is called, under a name of the application's own. */
export default {
  id: 'genkit',
  provider: null,
  packages: { javascript: ['genkit', '@genkit-ai'] },
  clients: [{ name: 'genkit' }],
  importedRootNames: /^ai$|genkit/,
  calls: [
    { ...GENERATE, path: 'generate' },
    { ...GENERATE, path: 'generateStream', stream: true },
    { path: ['embed', 'embedMany'], on: 'client', api: 'genkit.embed', kind: 'embedding', model: ['embedder'] },
  ],
  prompts: [{ path: 'definePrompt', on: 'client', system: ['system'], messages: ['messages'], user: ['prompt'], template: ['1'] }],
} satisfies Sdk;

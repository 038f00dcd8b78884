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

/** What `definePrompt` holds is sent where the prompt is called, under a name of the application's own. */
const PROMPT = { on: 'client', of: ['definePrompt'], api: 'genkit.prompt', kind: 'chat', asks: ['receiver'] } satisfies Partial<SdkCall>;
const CHAT = {
  on: 'client',
  of: ['chat'],
  api: 'genkit.chat',
  kind: 'chat',
  model: ['receiver.model'],
  system: ['receiver.system'],
  messages: ['0.prompt', '0'],
} satisfies Partial<SdkCall>;
/** Go takes options: `ai.WithModelName("…")`. */
const GO = {
  ecosystems: ['go'],
  kind: 'chat',
  model: ['model_name', 'model'],
  system: ['system'],
  messages: ['messages'],
  user: ['prompt'],
  outputLimit: ['config.max_output_tokens', 'config.0.max_output_tokens'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;

/** Genkit. */
export default {
  id: 'genkit',
  provider: null,
  packages: { javascript: ['genkit', '@genkit-ai'], go: ['github.com/firebase/genkit/go'] },
  clients: [{ name: 'genkit' }],
  importedRootNames: /^ai$|genkit/,
  calls: [
    {
      ecosystems: ['javascript'],
      path: 'definePrompt',
      on: 'client',
      makes: 'agent',
      api: 'genkit.prompt',
      kind: 'chat',
      model: ['model', 'receiver.model'],
      system: ['system'],
      messages: ['messages'],
      user: ['prompt', '1'],
      outputLimit: ['config.maxOutputTokens'],
      tools: ['tools'],
      schema: ['output.schema'],
    },
    { path: '', called: true, ...PROMPT },
    { path: 'stream', ...PROMPT, stream: true },
    { path: 'send', ...CHAT },
    { path: 'sendStream', ...CHAT, stream: true },
    ...['Generate', 'GenerateText', 'GenerateData', 'GenerateWithRequest'].map(
      (path): SdkCall => ({ ...GO, path, on: 'module', api: 'genkit.generate' }),
    ),
    { ...GO, path: 'DefinePrompt', on: 'module', makes: 'agent', api: 'genkit.prompt' },
    { ecosystems: ['go'], path: 'Execute', on: 'client', of: ['DefinePrompt'], api: 'genkit.prompt', kind: 'chat', asks: ['receiver'] },
    { ...GENERATE, path: 'generate' },
    { ...GENERATE, path: 'generateStream', stream: true },
    { path: ['embed', 'embedMany'], on: 'client', api: 'genkit.embed', kind: 'embedding', model: ['embedder'] },
  ],
} satisfies Sdk;

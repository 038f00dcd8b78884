import type { Sdk, SdkCall } from './sdk';

const CALL = {
  on: 'module',
  makes: 'model',
  decorates: true,
  kind: 'chat',
  model: ['model.model', 'model.0'],
  uses: ['model'],
  outputLimit: ['model.max_tokens'],
} satisfies Partial<SdkCall>;

/** magentic: a decorated function is asked where it is called; the decorator holds the prompt. */
export default {
  id: 'magentic',
  provider: null,
  packages: { python: ['magentic'] },
  calls: [
    { ...CALL, path: ['prompt', 'prompt_chain'], api: 'magentic.prompt', user: ['template', '0'] },
    { ...CALL, path: 'chatprompt', api: 'magentic.chatprompt', messages: ['0'] },
  ],
} satisfies Sdk;

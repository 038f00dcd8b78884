import type { Sdk, SdkCall } from './sdk';

const CALL = {
  on: 'module',
  makes: 'model',
  decorates: true,
  api: 'mirascope.call',
  kind: 'chat',
  model: ['model', '0'],
  provider: ['provider'],
  outputLimit: ['call_params.max_tokens', 'call_params.max_completion_tokens', 'max_tokens'],
  tools: ['tools'],
  schema: ['response_model', 'format'],
  stream: ['stream'],
} satisfies Partial<SdkCall>;

/** Mirascope: a decorated function is asked where it is called; each vendor's module has the decorator, too. */
export default {
  id: 'mirascope',
  provider: null,
  packages: { python: ['mirascope'] },
  calls: [{ ...CALL, path: 'call' }],
  prompts: [{ path: 'prompt_template', on: 'module', template: ['0'] }],
} satisfies Sdk;

import type { Sdk, SdkCall } from './sdk';

const CALL = {
  on: 'module',
  makes: 'model',
  decorates: true,
  kind: 'chat',
  model: ['model', '0'],
  outputLimit: ['max_tokens'],
  tools: ['tools'],
  schema: ['response_format'],
} satisfies Partial<SdkCall>;

/** ell: a decorated function is asked where it is called; its docstring is the system prompt. */
export default {
  id: 'ell',
  provider: null,
  packages: { python: ['ell'] },
  calls: [
    { ...CALL, path: 'simple', api: 'ell.simple' },
    { ...CALL, path: 'complex', api: 'ell.complex' },
  ],
} satisfies Sdk;

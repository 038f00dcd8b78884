import type { Sdk, SdkCall } from './sdk';

/** Where the generated client lies in a project. */
const GENERATED = ['baml_client', '.baml_client', '..baml_client', 'app.baml_client', 'src.baml_client'];
const IN_JAVASCRIPT = ['./baml_client', '../baml_client', '../../baml_client', '../../../baml_client', '@/baml_client', '~/baml_client'];
const CALL = { on: 'module', api: 'baml.call', kind: 'chat', asks: ['0'] } satisfies Partial<SdkCall>;

/** BAML: functions of its own language, called by way of a generated client. What they say stands in files of that language. */
export default {
  id: 'baml',
  provider: null,
  packages: { python: GENERATED, javascript: IN_JAVASCRIPT },
  calls: [
    { ...CALL, path: 'b.*' },
    { ...CALL, path: 'b.stream.*', stream: true },
  ],
} satisfies Sdk;

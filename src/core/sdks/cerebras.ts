import { compatibleSdk } from './helpers/compatible';
import type { Sdk } from './sdk';

/** Cerebras. */
export default compatibleSdk(
  'cerebras',
  'cerebras',
  { python: ['cerebras'], javascript: ['@cerebras/cerebras_cloud_sdk'] },
  ['Cerebras', 'AsyncCerebras'],
  /cerebras/,
) satisfies Sdk;

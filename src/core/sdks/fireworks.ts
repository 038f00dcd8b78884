import { compatibleSdk } from './helpers/compatible';
import type { Sdk } from './sdk';

/** Fireworks AI. */
export default compatibleSdk(
  'fireworks',
  'fireworks',
  { python: ['fireworks'], javascript: ['fireworks-js'] },
  ['Fireworks', 'AsyncFireworks'],
  /fireworks/,
) satisfies Sdk;

import { compatibleSdk } from './helpers/compatible';
import type { Sdk } from './sdk';

/** Together AI. */
export default compatibleSdk(
  'together',
  'together',
  { python: ['together'], javascript: ['together-ai'] },
  ['Together', 'AsyncTogether'],
  /together/,
) satisfies Sdk;

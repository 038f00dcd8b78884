import { compatibleSdk } from './helpers/compatible';
import type { Sdk } from './sdk';

/** Groq. */
export default compatibleSdk(
  'groq',
  'groq',
  { python: ['groq'], javascript: ['groq-sdk'], go: ['github.com/jpmcb/gopherlight'] },
  ['Groq', 'AsyncGroq'],
  /groq/,
) satisfies Sdk;

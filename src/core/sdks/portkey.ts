import { compatibleSdk } from './helpers/compatible';
import type { Sdk } from './sdk';

/** Portkey's gateway; the model's name or a virtual key says the provider. */
export default {
  ...compatibleSdk('portkey', 'portkey', { python: ['portkey_ai'], javascript: ['portkey-ai'] }, ['Portkey', 'AsyncPortkey'], /portkey/),
  provider: null,
} satisfies Sdk;

import { compatibleSdk } from './helpers/compatible';
import type { Sdk } from './sdk';

/** Groq. */
export default compatibleSdk('groq', 'groq', { python: ['groq'], javascript: ['groq-sdk'] }, ['Groq', 'AsyncGroq'], /groq/) satisfies Sdk;

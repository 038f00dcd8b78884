import { compatibleSdk } from './helpers/compatible';
import type { Sdk } from './sdk';

/** Volcengine Ark (Doubao). */
export default compatibleSdk('ark', 'volcengine', { python: ['volcenginesdkarkruntime'] }, ['Ark', 'AsyncArk'], /^ark|volc/) satisfies Sdk;

import { compatibleSdk } from './helpers/compatible';
import type { Sdk } from './sdk';

/** Zhipu AI (GLM). */
export default compatibleSdk('zhipu', 'zhipu', { python: ['zhipuai', 'zai'] }, ['ZhipuAI', 'ZaiClient', 'ZhipuAiClient'], /zhipu/) satisfies Sdk;

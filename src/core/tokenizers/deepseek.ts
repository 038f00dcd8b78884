import { approximate } from './approximation';
import type { Tokenizer } from './tokenizer';

export default approximate({
  id: 'deepseek',
  basis: 'DeepSeek V3: o200k_base × 1.02, 1.06 for code and JSON, 1.13 for other languages in Latin script, 0.86 for Chinese, Japanese and Korean.',
  ratios: { english: 1.02, latin: 1.13, code: 1.06, json: 1.06, cjk: 0.86, script: 1.13 },
  band: { low: 0.9, high: 1.1 },
}) satisfies Tokenizer;

import { approximate } from './approximation';
import type { Tokenizer } from './tokenizer';

export default approximate({
  id: 'qwen',
  basis:
    'Qwen 3: o200k_base × 1.0, 1.11 for other languages in Latin script, 1.12 for JSON, 0.94 for Chinese, Japanese and Korean; a token for each digit.',
  ratios: { english: 1.0, latin: 1.11, code: 1.0, json: 1.12, cjk: 0.94, script: 1.11 },
  singleDigits: true,
  band: { low: 0.9, high: 1.1 },
}) satisfies Tokenizer;

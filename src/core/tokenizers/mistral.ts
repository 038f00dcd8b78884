import { approximate } from './approximation';
import type { Tokenizer } from './tokenizer';

export default approximate({
  id: 'mistral',
  basis: 'Mistral Nemo: o200k_base × 1.05, 1.06 for code, 1.15 for JSON, 1.24 for Chinese, Japanese and Korean; a token for each digit.',
  ratios: { english: 1.05, latin: 1.06, code: 1.06, json: 1.15, cjk: 1.24, script: 1.06 },
  singleDigits: true,
  band: { low: 0.9, high: 1.1 },
}) satisfies Tokenizer;

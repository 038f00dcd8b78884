import { approximate } from './approximation';
import type { Tokenizer } from './tokenizer';

export default approximate({
  id: 'gemini',
  basis:
    'Gemini has no public tokenizer: o200k_base × 1.03 for prose, 1.16 for code, 1.28 for JSON, 0.9 for Chinese, Japanese and Korean; a token for each digit.',
  ratios: { english: 1.03, latin: 1.03, code: 1.16, json: 1.28, cjk: 0.9, script: 1.03 },
  singleDigits: true,
  band: { low: 0.85, high: 1.15 },
}) satisfies Tokenizer;

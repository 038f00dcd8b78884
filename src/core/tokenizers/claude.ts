import { approximate } from './approximation';
import type { Tokenizer } from './tokenizer';

export default approximate({
  id: 'claude',
  basis: 'Claude 3 to 4.6 have no public tokenizer: o200k_base × 1.1, × 1.3 for Chinese, Japanese and Korean.',
  ratios: { english: 1.1, latin: 1.1, code: 1.1, json: 1.1, cjk: 1.3, script: 1.1 },
  band: { low: 0.9, high: 1.15 },
}) satisfies Tokenizer;

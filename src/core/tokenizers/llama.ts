import { approximate } from './approximation';
import type { Tokenizer } from './tokenizer';

export default approximate({
  id: 'llama',
  basis: 'Llama 3: o200k_base × 1.0, × 1.11 for other languages in Latin script, 1.03 for Chinese, Japanese and Korean.',
  ratios: { english: 1.0, latin: 1.11, code: 0.99, json: 1.0, cjk: 1.03, script: 1.11 },
  band: { low: 0.9, high: 1.1 },
}) satisfies Tokenizer;

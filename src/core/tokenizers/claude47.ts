import { approximate } from './approximation';
import type { Tokenizer } from './tokenizer';

/** The tokenizer of Opus 4.7 and later and of Sonnet 5 and later. The band is 1.0 to 1.5 times the older count. */
export default approximate({
  id: 'claude-4-7',
  basis:
    'Claude from 4.7 on has no public tokenizer: about 1.3 times the tokens of its predecessors, which are o200k_base × 1.1, × 1.3 for Chinese, Japanese and Korean.',
  ratios: { english: 1.43, latin: 1.43, code: 1.43, json: 1.43, cjk: 1.69, script: 1.43 },
  band: { low: 1.0 / 1.3, high: 1.5 / 1.3 },
}) satisfies Tokenizer;

import { approximate } from './approximation';
import type { Tokenizer } from './tokenizer';

/**
 * For families whose vocabulary nobody here has measured. The band reaches from what DeepSeek makes of Chinese to what Claude's newest makes of
 * English; vocabularies of 32,000 tokens and fewer need more still on Chinese and on other alphabets.
 */
export default approximate({
  id: 'generic',
  basis: 'The vocabulary of this family was not measured: the tokens of o200k_base, with a band as wide as all tokenizers in use.',
  ratios: { english: 1, latin: 1, code: 1, json: 1, cjk: 1, script: 1 },
  band: { low: 0.8, high: 1.65 },
  bands: { cjk: { low: 0.75, high: 2.5 }, script: { low: 0.6, high: 2.5 }, latin: { low: 0.8, high: 1.8 } },
}) satisfies Tokenizer;

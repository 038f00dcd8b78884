import { exact } from './exact';
import type { Tokenizer } from './tokenizer';

export default exact('o200k_base', 'Exact: the encoding of gpt-4o, gpt-4.1, gpt-5 and later, and the o-series.') satisfies Tokenizer;

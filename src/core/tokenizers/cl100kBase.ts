import { exact } from './exact';
import type { Tokenizer } from './tokenizer';

export default exact('cl100k_base', 'Exact: the encoding of gpt-4, gpt-3.5 and the text-embedding models.') satisfies Tokenizer;

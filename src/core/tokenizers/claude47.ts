import { estimate } from './estimate';
import type { Weights } from './estimator/weights';
import weights from './estimator/weights/claude47.json';
import type { Tokenizer } from './tokenizer';

/** The tokenizer of Opus 4.7 and later and of Sonnet 5 and later. */
export default estimate('claude-4-7', 'Claude from 4.7 on has no public tokenizer.', weights as Weights) satisfies Tokenizer;

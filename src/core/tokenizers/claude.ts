import { estimate } from './estimate';
import type { Weights } from './estimator/weights';
import weights from './estimator/weights/claude.json';
import type { Tokenizer } from './tokenizer';

export default estimate('claude', 'Claude 3 to 4.6 have no public tokenizer.', weights as Weights) satisfies Tokenizer;

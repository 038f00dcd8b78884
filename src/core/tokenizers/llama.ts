import { estimate } from './estimate';
import type { Weights } from './estimator/weights';
import weights from './estimator/weights/llama.json';
import type { Tokenizer } from './tokenizer';

/** The vocabulary of Llama 3.1 to 3.3, which its licence keeps out of this package. */
export default estimate('llama', 'Llama 3.', weights as Weights) satisfies Tokenizer;

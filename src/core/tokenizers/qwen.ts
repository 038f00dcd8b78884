import { estimate } from './estimate';
import type { Weights } from './estimator/weights';
import weights from './estimator/weights/qwen.json';
import type { Tokenizer } from './tokenizer';

/** The vocabulary of Qwen 2 to 3: a token for each digit. */
export default estimate('qwen', 'Qwen 3; a token for each digit.', weights as Weights) satisfies Tokenizer;

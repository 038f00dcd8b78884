import { estimate } from './estimate';
import type { Weights } from './estimator/weights';
import weights from './estimator/weights/mistral.json';
import type { Tokenizer } from './tokenizer';

/** The vocabulary of Mistral from Nemo on, tekken: a token for each digit. */
export default estimate('mistral', 'Mistral Nemo; a token for each digit.', weights as Weights) satisfies Tokenizer;

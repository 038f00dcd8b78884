import { estimate } from './estimate';
import type { Weights } from './estimator/weights';
import weights from './estimator/weights/gemini.json';
import type { Tokenizer } from './tokenizer';

/** The vocabulary of Gemma 3, by which Google's own SDK counts Gemini's tokens: a token for each digit. */
export default estimate(
  'gemini',
  'Gemini has no public tokenizer of its own; Google counts it by that of Gemma 3, with a token for each digit.',
  weights as Weights,
) satisfies Tokenizer;

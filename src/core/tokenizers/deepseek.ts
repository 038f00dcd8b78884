import { estimate } from './estimate';
import type { Weights } from './estimator/weights';
import weights from './estimator/weights/deepseek.json';
import type { Tokenizer } from './tokenizer';

/** The vocabulary of DeepSeek from V3 on. */
export default estimate('deepseek', 'DeepSeek V3.', weights as Weights) satisfies Tokenizer;

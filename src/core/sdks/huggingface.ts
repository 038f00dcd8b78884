import { compatibleSdk } from './helpers/compatible';
import type { Sdk } from './sdk';

/** Hugging Face inference. */
export default compatibleSdk(
  'huggingface',
  'huggingface',
  { python: ['huggingface_hub'], javascript: ['@huggingface/inference'] },
  ['InferenceClient', 'AsyncInferenceClient', 'HfInference'],
  /^hf|huggingface/,
) satisfies Sdk;

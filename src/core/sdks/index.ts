import anthropic from './anthropic';
import openai from './openai';
import type { Sdk } from './sdk';

/** Every SDK that is recognised, one file of rows each, in alphabetical order. */
export const sdks: readonly Sdk[] = [anthropic, openai];

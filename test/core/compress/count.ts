import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';

const encoder = new Tiktoken(o200k);

/** Tokens of o200k_base, by a reference implementation. */
export const count = (text: string): number => encoder.encode(text, [], []).length;

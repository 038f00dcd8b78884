/** A vocabulary whose tokens are estimated. */
export interface Vocabulary {
  /** Name of its counts in the feature file. */
  name: string;
  /** Name of the file of its weights. */
  file: string;
  /** Tokens per token of o200k_base where nothing else is known. */
  ratio: number;
  /** Where the counts come from. */
  source: string;
  checked: string;
}

const ctok = "counts of Anthropic's count_tokens endpoint, recorded in the test fixtures of the project ctok (MIT)";

export const vocabularies: readonly Vocabulary[] = [
  { name: 'claude-3-to-4.6', file: 'claude', ratio: 1.2, source: `${ctok} with claude-opus-4-5`, checked: '2026-12-01' },
  { name: 'claude-4.7', file: 'claude47', ratio: 1.45, source: `${ctok} with claude-opus-4-7`, checked: '2026-12-01' },
];

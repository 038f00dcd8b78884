import path from 'node:path';

export type Corpus = 'programs' | 'languages' | 'messages';

/** What is kept of a document. */
export interface FeatureRow {
  /** Beginning of the SHA-256 of its text. */
  hash: string;
  corpus: Corpus;
  /** Tokens by the vocabulary's name. */
  counts: Record<string, number>;
  /** Index, from the one before, and value of each feature that is not 0. */
  features: number[];
}

export interface FeatureFile {
  /** The layout that the indices are of. */
  groups: Record<string, number>;
  rows: FeatureRow[];
}

/**
 * Features of the documents of the project ctok's test fixtures (MIT), whose tokens its authors recorded from Anthropic's endpoint, and of the
 * messages of TypeScript's compiler (Apache-2.0).
 */
export const featureFile = path.join(import.meta.dirname, 'features.json.gz');

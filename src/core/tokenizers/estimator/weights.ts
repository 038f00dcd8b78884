import type { Band } from './band';
import type { Group } from './layout';

/** How well an estimator does on the documents of a corpus that were kept aside. All but `documents` are shares of 1. */
export interface HeldOut {
  documents: number;
  meanError: number;
  /** Documents whose truth lies in the band. */
  inBand: number;
  meanHalfWidth: number;
  widest: number;
}

/** A fitted estimator, as scripts/estimator/fit.ts writes it; nobody edits it. */
export interface Weights extends Band {
  source: string;
  checked: string;
  /** `messages`: those of TypeScript's compiler in 13 languages, for vocabularies that are open. */
  heldOut: { programs: HeldOut; languages: HeldOut; messages?: HeldOut };
  /** Tokens for each feature, by group; zeros at the end are left out. */
  weights: Partial<Record<Group, readonly number[]>>;
}

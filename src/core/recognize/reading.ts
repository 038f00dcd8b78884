import type { CallFact, StringExpr } from '../facts';
import type { Value } from '../resolve/resolve';
import type { Part, Role } from '../types';
import type { PromptDraft } from './drafts';

/** A text that reaches a request, or that is a prompt by itself. */
export interface PromptUse {
  string: StringExpr;
  role: Role | null;
  /** It is part of what the request sends by itself; not so a piece that the whole counts already. */
  sent: boolean;
  draft: PromptDraft;
}

/** What was read from one place, in order. */
export interface PromptReading {
  uses: PromptUse[];
  /** What is sent; a text names its place in `uses`. */
  parts: Part[];
  /** Parts that were read from one expression, by role: it is read once, however many ways lead to it. */
  known: Map<Value, Map<string, KnownParts>>;
  /** How many parts were read, those that are read again once more each time. */
  size: number;
}

export interface KnownParts {
  parts: Part[];
  size: number;
}

export const emptyReading = (): PromptReading => ({ uses: [], parts: [], known: new Map(), size: 0 });

/** What is being read, and where what is found there goes. */
export interface Target {
  reading: PromptReading;
  parts: Part[];
  /** The request that is read; null for texts that none is seen to send. */
  at: CallFact | null;
}

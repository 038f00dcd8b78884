import type { Span, TextEdit } from '../types';

/** How far the compressor goes. Each level holds the ones before it. */
export type Level = 'safe' | 'balanced' | 'aggressive';
export const levels: readonly Level[] = ['safe', 'balanced', 'aggressive'];

/** Tokens of a text. */
export type Count = (text: string) => number;

/** Languages that have phrase tables. */
export type PromptLanguage = 'en' | 'es';

/** A change that a stage would like to make, in offsets of the text it was given. */
export interface Proposal extends TextEdit {
  /** Phrase id, or a name given in outline.ts, layout.ts or jsonData.ts. */
  rule: string;
  /** Said to people: `says the same in fewer words`. */
  reason: string;
}

export interface CompressionEdit extends Proposal {
  /** Saved by this edit alone, counted over the lines it stands in. The sum over all edits is not the prompt's saving. */
  tokensSaved: number;
}

export interface Duplicate {
  /** The later occurrence. */
  span: Span;
  /** The first one. */
  first: Span;
  text: string;
}

export interface Notice {
  /** 1-based. */
  line: number;
  message: string;
}

export interface Compression {
  tokensBefore: number;
  /** Recounted over the whole text. */
  tokensAfter: number;
  text: string;
  /** Ordered, apart from each other, in offsets of the given text. Each is valid alone. */
  edits: CompressionEdit[];
  duplicates: Duplicate[];
  notices: Notice[];
}

export interface CompressOptions {
  /** Ranges that are holes: untouchable. */
  placeholders?: readonly Span[];
  /** Can this edit (offsets of the given text) be made where the text is kept? */
  canEdit?: (span: Span, replacement: string) => boolean;
  /** The text stands in a literal of code, whose style its indentation and the blank lines at its edges are: they stay. */
  inCode?: boolean;
}

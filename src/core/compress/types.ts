import type { Span, TextEdit } from '../types';

/** How far the compressor goes. Each level holds the ones before it. */
export type Level = 'safe' | 'balanced' | 'aggressive';
export const levels: readonly Level[] = ['safe', 'balanced', 'aggressive'];

/** Tokens of a text. */
export type Count = (text: string) => number;

/** Languages that have phrase tables. */
export type PromptLanguage = 'en' | 'es' | 'de' | 'fr' | 'pt';

/** Forms that flat records may be given instead of JSON. */
export type RecordForm = 'toon' | 'csv';

/** A change that a stage would like to make, in offsets of the text it was given. */
export interface Proposal extends TextEdit {
  /** Phrase id, or a name given in layout/, outline.ts or data/. */
  rule: string;
  /** Said to people: `says the same in fewer words`. */
  reason: string;
  /** Edits of one group are made together or not at all: the marks of a list's items. Absent: the edit is valid alone. */
  group?: string;
}

export interface CompressionEdit extends Proposal {
  /** Saved by this edit alone, counted over the words it stands between. The sum over all edits is not the prompt's saving. */
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
  /** Ordered, apart from each other, in offsets of the given text. */
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
  /** Write flat records that are data in this form instead of JSON. Absent: they stay JSON. */
  records?: RecordForm;
}

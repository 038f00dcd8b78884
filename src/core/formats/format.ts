import type { CallKind, Role, Segment, Span } from '../types';

/** A prompt of a file, before it is counted. */
export interface PromptFact {
  /** The prompt's text; with its quotes where the format has some. */
  span: Span;
  role: Role | null;
  segments: Segment[];
  /** The key or file part that names it, where there is one. */
  name: string | null;
  editable: boolean;
}

/** The model and the output limit that a file asks for itself (front matter, providers). */
export interface Declared {
  model: string | null;
  modelSpan: Span | null;
  outputLimit: number | null;
}

/** A line of a data file that its reader would refuse. */
export interface InvalidRecord {
  /** 1-based. */
  line: number;
  span: Span;
  reason: string;
}

/** One line of a data file: an example to train on, or a request of a batch. */
export interface DataRecord {
  /** The request's own model; null in training data. */
  model: string | null;
  kind: CallKind;
  /** The texts, in order. An input without roles is one message of the role `user`. */
  messages: { role: string; name?: string; text: string }[];
  outputLimit: number | null;
  /** Tools, images or tool calls come on top of the texts, so that a count of the texts is too low. */
  hasMore: boolean;
}

/** Training data or a batch, read whole. */
export interface DatasetFacts {
  kind: 'fine-tuning' | 'batch';
  records: DataRecord[];
  invalid: InvalidRecord[];
}

/** What a format file reads from a prompt or data file. */
export interface FormatFacts {
  prompts: PromptFact[];
  declared: Declared | null;
  /** The texts that every session of an agent loads from this file; null for a file that is only loaded when asked for. */
  perSession: string[] | null;
  dataset: DatasetFacts | null;
  /** Finds what each session loads besides, in this file's text or in that of a file it imports: paths from the file's own folder. */
  importsIn?(text: string): string[];
}

/** One prompt-file or data format. Pure; must not throw on any input. */
export interface Format {
  id: string;
  /** VS Code's language ids that always mean this format. */
  editorIds: string[];
  /** Which files are of this format: `*`, `**` and `{a,b}`, on paths with forward slashes. */
  globs: string[];
  /** The globs say little: a format that names the file more closely goes first. */
  broad?: true;
  /** Where the path alone does not say it: do the first lines say that the file is of this format? */
  recognizes?(head: string, path: string): boolean;
  /** Read line by line in one pass, so that files of any size are read whole. */
  unlimited?: true;
  read(text: string, path: string): FormatFacts;
}

/** The facts of a file that holds prompts and nothing else. */
export const promptsOnly = (prompts: PromptFact[]): FormatFacts => ({ prompts, declared: null, perSession: null, dataset: null });

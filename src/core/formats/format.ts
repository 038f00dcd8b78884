import type { CallKind, Role, Segment, Span } from '../types';

/** What a format file reads from a prompt or data file. */
export interface FormatFacts {
  prompts: { span: Span; role: Role | null; segments: Segment[]; name: string | null; editable: boolean }[];
  /** Where the file itself names a model and parameters (prompty front matter, promptfoo, batch JSONL). */
  calls: {
    span: Span;
    provider: string | null;
    api: string;
    kind: CallKind;
    model: string | null;
    modelSpan: Span | null;
    outputLimit: number | null;
    prompts: number[];
  }[];
  /** Lines that could not be read, with the reason. */
  errors: { span: Span; message: string }[];
  /** The file is loaded into every session of an agent. */
  perSession: boolean;
  /** Training or batch data: examples × tokens. */
  dataset: { kind: 'fine-tuning' | 'batch'; records: number; invalid: number } | null;
}

/** One prompt-file or data format. Pure; must not throw on any input. */
export interface Format {
  id: string;
  /** VS Code's language ids that always mean this format. */
  editorIds: string[];
  /** Does this path (with forward slashes), or else the first lines, say that the file is of this format? */
  matches(path: string, head: string): boolean;
  read(text: string, path: string): FormatFacts;
}

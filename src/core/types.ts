/** The vocabulary that every stage shares. Offsets are UTF-16; money is USD, never rounded here. */
import type { Model, ModelMatch } from './catalogueTypes';
import type { Estimate } from './costTypes';
import type { Escape, Span } from './facts';
import type { FileLinks } from './project/links';
import type { Request } from './requestTypes';
import type { MeasuredCall } from './usage';

export type * from './catalogueTypes';
export type * from './costTypes';
export type { Escape, Loop, Span } from './facts';
export type * from './requestTypes';

export type Accuracy = 'exact' | 'approximate' | 'unknown';
export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type CallKind = 'chat' | 'completion' | 'embedding' | 'image' | 'audio' | 'fine-tuning' | 'batch';
export type Role = 'system' | 'user' | 'assistant' | 'tool' | 'template';

/** Static text of a prompt, decoded, with the source range it came from (null where it came from another file). */
export interface TextSegment {
  kind: 'text';
  text: string;
  span: Span | null;
  escapes: Escape[];
}
/** A place that is filled when the program runs. */
export interface PlaceholderSegment {
  kind: 'placeholder';
  name: string;
  span: Span | null;
}
export type Segment = TextSegment | PlaceholderSegment;

/** A text that is sent to a model. */
export interface Prompt {
  /** From the first to behind the last character of the string expression, quotes included. */
  span: Span;
  role: Role | null;
  segments: Segment[];
  /** Indices into Analysis.calls: the requests that send it, or may send it. */
  calls: number[];
  /** The first of them; null for a prompt that none uses. */
  call: number | null;
  /** The name of the constant or variable that holds it, where there is one. */
  name: string | null;
  /** 0-based notebook cell over all cells; null outside notebooks. */
  cell: number | null;
  /** False where edits cannot be mapped to the source (another file, generated text). */
  editable: boolean;
  /** How many tokens the static text has, for the tokenizer of its call's model, or the default model's. */
  count: TokenCount;
}

/** Tokens of a text. Exact counts have low = high = tokens. */
export interface TokenCount {
  tokens: number;
  low: number;
  high: number;
  accuracy: 'exact' | 'approximate';
  /** Name of the tokenizer: `o200k_base`, `claude`, … */
  encoding: string;
}

export interface TextEdit extends Span {
  text: string;
}

export interface Fix {
  title: string;
  edits: TextEdit[];
  /** Input or output tokens that one call saves; null where that can't be said. */
  tokensSaved: number | null;
  /** Safe fixes run in `fix` and in "Fix all"; others only one by one, by the user's act. */
  safe: boolean;
  preferred: boolean;
  /** Needs a look before it is applied. */
  preview: boolean;
  kind: 'quickfix' | 'refactor';
  /** Why it can't be done here; the edits are then empty, and editors show the reason. */
  refused?: string;
  /** Helpers that the edits call; the host adds those that are missing to the project's helper module. */
  helpers?: {
    language: 'python' | 'typescript' | 'javascript' | 'commonjs';
    /** Their ids. */
    snippets: string[];
    /** Path of the module from the folder of the file that is edited. */
    module: string;
    /** As the edits' import names it. */
    specifier: string;
  } | null;
}

export interface Problem {
  rule: string;
  severity: Severity;
  /** The English text with `{0}` filled in. */
  message: string;
  /** For l10n: the text before filling, and what fills it. */
  template: string;
  values: (string | number)[];
  span: Span;
  cell: number | null;
  /** Further places, with a text each. */
  related: { span: Span; message: string }[];
  fixes: Fix[];
  /** Retired models, unneeded text: how the editor may draw it. */
  tag: 'unnecessary' | 'deprecated' | null;
}

/** What a file costs that every session of an agent loads. */
export interface SessionCost {
  /** The model that prices it: the default model, or the one that the file names. */
  model: ModelMatch;
  count: TokenCount;
  /** USD as input once; null when no price is known. */
  perSession: number | null;
  /** USD a month at so many sessions a day; null where nobody states how many, or no price is known. */
  perMonth: number | null;
  sessionsPerDay: number | null;
}

/** What a file of training data or of batch requests costs. Tokens of tools and images are not in it; `hasMore` says that there are some. */
export type DatasetCost = {
  records: number;
  /** Lines that the provider would refuse, in order. */
  invalid: { line: number; span: Span; reason: string }[];
  hasMore: boolean;
} & (FineTuningCost | BatchCost);

export interface FineTuningCost {
  kind: 'fine-tuning';
  /** Passes over the data that OpenAI chooses by itself for so many examples. */
  epochs: number;
  /** One per model that has a training price. USD for all epochs. */
  models: { model: Model; count: TokenCount; training: NonNullable<Model['training']>; cost: number }[];
}

export interface BatchCost {
  kind: 'batch';
  /** One per model that the requests name, in the order of their first use. */
  models: {
    match: ModelMatch;
    requests: number;
    input: TokenCount;
    /** Output tokens: each request's limit, or the assumed length; `assumed` requests have no limit. */
    output: { tokens: number; assumed: number };
    /** What part of the list price is taken: half where the provider is known to sell batches so. */
    factor: number;
    /** USD for all of them; null when the model or its price is unknown. */
    cost: number | null;
  }[];
}

/** What a prompt or data file says and costs by itself, apart from calls. */
export interface FileFacts {
  /** The model and limit that the file asks for. */
  declared: { model: string | null; modelSpan: Span | null; outputLimit: number | null; match: ModelMatch | null } | null;
  perSession: SessionCost | null;
  dataset: DatasetCost | null;
}

/** All that the engine knows of one text. */
export interface Analysis {
  language: string;
  /** Of the text, as it was given; absent where nothing was parsed. */
  path?: string;
  /** False for text that was not parsed at all. */
  parsed: boolean;
  /** Why the file was skipped or only estimated; null where it was read whole. */
  notice: { kind: 'binary' | 'minified' | 'tooLarge' | 'unsupported'; message: string } | null;
  /** How many places the parser could not read; fixes must not add any. */
  syntaxErrors?: number;
  calls: Request[];
  prompts: Prompt[];
  /** One per call, same order. */
  estimates: Estimate[];
  /** What logs say of each call, same order; null where they say nothing. Absent where they say nothing of any. */
  measured?: (MeasuredCall | null)[];
  /** What it has to do with other files; absent where nothing was parsed. */
  links?: FileLinks;
  /** Looks for problems at the first call, which must be before the document's next edit: none are found afterwards. */
  findProblems(): readonly Problem[];
  /** What can be inserted at the calls that a span touches, nothing being wrong there. None after the document's next edit. */
  refactorings?(span: Span): Fix[];
  /** Prompt and data files only. */
  file?: FileFacts;
  /** Sum of the calls' costs, one call each; calls without a price are counted in `unpriced`. */
  totals: { calls: number; prompts: number; promptTokens: number; perCall: number; unpriced: number };
}

/** What a program sends to models. Offsets are UTF-16. */
import type { CallFact, Loop, Span } from './facts';
import type { CallKind, Role } from './types';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** A place after which the provider may cache what stands before it: Anthropic's `cache_control`. */
export interface Breakpoint {
  ttl: '5m' | '1h';
  span: Span;
}

/**
 * One piece of what a request sends. The parts of a request stand in the order in which they are sent; a message holds the parts of its own.
 * Nothing that is sent is left out: what can't be read is a part without a bound.
 */
export type Part = (
  | { kind: 'message'; role: Role | null; parts: Part[] }
  /** A text; its placeholders are those of the prompt. */
  | { kind: 'text'; prompt: number }
  /** A text or a piece of a message that is filled when the program runs, of any length. */
  | { kind: 'placeholder'; name: string | null }
  /** Messages that can't be read here: earlier turns, a list from elsewhere. */
  | { kind: 'history'; name: string | null }
  /** Width and height in pixels, null where they are not written; `detail` as the API calls it. */
  | { kind: 'image'; width: number | null; height: number | null; detail: string | null }
  | { kind: 'file' | 'audio'; name: string | null }
  /** Definitions of tools as the API takes them. `open`: there may be more, or parts of them could not be read. */
  | { kind: 'tools'; tools: JsonValue[]; open: boolean }
  /** The schema of the answer; null where it can't be read. */
  | { kind: 'schema'; schema: JsonValue | null; open: boolean }
  /** One of these is sent. */
  | { kind: 'oneOf'; options: Part[][] }
  /** What a loop or a comprehension adds; `times` is null where that is not known. */
  | { kind: 'repeat'; parts: Part[]; times: number | null }
) & { breakpoint?: Breakpoint };

/** Where a model, an agent, a task or a prompt that a request uses was set, if not at the request itself. */
export interface Definition {
  of: 'model' | 'agent' | 'task' | 'prompt';
  /** null for the file that was analysed. */
  path: string | null;
  /** In that file. */
  span: Span;
  /** 1-based line in another file; null in this one, where the span tells it. */
  line: number | null;
  /** 0-based notebook cell in which the span counts; absent outside notebooks. */
  cell?: number;
}

/** How the output limit of a call is set. */
export type OutputLimit =
  | { kind: 'none' }
  /** A spread or `**kwargs` that could not be read may set it. */
  | { kind: 'unknown' }
  /** Set, but not to a fixed value; `byDefault` is what holds unless a caller or the environment says otherwise. */
  | { kind: 'dynamic'; parameter: string; span: Span; byDefault: number | null }
  | { kind: 'value'; tokens: number; parameter: string; span: Span };

/**
 * A request that a program sends to a model, where it sends it; or, where nothing in sight asks it, the definition of a model or agent.
 * Model, limit and texts are put together from where they were written.
 */
export interface Request {
  site: 'request' | 'definition';
  /** Where what it sends was set, if elsewhere: the model first. */
  definitions: Definition[];
  /** From the callee's first character to behind the closing bracket. */
  span: Span;
  /** The callee's last name (`create`). */
  nameSpan: Span;
  provider: string;
  api: string;
  sdk: string;
  kind: CallKind;
  /** As written, constants resolved; null when it cannot be known. */
  model: string | null;
  /** `default`: of a parameter, the environment or the SDK, so that it may be replaced. null without a model. */
  modelBasis: 'written' | 'default' | 'assumed' | null;
  /** The host is another one than the vendor's: its limit names and list prices do not hold. */
  ownHost: boolean;
  /** Every value that the model may take where it is one of several; empty when unknown. */
  models: string[];
  modelSpan: Span | null;
  outputLimit: OutputLimit;
  /** The parameter names that set the limit here, best first; empty where this API has none. */
  limitParameters: string[];
  /** Names of a limit that are written and that the installed version of the SDK ignores. */
  ignoredLimits: string[];
  /** True where the API demands a limit. */
  limitRequired: boolean;
  stream: boolean;
  /** The function that it is made in, as written; null outside of functions. */
  function: string | null;
  loops: Loop[];
  /** Lexically in a loop, comprehension or map callback of its function. */
  inLoop: boolean;
  /** In a function that is called from a loop of this file. */
  inIndirectLoop: boolean;
  /** It is sent by a helper of another file, so that no edit of this one can change it. */
  elsewhere: boolean;
  /** The function that only hands on what its callers give it, where the request stands in one. */
  helper: string | null;
  /** A response cache around the call. */
  cached: boolean;
  /** Provider-side prompt caching asked for. */
  promptCache: boolean;
  /** Arguments by the neutral parameter names that rules ask for, resolved to literals where that can be done. */
  parameters: Map<string, ParameterValue>;
  /** An unread spread may add parameters. */
  openParameters: boolean;
  /** Indices into Analysis.prompts: the texts that it sends. */
  prompts: number[];
  /** All that it sends. */
  parts: Part[];
  cell: number | null;
  /** The facts behind it, for fixes that insert code. */
  fact: CallFact;
}

/** A literal, or an object or list of literals; undefined for what is not one. */
export type ParameterValue = JsonValue | undefined;

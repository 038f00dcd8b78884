/** What usage logs say of the requests that were made. Never a text of a prompt or answer. */

/** What a row is joined to a request of the project by; null is what the log does not say. */
export interface UsageKey {
  label: string | null;
  /** As the log writes it: often the path of a deployment. */
  file: string | null;
  line: number | null;
  function: string | null;
  /** Name of a managed prompt. */
  prompt: string | null;
  /** Hash of the fixed text. */
  hash: string | null;
}

/** Tokens by kind. The kinds of input do not overlap; reasoning is part of output, sound of neither. */
export interface UsageTokens {
  input: number;
  cacheRead: number;
  cacheWrite: number;
  cacheWrite1h: number;
  output: number;
  reasoning: number;
  audioInput: number;
  audioOutput: number;
}

/** How a request was served, as far as its price depends on it; in the words of the log. */
export interface Served {
  provider: string | null;
  api: string | null;
  /** Empty where the log does not say. */
  model: string;
  tier: string | null;
  batch: boolean;
  region: string | null;
  speed: string | null;
}

/** The normal form of a row of any log: one request, or several alike. */
export interface UsageRow extends Served {
  /** Milliseconds since 1970. */
  time: number;
  /** Of the request, null where it has none. */
  id: string | null;
  /** The id of what it is a step of. */
  parent: string | null;
  key: UsageKey;
  user: string | null;
  tags: readonly string[];
  tokens: UsageTokens;
  searches: number;
  /** Answered requests, and failed ones. */
  calls: number;
  errors: number;
  /** Of the calls, those that read the provider's cache. */
  hits: number;
  /** USD as the log says; null where it does not. */
  usd: number | null;
  /** The price step that the calls fell in, where the row is several of them; else their size tells it. */
  above?: number;
}

/** What one value of a log turned out to be. */
export type Reading =
  | { kind: 'row'; row: UsageRow }
  /** An answer from a response cache, which costs nothing. */
  | { kind: 'cacheHit'; time: number }
  /** A request that is counted by its steps. */
  | { kind: 'parent'; time: number }
  /** Something that is no request but may hold some, and say where they were made. */
  | { kind: 'span'; id: string; parent: string | null; key: UsageKey }
  | { kind: 'broken'; reason: string };

/** A JSON object of a log, or a row of a table. */
export type LogValue = { readonly [name: string]: unknown };

export interface ReadContext {
  /** Hash of a fixed text: SHA-256 in hexadecimal. */
  hash(text: string): string;
}

export type LogFormatId = 'tracker' | 'otel' | 'litellm' | 'langfuse' | 'helicone' | 'openai' | 'anthropic' | 'grouped';

/** How one kind of log is recognised and read. */
export interface LogFormat {
  id: LogFormatId;
  /** Totals of the provider: they say what was billed, and not where. */
  report: boolean;
  /** A request may lie in another one, and in what says where it was made. */
  nested: boolean;
  /** Tells by its content whether a value is of this format. */
  fits(value: LogValue): boolean;
  /** The rows of a value, in order; none for a value that is no request. */
  read(value: LogValue, context: ReadContext): Reading[];
}

export const noKey: Readonly<UsageKey> = { label: null, file: null, line: null, function: null, prompt: null, hash: null };

export const noTokens: Readonly<UsageTokens> = {
  input: 0,
  cacheRead: 0,
  cacheWrite: 0,
  cacheWrite1h: 0,
  output: 0,
  reasoning: 0,
  audioInput: 0,
  audioOutput: 0,
};

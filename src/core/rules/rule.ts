import type { RuleLevel, Settings, StatedBudget } from '../config';
import type { Facts } from '../facts';
import type { Language } from '../languages/language';
import type { Estimate, FileFacts, Fix, Model, ModelMatch, Prompt, Request, Severity, Span, TextEdit, TokenCount } from '../types';

/** Units of tokens that rules price by themselves. */
export type PricedUnit = 'input' | 'cacheRead' | 'cacheWrite' | 'output';

/** USD of all turns: sent whole, with the provider's cache (null without one), and cut. */
export interface ConversationCost {
  turns: number;
  fresh: number;
  cached: number | null;
  cut: number;
}

/** What all rules see of one text. */
export interface RunContext {
  text: string;
  path: string;
  settings: Settings;
  /** null for prompt files. */
  language: Language | null;
  facts: Facts | null;
  calls: readonly Request[];
  prompts: readonly Prompt[];
  /** One per call, same order. */
  estimates: readonly Estimate[];
  /** What a prompt or data file says by itself; null for source code. */
  file: FileFacts | null;
  /** ISO date that counts as today. */
  today: string;
  /** Counts with a model's tokenizer, or the default model's where the model is null. Synchronous: the table is loaded. */
  count(text: string, model: Model | null): TokenCount;
  findModel(id: string, provider?: string | null): ModelMatch;
  /** The catalogue's rows of a provider, cheapest input first. */
  modelsOf(provider: string): readonly Model[];
  /** USD of so many tokens at a call's own prices; null when unknown. */
  usdOf(estimate: Estimate, unit: PricedUnit, tokens: number): number | null;
  /** What a conversation of so many turns costs that sends all its messages with each, or those of the last `window` turns; null when unknown. */
  conversation(estimate: Estimate, turns: number, window: number): ConversationCost | null;
  /** USD a month at the request's volume; null where nobody stated or measured one. */
  monthly(usd: number, estimate: Estimate): number | null;
  /** What the project allows a request; null where it says nothing. */
  budgetOf(call: Request): StatedBudget | null;
  /** What a request costs with the project's discounts taken off; null without a known price. */
  ownCost(call: Request, estimate: Estimate): Estimate['cost'];
  /** What a call would cost with another model, counted by that model's tokenizer; null where its tokenizer is not loaded. */
  estimateWith(call: Request, model: Model): Estimate | null;
  /** What the compressor would do with a prompt; edits are in source offsets. */
  compress(prompt: Prompt, level: Settings['compressLevel']): PromptCompression;
}

/** What a rule may see and do. Counts and prices come from here; a rule imports no other stage. */
export interface RuleContext extends RunContext {
  /** The rule's own options, defaults filled in. */
  options: Record<string, unknown>;
  /** What a function finds in the whole text, found once however many calls and prompts it is asked for. Give it a function of the module. */
  once<T>(find: (run: RunContext) => T): T;
  /** Adds an argument to a call in the way the file writes them; null where there is no safe place. */
  addArgument(call: Request, name: string, value: string): TextEdit | null;
  /** The fixes of an action that inserts code (`response-cache`), by its id. */
  act(action: string, call: Request): Fix[];
  report(problem: Report): void;
}

export interface PromptCompression {
  tokensBefore: number;
  /** Recounted over the whole prompt, not summed over the edits. */
  tokensAfter: number;
  /** Edits of one group are made together or not at all. */
  edits: (TextEdit & { rule: string; reason: string; tokensSaved: number; group?: string })[];
  /** Repeated sentences and the like: reported, never edited. */
  duplicates: { span: Span; first: Span; text: string }[];
}

export interface Report {
  span: Span;
  /** A key of meta.messages. */
  message: string;
  values?: (string | number)[];
  /** Replaces the default severity for this finding (`information`, but `warning` in a loop). A severity in the settings wins. */
  severity?: Severity;
  cell?: number | null;
  related?: { span: Span; message: string }[];
  fixes?: Fix[];
  tag?: 'unnecessary' | 'deprecated';
}

/** A rule's option: default, doc line, JSON schema. */
export interface RuleOption {
  default: unknown;
  description: string;
  schema: Record<string, unknown>;
}

export interface Rule {
  meta: {
    id: string;
    severity: RuleLevel;
    fixable: boolean;
    /** It speaks of each request at its caller; else of the SDK's call, once, however many callers its helper has. */
    atCaller?: true;
    /** True of a project as a whole: a run says it once, at the first place. */
    oncePerProject?: true;
    /** One line for tables. */
    description: string;
    /** English, with `{0}`, `{1}` for values; keys of the l10n bundle. */
    messages: Record<string, string>;
    options?: Record<string, RuleOption>;
  };
  /** Once per call. */
  checkCall?(call: Request, estimate: Estimate, context: RuleContext): void;
  /** Once per prompt. */
  checkPrompt?(prompt: Prompt, context: RuleContext): void;
  /** Once per file. */
  checkFile?(context: RuleContext): void;
}

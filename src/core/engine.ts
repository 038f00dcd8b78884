import type { AgentContext, ContextFiles, ContextOptions } from './agentContext';
import type { Assets } from './assets';
import type { CompareOutcome } from './compareRecorded';
import type { Finding, RecordForm, RewriteTask, RewriteVerdict } from './compress';
import type { Settings } from './config';
import type { BilledUsage } from './cost';
import type { Cell } from './notebook';
import type { PriceUpdate } from './pricing';
import type { StopSignal } from './stop';
import type { Analysis, Estimate, Model, ModelMatch, Prompt, Request, TextEdit, TokenCount } from './types';

export type { AgentContext, ContextFiles, ContextOptions, LoadedItem, LoadedServer, LoadedSize } from './agentContext';
export type { CacheComparison, CompareOutcome } from './compareRecorded';
export type { Finding, FindingKind, RewriteOffer, RewriteTask, RewriteVerdict } from './compress';
export type { Difference, DifferenceKind, Section } from './recorded';

export interface SourceText {
  text: string;
  /** Path with forward slashes, as people know it; its ending tells the language where `languageId` is absent. */
  path: string;
  /** VS Code's language id. */
  languageId?: string;
}

export interface CompressionResult {
  level: Settings['compressLevel'];
  before: { tokens: number };
  after: { tokens: number; text: string };
  /** Offsets in the given text. */
  edits: (TextEdit & { rule: string; reason: string; tokensSaved: number })[];
  notices: { line: number; message: string }[];
}

/** What a rewrite of a prompt changed. Tokens are counted for the default model. */
export interface Comparison {
  before: { tokens: number };
  after: { tokens: number };
  /** No requirement changed, went or came, as far as bound words tell. */
  kept: boolean;
  findings: Finding[];
}

/** What a rewrite needs of a prompt. */
export type RewritePrompt = Pick<Prompt, 'segments'> & { count?: TokenCount };

export interface ModelCount {
  /** As asked for. */
  model: string;
  match: ModelMatch;
  count: TokenCount;
  /** USD for the text as input once; null when no price is known. */
  inputCost: number | null;
}

/** A model that a call could take instead. */
export interface ComparedModel {
  /** As asked for. */
  model: string;
  match: ModelMatch;
  estimate: Estimate;
}

/** A text that is edited: re-parses by edit, re-reads only what changed. */
export interface EngineDocument {
  readonly text: string;
  /**
   * Applies edits in the given order, each in offsets of the text before it. A host that has the text behind one edit gives it as `after`,
   * so that a large text is not put together twice.
   */
  edit(edits: readonly TextEdit[], after?: string): void;
  /** Analyses the present text. The result is kept until the next edit or other settings (compared by identity). Fails with `Stopped` when the signal says so. */
  analyze(settings: Settings, signal?: StopSignal): Promise<Analysis>;
  close(): void;
}

/** The code cells of one language of a notebook while it is edited. */
export interface EngineCells {
  /** Takes the present cells; only what differs from those before is parsed anew. */
  update(cells: readonly Cell[]): void;
  /** As `analyzeCells`, of the present cells. The result is kept until they change or other settings come. */
  analyze(settings: Settings, signal?: StopSignal): Promise<Analysis>;
  close(): void;
}

/** The engine. Makes no network call and reads no file; loads grammars and rank tables through Assets when first needed. */
export interface Engine {
  /** VS Code language ids and file name endings that `analyze` reads. */
  readonly languages: readonly { id: string; editorIds: string[]; extensions: string[] }[];
  /** Does the engine read a file of this path at all (source language or prompt format)? */
  accepts(path: string): boolean;
  /** Could this text hold an LLM call or a prompt? A cheap look at the bytes, without parsing. */
  mayMatter(source: SourceText): boolean;
  analyze(source: SourceText, settings: Settings): Promise<Analysis>;
  /** Analyses the code cells of one language of a notebook together; spans count within their cell. `.ipynb` files come here from `analyze`. */
  analyzeCells(cells: readonly Cell[], languageId: string, path: string, settings: Settings): Promise<Analysis>;
  open(source: SourceText): EngineDocument;
  /** Cells that are edited, as `open` is for a text. */
  openCells(cells: readonly Cell[], languageId: string, path: string): EngineCells;
  /** Counts a text for each model. Unknown models get the match `unknown`, an approximate count with o200k_base and no cost. */
  count(text: string, models: readonly string[], settings: Settings): Promise<ModelCount[]>;
  /** What the coding agents that a project has files for load of it into each session. */
  agentContext(files: ContextFiles, settings: Settings, options?: ContextOptions): Promise<AgentContext[]>;
  /** What a call of an analysis would cost with other models: what it sends counted and priced anew. Empty for a call that is not there. */
  compare(analysis: Analysis, call: number, models: readonly string[], settings: Settings): Promise<ComparedModel[]>;
  /** What a request would cost as it stands here, with these texts: counted and priced anew. `path` is the one that volumes are stated for. */
  estimate(request: Request, prompts: readonly Prompt[], path: string, settings: Settings): Promise<Estimate>;
  /** Newer models of the same family that take no less and whose prices are no higher, as far as is known; those that are served. */
  betterModels(model: Model, settings: Settings): readonly Model[];
  /** `records`: the form that flat records in JSON take instead; absent, they stay JSON. */
  compress(text: string, level: Settings['compressLevel'], settings: Settings, records?: RecordForm): Promise<CompressionResult>;
  /** Compares two prompts, or two states of one. */
  comparePrompts(before: string, after: string, settings: Settings): Promise<Comparison>;
  /** Compares two recorded requests, as parsed JSON, as a provider's prompt cache does. */
  compareRecorded(first: unknown, second: unknown, settings: Settings): Promise<CompareOutcome>;
  /** What to ask a language model that is to shorten a prompt of an analysis, or a text of one segment. */
  rewriteTask(prompt: RewritePrompt): RewriteTask;
  /** Judges its answer; `source` is the text that was analysed, and the edits count in it. Tokens are those of the prompt's count, else of o200k_base. */
  judgeRewrite(prompt: RewritePrompt, answer: string, source: string): Promise<RewriteVerdict>;
  /** The catalogue with the settings' own models. */
  models(settings: Settings): readonly Model[];
  /** `provider` is the call's, by any of its names. */
  findModel(id: string, settings: Settings, provider?: string): ModelMatch;
  /** USD of what calls used, at the list price of their day; null where it is not known. An alias of the project stands for another model. */
  usageUsd(usage: BilledUsage, settings: Settings): { model: ModelMatch; usd: number | null };
  /** Date and sources of the prices in use. */
  readonly prices: { asOf: string; sources: string[] };
  /**
   * Puts an update over the shipped prices; null goes back to those. Results that were made before are not touched: documents are analysed anew
   * with the next settings object.
   */
  usePrices(update: PriceUpdate | null): void;
}

export type CreateEngine = (assets: Assets) => Promise<Engine>;

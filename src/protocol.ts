/** The requests that only our own client and server know. Names and types alone, so that both sides can read them. */
export interface Request<Params, Result> {
  readonly method: string;
  /** Never set: carries the types. */
  readonly types?: { params: Params; result: Result };
}

export interface DocumentParams {
  uri: string;
}

/** UTF-16 position, 0-based, as the Language Server Protocol counts. */
export interface ProtocolPosition {
  line: number;
  character: number;
}

export interface ProtocolEdit {
  range: { start: ProtocolPosition; end: ProtocolPosition };
  newText: string;
}

/** Sums over one file. Texts come ready in the user's language. */
export interface FileTotals {
  calls: number;
  prompts: number;
  promptTokens: number;
  /** USD for each call made once; calls without a price are left out and counted in `unpriced`. */
  perCall: number;
  unpriced: number;
  /** `$0.0123 · 412 tok`, for the status bar; empty where there is nothing to say. */
  label: string;
  /** Markdown. */
  details: string;
}

export interface ModelChoice {
  /** What the setting takes. */
  id: string;
  provider: string;
  /** Price in words. */
  detail: string;
}

export interface CompressParams extends DocumentParams {
  position: ProtocolPosition;
}

/** Edits that compress the prompt at a position. */
export interface CompressPreview {
  version: number;
  title: string;
  edits: ProtocolEdit[];
  tokensBefore: number;
  tokensAfter: number;
}

/** What a language model is asked, to shorten the prompt at a position. */
export interface RewriteTask {
  version: number;
  request: string;
  /** Units of the prompt that are sent; nothing is worth asking where there are none. */
  units: number;
}

export interface RewriteCheckParams extends CompressParams {
  /** The task's. */
  version: number;
  answer: string;
}

/** New words for a unit of the prompt that say the same. */
export interface RewriteOffer {
  /** The units that it replaces. */
  units: number[];
  before: string;
  after: string;
  /** Apart from those of other offers. */
  edits: ProtocolEdit[];
  tokensSaved: number;
}

/** An answer, judged pair by pair. */
export interface RewriteCheck {
  offers: RewriteOffer[];
  /** Pairs that change the meaning. */
  refused: number;
  /** What to ask once more; null where nothing was refused. */
  retry: string | null;
}

/** What to compare the prompt at a position with: another prompt, or another state of its file, in which the same prompt is looked for. */
export interface CompareParams extends CompressParams {
  other: { kind: 'prompt' | 'file'; text: string };
}

/** What changed between two states of a prompt. Texts come ready in the user's language. */
export interface PromptComparison {
  tokensBefore: number;
  tokensAfter: number;
  findings: { kind: string; message: string; before: string; after: string }[];
}

/** Argument of the client's command that shows a fix as a diff and then applies it. */
export interface FixPreview extends DocumentParams {
  version: number;
  title: string;
  edits: ProtocolEdit[];
  /** Another file that is written with it: made where it does not exist. */
  file?: { uri: string; exists: boolean; edits: ProtocolEdit[] };
}

/** What a project file can state: of a call its calls a day, what model an id means (null: the model of calls without one), the size of a placeholder; the severity of a rule. */
export type StatementSubject =
  | { kind: 'volume'; match: string }
  | { kind: 'model'; id: string | null }
  | { kind: 'placeholder'; name: string }
  | { kind: 'rule'; id: string };

/** Argument of the client's command that asks for what is to be stated of a call. */
export interface PriceCall extends DocumentParams {
  /** The project file that it goes to: made where it does not exist. */
  file: { uri: string; name: string; exists: boolean };
  subjects: StatementSubject[];
}

/** Argument of the client's command that asks where problems are to be ignored. */
export interface IgnoreProblems extends DocumentParams {
  version: number;
  rules: {
    id: string;
    /** Comments that turn the rule off for a line or the whole file; null where the language has none. */
    line: ProtocolEdit | null;
    file: ProtocolEdit | null;
  }[];
  /** The project file, for the whole workspace; null for a document that lies in no folder. */
  project: PriceCall['file'] | null;
}

export interface StatementParams {
  subject: StatementSubject;
  /** A count, the id of a model, or a severity. */
  value: string | number;
  /** The present text of the project file; empty for a new one. */
  text: string;
}

/** What the client hands the server at the start. */
export interface InitializationOptions {
  /** Texts of the display language: the l10n bundle's content. */
  texts?: Record<string, string>;
  /** The client has the command `previewFix`. */
  preview?: boolean;
  /** Settings for clients that cannot be asked for them. */
  settings?: unknown;
}

/** Where a user's own files are. Other schemes show them once more, or what a tool made: the other side of a difference, a chat, a review. */
export const userSchemes: readonly string[] = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-notebook-cell'];

export const updatePricesCommand = 'promptCost.updatePrices';
export const previewFixCommand = 'promptCost.previewFix';
export const priceCallCommand = 'promptCost.priceCall';
export const ignoreCommand = 'promptCost.ignore';
/** The settings' section. */
export const section = 'promptCost';
export const fixAllKind = 'source.fixAll.promptCost';

/** A sign of life: the server's process id. */
export const aliveRequest: Request<null, { pid: number }> = { method: 'promptCost/alive' };
/** What is to be done with the prices; `from` names a file or an address for an update. */
export interface PricesParams {
  action: 'status' | 'update' | 'revert';
  from?: string;
}

export interface PricesResult {
  /** False where nothing came of it. */
  done: boolean;
  /** What became of it, or what the prices rest on, in the display language. */
  text: string;
  /** The prices are old enough to be worth an update. */
  stale: boolean;
}

/** null when the file is not analysed. */
export const fileTotalsRequest: Request<DocumentParams, FileTotals | null> = { method: 'promptCost/fileTotals' };
/** The requests of these documents whose models end, as a text for people. */
export const migrationsRequest: Request<{ uris: string[] }, { text: string }> = { method: 'promptCost/migrations' };
export const pricesRequest: Request<PricesParams, PricesResult> = { method: 'promptCost/prices' };
export const modelsRequest: Request<DocumentParams, ModelChoice[]> = { method: 'promptCost/models' };
/** The edits that state something in the text of a project file; none where the text can't be read. */
export const statementRequest: Request<StatementParams, ProtocolEdit[]> = { method: 'promptCost/statement' };
/** null where no prompt stands or nothing can be saved. */
export const compressPreviewRequest: Request<CompressParams, CompressPreview | null> = { method: 'promptCost/compressPreview' };
/** null where no prompt stands. */
export const rewriteTaskRequest: Request<CompressParams, RewriteTask | null> = { method: 'promptCost/rewriteTask' };
/** null where no prompt stands, or the other file has none that is like it. */
export const comparePromptRequest: Request<CompareParams, PromptComparison | null> = { method: 'promptCost/comparePrompt' };
/** null when the document has changed since. */
export const rewriteCheckRequest: Request<RewriteCheckParams, RewriteCheck | null> = { method: 'promptCost/rewriteCheck' };

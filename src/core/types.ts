/** The vocabulary that every stage shares. Offsets are UTF-16; money is USD, never rounded here. */
import type { CallFact, Escape, Loop, Span } from './facts';
import type { FileLinks } from './project/links';

export type { Escape, Loop, Span } from './facts';

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
  modelBasis: 'written' | 'default' | null;
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

/** One dated price step. USD per million tokens. */
export interface PriceTier {
  /** The step holds for calls with more input tokens than this. */
  above: number;
  input: number | null;
  output: number | null;
  cachedInput: number | null;
  /** Writing the provider's cache for 5 minutes. */
  cacheWrite: number | null;
  cacheWrite1h: number | null;
}

/**
 * What is billed by another measure than tokens of text, or at a price of its own; USD at list price.
 *
 * - `requests`, `searches` (web), `fileSearches` (the vendor's store of files), `pages`, `annotatedPages` (documents read), `messages`
 *   (texts sent to a voice model): per 1,000 of them
 * - `audioInput`, `audioOutput`, `imageInput`, `imageOutput`, `videoInput`, `videoOutput`: per million tokens of that kind, in place of
 *   `input` and `output`; `cachedAudio`, `cachedImage`: such input read from the cache
 * - `reasoning`, `citations`: per million such tokens of the output, where they have a price of their own
 * - `audioHours`: per hour of sound
 */
export type PriceUnit =
  | 'requests'
  | 'searches'
  | 'fileSearches'
  | 'pages'
  | 'annotatedPages'
  | 'messages'
  | 'audioInput'
  | 'audioOutput'
  | 'cachedAudio'
  | 'imageInput'
  | 'imageOutput'
  | 'cachedImage'
  | 'videoInput'
  | 'videoOutput'
  | 'reasoning'
  | 'citations'
  | 'audioHours';

/** How a vendor may serve a request: slower and cheaper, or faster and dearer. `fast` is Anthropic's `speed: "fast"`. */
export type ServiceTier = 'batch' | 'flex' | 'priority' | 'fast';

/**
 * Where a request is served. `dataZone`: Azure's data zones. `regional`: regional endpoints of Bedrock and Vertex. `residency`: OpenAI's data
 * residency, Anthropic's `inference_geo: "us"`.
 */
export type ServingRegion = 'dataZone' | 'regional' | 'residency';

/** What all token prices of a model are multiplied by. */
export interface PriceFactor {
  /** 1.1: a tenth dearer. */
  factor: number;
  /** ISO date of the last day on which it holds, null where no end is known. */
  until: string | null;
  source: string;
  /** ISO date. */
  checked: string;
}

/** Where a figure comes from. */
export interface Provenance {
  source: string;
  /** ISO date on which it was checked. */
  checked: string;
  /** ISO date from which it holds, null where the source has none. */
  from: string | null;
  url: string | null;
}

export interface Price {
  /** Ordered by `above`; the first has 0. */
  tiers: PriceTier[];
  /** What else is billed; a unit without an entry has no known price, which is not the same as none. */
  units: Readonly<Partial<Record<PriceUnit, number>>>;
  /** Tiers without an entry are not offered, or at an unknown price. */
  serviceTiers: Readonly<Partial<Record<ServiceTier, PriceFactor>>>;
  /** Regions without an entry cost what the others do. */
  regions: Readonly<Partial<Record<ServingRegion, PriceFactor>>>;
  /** What holds in the other hours of the day, where the price depends on them; `tiers` above are those of the longer part of it. */
  otherHours: { kind: 'peak' | 'off-peak' /** `01:00–04:00 UTC` */; hours: string; tiers: PriceTier[] } | null;
  provenance: Provenance;
  /** Said to people beside the price: `peak hours cost twice as much`. */
  note: string | null;
}

/** What a vendor says of a model's end. Ids without the provider, as the vendor writes them. */
export interface ServiceEnd {
  /** ISO date of the first day on which the id is not served as before; null where no day is known. */
  date: string | null;
  /** What the vendor names as the successor; null where it names none. */
  replacement: string | null;
  /** The model that answers to the id from then on; null where the request fails. */
  servedAs: string | null;
  source: string;
  /** ISO date. */
  checked: string;
}

/**
 * Is a model served on the catalogue's day? `announced`: its end is known and still to come; `rerouted`: another model answers to its id.
 * `earliestEnd`: the day up to which the vendor promises service at least, which announces nothing; null where it promises none.
 */
export type Lifecycle = { state: 'active'; earliestEnd: string | null } | ({ state: 'announced' | 'retired' | 'rerouted' } & ServiceEnd);

/** Fields of a model whose source is not that of its price. */
export type SourcedField = 'contextWindow' | 'maxOutput' | 'cachedInput' | 'cacheWrite' | 'cacheWrite1h' | 'tiers' | 'price';

/** A row of the catalogue. */
export interface Model {
  /** `provider/id`. */
  id: string;
  provider: string;
  /** The provider's own id. */
  name: string;
  tokenizer: string;
  contextWindow: number | null;
  maxOutput: number | null;
  price: Price | null;
  lifecycle: Lifecycle;
  /** ISO date of the first day on which its own service ends or ended, from `lifecycle`; null where none is known. */
  retires: string | null;
  /** From `lifecycle`. */
  replacement: string | null;
  /** ISO date of the release, null where no source has it. */
  released: string | null;
  /** Where single fields come from; those without an entry come from where the price does. */
  sources: Readonly<Partial<Record<SourcedField, Provenance>>>;
  reasoning: boolean;
  /** Least tokens of a prefix that the provider caches; `alt` where sources disagree. */
  cacheMinimum: { tokens: number; alt: number[]; source: string; date: string } | null;
  /** USD per million training tokens. */
  training: { usd: number; verified: boolean; source: string; date: string } | null;
  kind: 'chat' | 'embedding' | 'image' | 'audio' | 'other';
}

/** How an id was matched to a row. */
export type Confidence = 'override' | 'exact' | 'alias' | 'pattern';
export type ModelMatch =
  | { kind: 'found'; model: Model; confidence: Confidence }
  /** Nothing fits, or a pattern fits a model that does not exist yet. */
  | { kind: 'unknown'; id: string };

/** How many of a unit one request takes; `likely` is null where nothing is known, `high` where there is no bound. */
export interface Quantity {
  low: number;
  likely: number | null;
  high: number | null;
}

/** What vendors bill by. Tokens, but for images, audio and files where a vendor bills them apart, searches, requests and sessions. */
export type Unit =
  | 'input'
  | 'cacheRead'
  | 'cacheWrite'
  | 'cacheWrite1h'
  | 'output'
  | 'reasoning'
  | 'tools'
  | 'schema'
  | 'image'
  | 'audio'
  | 'file'
  | 'search'
  | 'request'
  | 'session';

/** On what a quantity rests, from the firmest to none. */
export type Basis = 'counted' | 'stated' | 'measured' | 'assumed' | 'unknown';

/** One line of what a request costs. Lines never overlap. */
export interface CostLine {
  unit: Unit;
  /** `first`: only in the first request, which fills the provider's cache; `later`: only in those that find it filled. */
  when: 'always' | 'first' | 'later';
  /** What lies in the cached prefix, for lines of the cache. */
  of?: Unit[];
  quantity: Quantity;
  /** USD per `per` units; null where it is not known. */
  price: number | null;
  per: number;
  /** quantity.likely × price; null where one of them is not known. */
  usd: number | null;
  basis: Basis;
}

/** What a request costs. USD for one request, at list price. */
export interface Estimate {
  model: ModelMatch | null;
  input: {
    /** All that is counted: texts, frames, tools, schema, pictures. Placeholders come apart. */
    tokens: number;
    /** `exact` only without placeholders, where low = tokens = high. */
    accuracy: Accuracy;
    placeholders: number;
    /** What the placeholders within texts are taken for, together. */
    placeholderTokens: number;
    low: number;
    /** null without a bound. */
    high: number | null;
    encoding: string;
  };
  /** `tokens` is the likely length: never the limit itself; `high` is the limit, or the longest that the model writes; null without a bound. */
  output: { low: number; tokens: number; high: number | null; basis: Basis };
  lines: CostLine[];
  /** null where no price is known at all. */
  cost: {
    /** Likely: of the first request, or weighed by a stated or measured share of cache hits. */
    perCall: number;
    low: number;
    high: number | null;
    /** A line has no likely quantity or no price, so that perCall is a lower bound. */
    atLeast: boolean;
    first: number;
    later: number;
    /** The weakest of the lines. */
    basis: Basis;
  } | null;
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

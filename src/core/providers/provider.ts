/** Tokens that the vendor's formula leaves open: `likely` where low and high differ is a guess, said as such wherever it is shown. */
export interface TokenRange {
  low: number;
  likely: number;
  high: number;
}

export interface Size {
  width: number;
  height: number;
}

/** How closely a picture is looked at, under the names of all vendors. `auto` and null are the vendor's default. */
export type Detail = 'low' | 'medium' | 'high' | 'ultra' | 'original' | 'auto';

/** Largest number of patches at each detail; what is absent is as the nearest higher one that is there. */
export type Budgets = { high: number } & Partial<Record<Detail, number>>;

/** How a model turns the pixels of a picture into tokens. Lengths in pixels. */
export type ImageFormula =
  /** OpenAI's older models: `base`, and `tile` for each tile of 512 after fitting into 2048 and to a short side of 768; `base` alone at low detail. */
  | { kind: 'tiles'; base: number; tile: number }
  /**
   * OpenAI's newer models: patches of 32, the picture shrunk until they fit the budget, times a factor. `documented` is the guide's
   * factor where bills show another.
   */
  | { kind: 'patches'; factor: number; documented?: number; budgets: Budgets }
  /** Anthropic: cells of 28, the picture shrunk to its longest side and to the most cells. */
  | { kind: 'cells'; longest: number; most: number }
  /** Gemini to 2.5: 258 a tile, `low` at low detail. */
  | { kind: 'crops'; tile: number; low: number }
  /** Gemini from 3 on: as many as the budget of the resolution lets, in the proportions of the picture. */
  | { kind: 'budget'; budgets: Budgets };

/** Tokens of definitions of tools beyond their text. */
export interface ToolFormula {
  /** `signature`: one line a function and a parameter, with the frames of OpenAI's cookbook; `json`: the compact text of the definition. */
  form: { kind: 'signature'; function: number; end: number } | { kind: 'json' };
  /** The prompt that the vendor puts before the tools, by whether a tool must be used; `bounds` where the figures are another model's. */
  prompt: { auto: number; any: number; bounds?: readonly [number, number] };
  /** How far the count of the definitions may be off, as multiples. */
  band: { low: number; high: number };
}

/** Tokens around the messages of a chat: once, and for each message. */
export interface FrameFormula {
  once: number;
  message: number;
  /** True where the text of the role counts besides. */
  role: boolean;
  /** True where the vendor publishes it. */
  exact: boolean;
}

/** The first row whose pattern fits the model's name decides. */
export type ByModel<T> = readonly (readonly [RegExp, T])[];

/** How a vendor's cache of prompts works. Prices stand in the catalogue, and so does the minimum where it differs by model. */
export interface CacheRule {
  /** `marked`: up to the breakpoints that the request sets; `automatic`: whatever begins like a request before. */
  kind: 'marked' | 'automatic';
  /** Least tokens of a prefix where the catalogue has no figure for the model; null where none is known, and nothing is taken for cached. */
  minimum: number | null;
  /** Only whole steps of so many tokens are read from the cache. */
  step: number;
  /** What writing costs by how long it is kept, as a multiple of the input price, where the catalogue has no figure for the model. */
  writes: { '5m': number; '1h': number };
}

/** How long a model thinks before it answers, from not at all on. */
export type Effort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh';

export type ProviderId = 'anthropic' | 'deepseek' | 'google' | 'openai' | 'x-ai';

/** What a vendor says of the input beside the text, and of what it bills besides. */
export interface Provider {
  id: ProviderId;
  /** Names of its models, on whatever host. */
  models: RegExp;
  /** Ids of the catalogue's providers whose models are this vendor's where the name does not say another. */
  hosts: readonly string[];
  images: ByModel<ImageFormula>;
  tools: ByModel<ToolFormula>;
  /** Tokens around the compact text of a schema for the answer. */
  schemaFrame: TokenRange;
  frame: ByModel<FrameFormula> | null;
  cache: ByModel<CacheRule>;
  /** What a tool that searches the web is called: its `type`, or the key that holds its options. */
  searchTool: RegExp | null;
  /** How much its models think unless a request says; for those that fit no row, the catalogue says whether they think at all. */
  effort: ByModel<Effort>;
}

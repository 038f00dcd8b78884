/** Models and their prices: USD at list price, never rounded. */

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
  /** `id`: as it was looked for. */
  | { kind: 'found'; id: string; model: Model; confidence: Confidence }
  /** Nothing fits, or a pattern fits a model that does not exist yet. */
  | { kind: 'unknown'; id: string };

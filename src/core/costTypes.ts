/** What a request costs: USD at list price, never rounded. */
import type { ModelMatch } from './catalogueTypes';
import type { Accuracy } from './types';

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
  /** How often it is made, where somebody stated or measured it; `from` says where. */
  volume: { callsPerDay: number; basis: 'stated' | 'measured'; from: string } | null;
  /** Turns of a usual conversation that the request belongs to, as stated; null where nobody says. */
  turns: number | null;
  /** USD a month of 30 days at that volume; null without one, or without a price. */
  perMonth: number | null;
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

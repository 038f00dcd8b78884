import type { Basis, Breakpoint, JsonValue, Part, Quantity, Role, Segment, Unit } from '../types';

/** Units of what a request sends. */
export type InputUnit = Extract<Unit, 'input' | 'tools' | 'schema' | 'image' | 'audio' | 'file'>;

/** Tokens of something that can be read; `exact` where the tokenizer and the vendor's formula leave nothing open. */
export interface Amount {
  low: number;
  tokens: number;
  high: number;
  exact: boolean;
}

/** A text that is sent: its static runs, one on each side of every placeholder. */
export interface SentText {
  role: Role | null;
  segments: readonly Segment[];
  runs: readonly string[];
}

type Image = Extract<Part, { kind: 'image' }>;

/** Counts what is sent, for one model. */
export interface Meter {
  /** Name of the tokenizer. */
  encoding: string;
  /** One count for each run. */
  text(text: SentText): readonly Amount[];
  /** What stands around the messages of a chat together. */
  opening(): Amount;
  /** What stands around one message. */
  frame(role: Role): Amount;
  /** null where the vendor's formula is not known. */
  image(image: Image): Amount | null;
  tools(tools: readonly JsonValue[], choice: 'auto' | 'any' | null): Amount;
  schema(schema: JsonValue): Amount;
}

/** A piece of the input, in the order in which it is sent. */
export interface Piece {
  unit: InputUnit;
  quantity: Quantity;
  basis: Basis;
  exact: boolean;
  /** How many placeholders it stands for; 0 for what is counted. */
  placeholders: number;
  /** Is it the same in every request? `maybe`: a picture or a file, which only a breakpoint says to be. */
  stays: 'yes' | 'maybe' | 'no';
  breakpoint: Breakpoint | null;
}

const bases: readonly Basis[] = ['counted', 'stated', 'measured', 'assumed', 'unknown'];

/** The weakest of several bases. */
export function weakest(all: Iterable<Basis>): Basis {
  return bases[Math.max(0, ...[...all].map((basis) => bases.indexOf(basis)))] as Basis;
}

/** Sums quantities; one without a likely size or a bound leaves the sum without. */
export function addUp(all: readonly Quantity[]): Quantity {
  const sum: Quantity = { low: 0, likely: 0, high: 0 };
  for (const { low, likely, high } of all) {
    sum.low += low;
    sum.likely = sum.likely === null || likely === null ? null : sum.likely + likely;
    sum.high = sum.high === null || high === null ? null : sum.high + high;
  }
  return sum;
}

/** A piece of known size. */
export function counted(unit: InputUnit, { low, tokens, high, exact }: Amount, stays: Piece['stays'] = 'yes', basis: Basis = 'counted'): Piece {
  return { unit, quantity: { low, likely: tokens, high }, basis, exact, placeholders: 0, stays, breakpoint: null };
}

/** A piece that may be of any size; `placeholders` is 0 for more of what is counted in part. */
export function unread(unit: InputUnit, placeholders = 1): Piece {
  return { unit, quantity: { low: 0, likely: null, high: null }, basis: 'unknown', exact: false, placeholders, stays: 'no', breakpoint: null };
}

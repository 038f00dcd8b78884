import { addSize, addSketch, type Sketch } from './sketch';
import { noTokens, type Served, type UsageKey, type UsageRow, type UsageTokens } from './types';

/** What requests are grouped by: where they were made, or who asked, or a tag. Absent is what the log does not say. */
export type CellKey = Partial<{ [K in keyof UsageKey]: NonNullable<UsageKey[K]> }> & { user?: string; tag?: string };

/** Requests of one day that are alike in all that their price depends on. */
export interface UsageCell extends Served {
  key: CellKey;
  /** The price step that they fell in: more input tokens than this, each. */
  above: number;
  calls: number;
  errors: number;
  /** Calls that read the provider's cache. */
  hits: number;
  tokens: UsageTokens;
  searches: number;
  /** USD as the log says, and of how many calls it says it. */
  usd: number;
  told: number;
  /** Input tokens of all kinds, and output tokens, of single calls. */
  inputs: Sketch;
  outputs: Sketch;
}

const served = ['provider', 'api', 'model', 'tier', 'batch', 'region', 'speed'] as const;

/** What tells cells apart, and puts them in order. */
export const identityOf = (cell: Pick<UsageCell, 'key' | 'above' | (typeof served)[number]>): string =>
  JSON.stringify([
    ['label', 'file', 'line', 'function', 'prompt', 'hash', 'user', 'tag'].map((name) => cell.key[name as keyof CellKey] ?? null),
    served.map((name) => cell[name]),
    cell.above,
  ]);

/** All input tokens: what the price step goes by. */
export const wholeInput = ({ input, cacheRead, cacheWrite, cacheWrite1h, audioInput }: UsageTokens): number =>
  input + cacheRead + cacheWrite + cacheWrite1h + audioInput;

export function emptyCell(row: Served, key: CellKey, above: number): UsageCell {
  const { provider, api, model, tier, batch, region, speed } = row;
  const counts = { calls: 0, errors: 0, hits: 0, tokens: { ...noTokens }, searches: 0, usd: 0, told: 0 };
  return { key, provider, api, model, tier, batch, region, speed, above, ...counts, inputs: new Map(), outputs: new Map() };
}

export function addRow(cell: UsageCell, row: UsageRow, withSizes: boolean): void {
  cell.calls += row.calls;
  cell.errors += row.errors;
  cell.hits += row.hits;
  cell.searches += row.searches;
  addTokens(cell.tokens, row.tokens);
  if (row.usd !== null) {
    cell.usd += row.usd;
    cell.told += row.calls;
  }
  if (!withSizes || row.calls !== 1) return;
  addSize(cell.inputs, wholeInput(row.tokens));
  addSize(cell.outputs, row.tokens.output);
}

/** Adds cells whose keys may differ. */
export function addCell(to: UsageCell, from: UsageCell): void {
  to.calls += from.calls;
  to.errors += from.errors;
  to.hits += from.hits;
  to.searches += from.searches;
  to.usd += from.usd;
  to.told += from.told;
  addTokens(to.tokens, from.tokens);
  addSketch(to.inputs, from.inputs);
  addSketch(to.outputs, from.outputs);
}

export function addTokens(to: UsageTokens, from: UsageTokens): void {
  for (const kind of Object.keys(noTokens) as (keyof UsageTokens)[]) to[kind] += from[kind];
}

/** What is stated of the place, without what is not. */
export function cellKeyOf(key: UsageKey): CellKey {
  return Object.fromEntries(Object.entries(key).filter(([, value]) => value !== null)) as CellKey;
}

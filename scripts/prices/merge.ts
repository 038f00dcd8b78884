import { confidenceOf, restOf } from '../../src/core/pricing/matching';
import type { ModelRow, PriceStep, TierRow } from '../../src/core/pricing/rows';
import { decisions, unsettled } from './decisions';
import type { SecondRow } from './secondSource';

/** One value that the sources don't agree on, as it stands in differences.json. */
export interface Difference {
  /** `provider/id`, as the second source has it. */
  id: string;
  field: 'prices' | 'contextWindow';
  first: TierRow[] | number;
  second: TierRow[] | number;
  /** Name of the decision; null where none covers it. */
  decision: string | null;
}

export interface Merged {
  models: ModelRow[];
  differences: Difference[];
}

/** The first source's rows with what the second fills in, and the second's own. `asOf`: the second's date, whose prices are compared. */
export function mergeSources(first: readonly ModelRow[], second: readonly SecondRow[], asOf: string): Merged {
  const merged = new Map(first.map((row) => [row, row]));
  const added: ModelRow[] = [];
  const differences: Difference[] = [];
  const taken = new Set<ModelRow>();
  for (const row of second) {
    const base = findRow(first, row);
    const found = base ? compare(base, row, asOf) : [];
    differences.push(...found);
    const split = found.some(({ decision }) => decisions.find(({ name }) => name === decision)?.take === 'split');
    if (!base || split) {
      added.push(ownRow(row, second));
      if (base) merged.set(base, withoutAlias(merged.get(base)!, row.id));
    } else if (!taken.has(base) || base.id === row.id) {
      // Of the ids that mean one row, its own counts, else the first.
      taken.add(base);
      merged.set(base, filled(merged.get(base)!, row, found, asOf));
    }
  }
  return { models: [...merged.values(), ...added], differences };
}

function findRow(rows: readonly ModelRow[], { provider, id }: SecondRow): ModelRow | null {
  const own = rows.filter((row) => row.provider === provider);
  const lower = id.toLowerCase();
  const isRule = (row: ModelRow) => row.match?.some((rule) => restOf(rule, id) !== null && confidenceOf(restOf(rule, id)!) === 'alias');
  return (
    own.find((row) => row.id.toLowerCase() === lower) ??
    own.find((row) => row.aliases?.some((alias) => alias.toLowerCase() === lower)) ??
    own.find(isRule) ??
    null
  );
}

const stepOn = (row: ModelRow, day: string): PriceStep | null => row.prices?.findLast(({ from }) => from === null || from <= day) ?? null;

function compare(base: ModelRow, row: SecondRow, asOf: string): Difference[] {
  const id = `${row.provider}/${row.id}`;
  const ours = stepOn(base, asOf)?.tiers ?? [];
  const decisionFor = (field: Difference['field']) => decisions.find(({ ids, fields }) => fields === field && ids.test(id))?.name ?? null;
  const result: Difference[] = [];
  if (ours.length && row.tiers.length && differ(ours, row.tiers))
    result.push({ id, field: 'prices', first: ours, second: row.tiers, decision: decisionFor('prices') });
  if (base.context && row.context && apart(base.context, row.context))
    result.push({ id, field: 'contextWindow', first: base.context, second: row.context, decision: decisionFor('contextWindow') });
  return result;
}

/** Columns that one of them leaves out are no difference, but what is filled in. */
const differ = (ours: readonly TierRow[], theirs: readonly TierRow[]): boolean =>
  ours.length !== theirs.length || ours.some((tier, index) => tier.some((value, column) => apart(value, theirs[index]![column] ?? null)));

/** By more than 1 %. A step at 271,999 tokens and one at 272,000 are the same. */
const apart = (a: number | null, b: number | null): boolean => a !== null && b !== null && Math.abs(a - b) > 0.01 * Math.max(a, b);

function withoutAlias({ aliases: all, ...rest }: ModelRow, alias: string): ModelRow {
  const aliases = all?.filter((name) => name.toLowerCase() !== alias.toLowerCase());
  return aliases?.length ? inOrder({ ...rest, aliases }) : inOrder(rest);
}

function ownRow(row: SecondRow, all: readonly SecondRow[]): ModelRow {
  const settled = !unsettled.some(({ id }) => id === `${row.provider}/${row.id}`);
  const context = wholeWindow(row, all);
  return inOrder({
    provider: row.provider,
    id: row.id,
    ...(context ? { context } : {}),
    ...(row.maxOutput ? { maxOutput: row.maxOutput } : {}),
    ...(settled && row.tiers.length ? { prices: [{ from: null, tiers: row.tiers }] } : {}),
    second: ['price', 'contextWindow'],
  });
}

/** The source ends some windows where the dearer step begins; another host's row of the same model has the whole one. */
function wholeWindow(row: SecondRow, all: readonly SecondRow[]): number | null {
  const lastStep = row.tiers.at(-1)?.[0] ?? 0;
  if (row.context === null || row.context > lastStep) return row.context;
  const others = all.filter(({ id, context }) => id.split('/').at(-1) === row.id && context !== null && context > lastStep);
  return others.length ? Math.max(...others.map(({ context }) => context!)) : null;
}

function filled(base: ModelRow, row: SecondRow, found: readonly Difference[], asOf: string): ModelRow {
  const take = (field: Difference['field']) =>
    decisions.find(({ name }) => name === found.find((difference) => difference.field === field)?.decision)?.take ?? null;
  const second = new Set(base.second);
  const result: ModelRow = { ...base };
  if (row.maxOutput) result.maxOutput = row.maxOutput;
  if (row.context && (!base.context || take('contextWindow') === 'second')) {
    result.context = row.context;
    second.add('contextWindow');
  }
  if (row.tiers.length && (take('prices') === 'second' || !stepOn(base, asOf)?.tiers.length)) {
    const units = stepOn(base, asOf)?.units;
    result.prices = [
      ...(base.prices ?? []).filter(({ from }) => from !== null && from > asOf),
      { from: null, tiers: row.tiers, ...(units ? { units } : {}) },
    ].sort(byStart);
    second.add('price');
  } else if (row.tiers.length && take('prices') === null) {
    const step = stepOn(base, asOf);
    const columns = step ? fillColumns(step.tiers, row.tiers) : null;
    if (columns?.added.length) result.prices = base.prices!.map((price) => (price === step ? { ...price, tiers: columns.tiers } : price));
    for (const field of columns?.added ?? []) second.add(field);
    result.confirmed = true;
  }
  if (second.size) result.second = [...second];
  return inOrder(result);
}

const byStart = (a: PriceStep, b: PriceStep): number => ((a.from ?? '') < (b.from ?? '') ? -1 : 1);

const columnNames = { 3: 'cachedInput', 4: 'cacheWrite' } as const;

/** Cache columns that only the second has, where it has them for every step. */
function fillColumns(ours: TierRow[], theirs: TierRow[]): { tiers: TierRow[]; added: ('cachedInput' | 'cacheWrite')[] } {
  const tiers = ours.map((tier) => [...tier] as TierRow);
  const added: ('cachedInput' | 'cacheWrite')[] = [];
  for (const column of [3, 4] as const) {
    if (ours.some((tier) => (tier[column] ?? null) !== null) || theirs.some((tier) => (tier[column] ?? null) === null)) continue;
    for (const [index, tier] of tiers.entries()) {
      while (tier.length < column) tier.push(null);
      tier[column] = theirs[index]![column] ?? null;
    }
    added.push(columnNames[column]);
  }
  return { tiers, added };
}

/** Keys in the order in which a line is read. */
export function inOrder(row: ModelRow): ModelRow {
  const { provider, id, aliases, match, context, maxOutput, deprecated, prices, otherHours, serviceTiers, confirmed, second } = row;
  const all = { provider, id, aliases, match, context, maxOutput, deprecated, prices, otherHours, serviceTiers, confirmed, second };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as ModelRow;
}

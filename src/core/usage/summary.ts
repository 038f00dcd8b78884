import { addRow, cellKeyOf, emptyCell, identityOf, type UsageCell, wholeInput } from './cells';
import { hashOf } from './keys';
import type { LogFormatId, Reading, UsageRow } from './types';

/** What one log says of one day. */
export interface DayPart {
  /** ISO date, UTC. */
  day: string;
  source: LogFormatId;
  /** How many rows it was made of. */
  rows: number;
  /** Its first and last row, milliseconds since 1970. */
  first: number;
  last: number;
  /** The smallest hashes of its rows, ascending: two parts that share one hold the same rows. */
  sample: number[];
  requests: UsageCell[];
  users: UsageCell[];
  tags: UsageCell[];
  skipped: Skipped;
}

/** What was left out. `repeated`: rows that were there before. */
export interface Skipped {
  broken: number;
  parents: number;
  cacheHits: number;
  failed: number;
  repeated: number;
}

export const nothingSkipped = (): Skipped => ({ broken: 0, parents: 0, cacheHits: 0, failed: 0, repeated: 0 });

export function addSkipped(to: Skipped, from: Skipped): void {
  for (const kind of Object.keys(to) as (keyof Skipped)[]) to[kind] += from[kind];
}

/** Most keys of a day that are told apart; those after them are one. */
const MOST = { requests: 1000, users: 200, tags: 200 };
/** The name of all that come after those. */
export const OTHERS = '(others)';
const SAMPLE = 24;

interface OpenPart extends Omit<DayPart, 'requests' | 'users' | 'tags'> {
  requests: Map<string, UsageCell>;
  users: Map<string, UsageCell>;
  tags: Map<string, UsageCell>;
}

/** Sums rows by day and key, in memory that grows with the days and keys, never with the rows. */
export interface Summary {
  add(row: UsageRow): void;
  skip(reading: Exclude<Reading, { kind: 'row' | 'span' }> | { kind: 'repeated'; time: number }): void;
  /** The days in order. */
  finish(): DayPart[];
}

/** `steps`: the numbers of input tokens above which some model costs more. */
export function createSummary(source: LogFormatId, steps: readonly number[]): Summary {
  const days = new Map<string, OpenPart>();
  // A broken line has no day of its own: it counts on that of the line before, or after.
  let present: OpenPart | null = null;
  let homeless = 0;

  const partOf = (time: number): OpenPart => {
    const day = new Date(time).toISOString().slice(0, 10);
    const part = days.get(day) ?? emptyPart(day, source);
    days.set(day, part);
    part.skipped.broken += homeless;
    homeless = 0;
    present = part;
    return part;
  };

  return {
    add(row) {
      const part = partOf(row.time);
      const whole = wholeInput(row.tokens);
      const above = row.above ?? steps.findLast((step) => whole > step) ?? 0;
      note(part, row);
      addRow(cellIn(part.requests, row, cellKeyOf(row.key), above, MOST.requests), row, true);
      if (row.user !== null) addRow(cellIn(part.users, row, { user: row.user }, above, MOST.users), row, false);
      for (const tag of new Set(row.tags)) addRow(cellIn(part.tags, row, { tag }, above, MOST.tags), row, false);
      part.skipped.failed += row.errors;
    },
    skip(reading) {
      if (reading.kind === 'broken') {
        if (present) present.skipped.broken++;
        else homeless++;
        return;
      }
      const part = partOf(reading.time);
      if (reading.kind === 'cacheHit') part.skipped.cacheHits++;
      else if (reading.kind === 'parent') part.skipped.parents++;
      else part.skipped.repeated++;
    },
    finish: () =>
      [...days.values()]
        .filter(({ rows, skipped }) => rows || Object.values(skipped).some(Boolean))
        .map(close)
        .sort(byDay),
  };
}

const emptyPart = (day: string, source: LogFormatId): OpenPart => ({
  day,
  source,
  rows: 0,
  first: Number.POSITIVE_INFINITY,
  last: 0,
  sample: [],
  requests: new Map(),
  users: new Map(),
  tags: new Map(),
  skipped: nothingSkipped(),
});

/** Keeps the span of time, and a sample of the rows by which the part is known again. */
function note(part: OpenPart, row: UsageRow): void {
  part.rows++;
  part.first = Math.min(part.first, row.time);
  part.last = Math.max(part.last, row.time);
  const { sample } = part;
  // The counts of a report or group may grow; what it counts stays.
  const counts = row.above === undefined ? [row.tokens.input, row.tokens.cacheRead, row.tokens.output] : [];
  const hash = hashOf([row.time, row.id, row.model, row.key.file, row.key.line, ...counts].join(' '));
  const largest = sample[SAMPLE - 1];
  if ((largest !== undefined && hash >= largest) || sample.includes(hash)) return;
  sample.push(hash);
  sample.sort((a, b) => a - b);
  sample.length = Math.min(sample.length, SAMPLE);
}

function cellIn(cells: Map<string, UsageCell>, row: UsageRow, key: UsageCell['key'], above: number, most: number): UsageCell {
  const identity = identityOf({ ...row, key, above });
  const known = cells.get(identity);
  if (known) return known;
  if (cells.size >= most) {
    const rest = 'user' in key ? { user: OTHERS } : 'tag' in key ? { tag: OTHERS } : {};
    const other = identityOf({ ...row, key: rest, above });
    const cell = cells.get(other) ?? emptyCell(row, rest, above);
    cells.set(other, cell);
    return cell;
  }
  const cell = emptyCell(row, key, above);
  cells.set(identity, cell);
  return cell;
}

const sorted = (cells: Map<string, UsageCell>): UsageCell[] => [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);

function close({ requests, users, tags, first, ...part }: OpenPart): DayPart {
  return { ...part, first: Number.isFinite(first) ? first : 0, requests: sorted(requests), users: sorted(users), tags: sorted(tags) };
}

/** Parts in the order in which they are kept: the same whatever the order in which logs were imported. */
export const byDay = (a: DayPart, b: DayPart): number =>
  compare(a.day, b.day) || compare(a.source, b.source) || a.first - b.first || (a.sample[0] ?? 0) - (b.sample[0] ?? 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

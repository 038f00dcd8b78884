import type { LogValue, Reading, UsageRow, UsageTokens } from './types';
import { noKey, noTokens } from './types';

/** Reads fields of one value. A field that is there and is not what it should be makes the value broken. */
export interface Fields {
  /** A whole number from 0; 0 where none of the paths is there. */
  count(...paths: string[]): number;
  /** As `count`, null where none is there. */
  maybeCount(...paths: string[]): number | null;
  /** USD; null where it is absent. */
  usd(...paths: string[]): number | null;
  /** A text that is not empty; null where none of the paths has one. Numbers are taken as they are written. */
  text(...paths: string[]): string | null;
  /** Milliseconds since 1970. A value without a time is broken. */
  time(...paths: string[]): number;
  flag(...paths: string[]): boolean;
  /** Whatever stands there. */
  at(path: string): unknown;
  /** Says that the value is broken, unless that is known already. */
  complain(reason: string): void;
  /** The row, or that the value is broken. */
  finish(row: UsageRow): Reading;
  broken(): string | null;
}

/** More than any request or report holds; sums of such numbers stay exact. */
const MOST = 1e12;

export const isRecord = (value: unknown): value is LogValue => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `digits`: numbers may be written as text, as tables and 64-bit numbers in JSON do. Paths are names joined by dots; a whole name wins. */
export function readFields(value: LogValue, digits = false): Fields {
  let broken: string | null = null;
  const complain = (reason: string) => {
    broken ??= reason;
  };
  const present = (paths: readonly string[]): { path: string; found: unknown } | null => {
    for (const path of paths) {
      const found = at(value, path);
      if (found !== undefined && found !== null && found !== '') return { path, found };
    }
    return null;
  };
  const number = (paths: readonly string[]): { path: string; number: number } | null => {
    const one = present(paths);
    if (!one) return null;
    const { path, found } = one;
    const read =
      typeof found === 'number' ? found : digits && typeof found === 'string' && /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i.test(found) ? Number(found) : null;
    if (read === null || !Number.isFinite(read)) complain(`${path} is no number`);
    else if (read < 0) complain(`${path} is below zero`);
    else if (read > MOST) complain(`${path} is too large`);
    else return { path, number: read };
    return null;
  };
  const maybeCount = (...paths: string[]): number | null => {
    const read = number(paths);
    if (read && !Number.isInteger(read.number)) complain(`${read.path} is no whole number`);
    return read?.number ?? null;
  };
  return {
    maybeCount,
    count: (...paths) => maybeCount(...paths) ?? 0,
    usd: (...paths) => number(paths)?.number ?? null,
    text(...paths) {
      const found = present(paths)?.found;
      return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
    },
    time(...paths) {
      const found = present(paths)?.found;
      const time = timeOf(found);
      if (time === null) complain(found === undefined ? `no ${paths[0]}` : `${paths[0]} is no time`);
      return time ?? 0;
    },
    flag(...paths) {
      const found = present(paths)?.found;
      return found === true || found === 1 || (typeof found === 'string' && /^(?:true|1|t)$/i.test(found));
    },
    at: (path) => at(value, path),
    complain,
    broken: () => broken,
    finish(row) {
      return broken === null ? { kind: 'row', row } : { kind: 'broken', reason: broken };
    },
  };
}

/** A name that has dots in it wins over names within one another. */
function at(value: unknown, path: string): unknown {
  if (!isRecord(value)) return undefined;
  if (Object.hasOwn(value, path)) return value[path];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const name = path.slice(0, dot);
    if (Object.hasOwn(value, name)) return at(value[name], path.slice(dot + 1));
  }
  return undefined;
}

const [EARLIEST, LATEST] = [Date.UTC(2015, 0), Date.UTC(2100, 0)];

/** Seconds, milliseconds or ISO 8601; without a zone UTC. null for what is no time that a log can have. */
export function timeOf(value: unknown): number | null {
  const time = typeof value === 'number' ? ofNumber(value) : typeof value === 'string' ? ofText(value) : null;
  return time !== null && time >= EARLIEST && time < LATEST ? time : null;
}

const ofNumber = (value: number): number => Math.floor(value < 1e11 ? value * 1000 : value);

function ofText(value: string): number | null {
  if (/^\d{9,13}(?:\.\d+)?$/.test(value)) return ofNumber(Number(value));
  const [, day, clock = '00:00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?))?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/.exec(value.trim()) ?? [];
  if (day === undefined) return null;
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)?$/, (_, hours: string, minutes = '00') => `${hours}:${minutes}`);
  const time = Date.parse(`${day}T${clock.replace(/(\.\d{3})\d+$/, '$1')}${offset}`);
  return Number.isNaN(time) ? null : time;
}

/** A row that says nothing yet. */
export const blankRow = (): UsageRow => ({
  time: 0,
  id: null,
  parent: null,
  key: noKey,
  user: null,
  tags: [],
  provider: null,
  api: null,
  model: '',
  tier: null,
  batch: false,
  region: null,
  speed: null,
  tokens: noTokens,
  searches: 0,
  calls: 1,
  errors: 0,
  hits: 0,
  usd: null,
});

/** Tokens whose counter of input holds what was read from the cache and written to it. */
export function inclusive(fields: Fields, whole: number, tokens: Omit<UsageTokens, 'input'>): UsageTokens {
  const input = whole - tokens.cacheRead - tokens.cacheWrite - tokens.cacheWrite1h - tokens.audioInput;
  if (input < 0) fields.complain('the cached tokens are more than the input');
  return { ...tokens, input };
}

/** A request that failed: it counts as an error, and its tokens for nothing. */
export const failed = (row: UsageRow): UsageRow => ({ ...row, tokens: noTokens, searches: 0, calls: 0, errors: 1, hits: 0, usd: null });

/** An answered request; whether it read the cache follows from its tokens. */
export const answered = (row: UsageRow): UsageRow => ({ ...row, hits: row.tokens.cacheRead > 0 ? row.calls : 0 });

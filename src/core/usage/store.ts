import * as v from 'valibot';
import { emptyCell, identityOf, type UsageCell } from './cells';
import type { Sketch } from './sketch';
import { byDay, type DayPart, type Skipped } from './summary';
import { noTokens } from './types';

/** Where a project keeps what was measured, from its root. */
export const usageFileName = '.prompt-cost/usage.json';

/** Longest usage file that is read, in characters. */
export const LONGEST_USAGE_FILE = 64 * 1024 * 1024;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e15));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(1000));
const sketch = v.array(v.tuple([v.pipe(count, v.maxValue(1000)), count]));
const kinds = Object.keys(noTokens) as (keyof typeof noTokens)[];

const cell = v.object({
  key: v.partial(v.object({ label: text, file: text, line: count, function: text, prompt: text, hash: text, user: text, tag: text })),
  provider: v.optional(v.nullable(text), null),
  api: v.optional(v.nullable(text), null),
  model: v.optional(text, ''),
  tier: v.optional(v.nullable(text), null),
  batch: v.optional(v.boolean(), false),
  region: v.optional(v.nullable(text), null),
  speed: v.optional(v.nullable(text), null),
  above: v.optional(count, 0),
  calls: v.optional(count, 0),
  errors: v.optional(count, 0),
  hits: v.optional(count, 0),
  tokens: v.optional(v.partial(v.object(Object.fromEntries(kinds.map((kind) => [kind, count])) as Record<keyof typeof noTokens, typeof count>)), {}),
  searches: v.optional(count, 0),
  usd: v.optional(amount, 0),
  told: v.optional(count, 0),
  inputs: v.optional(sketch, []),
  outputs: v.optional(sketch, []),
});

const skipped = v.object({ broken: count, parents: count, cacheHits: count, failed: count, repeated: count } satisfies Record<
  keyof Skipped,
  typeof count
>);

const file = v.object({
  version: v.literal(1),
  days: v.array(
    v.object({
      day: v.pipe(v.string(), v.isoDate()),
      source: v.picklist(['tracker', 'otel', 'litellm', 'langfuse', 'helicone', 'openai', 'anthropic', 'grouped']),
      rows: count,
      first: count,
      last: count,
      sample: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
      skipped,
      requests: v.array(cell),
      users: v.optional(v.array(cell), []),
      tags: v.optional(v.array(cell), []),
    }),
  ),
});

/** What the text of a usage file says, or why it could not be read. */
export function parseUsage(json: string): { kind: 'read'; parts: DayPart[] } | { kind: 'broken'; reason: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return { kind: 'broken', reason: 'not valid JSON' };
  }
  const read = v.safeParse(file, raw);
  if (!read.success) {
    const [issue] = read.issues;
    return { kind: 'broken', reason: `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` };
  }
  const expand = (cells: v.InferOutput<typeof cell>[]): UsageCell[] =>
    cells.map((one) => ({
      ...emptyCell(one, one.key, one.above),
      ...one,
      tokens: { ...noTokens, ...one.tokens },
      inputs: new Map(one.inputs),
      outputs: new Map(one.outputs),
    }));
  const parts = read.output.days.map((part) => ({
    ...part,
    requests: expand(part.requests),
    users: expand(part.users),
    tags: expand(part.tags),
  }));
  return { kind: 'read', parts };
}

/** The text of a usage file: one line for each cell, without what is 0 or not said; the same bytes for the same parts. */
export function writeUsage(parts: readonly DayPart[]): string {
  const days = [...parts].sort(byDay).map(({ requests, users, tags, ...part }) => {
    const { day, source, rows, first, last, sample, skipped: left } = part;
    const head = JSON.stringify({ day, source, rows, first, last, sample, skipped: left }).slice(0, -1);
    const lists = Object.entries({ requests, users, tags }).map(([name, cells]) => `"${name}":[${lines(cells)}]`);
    return `${head},\n  ${lists.join(',\n  ')}}`;
  });
  return `{"version":1,"days":[\n${days.join(',\n')}${days.length ? '\n' : ''}]}\n`;
}

const lines = (cells: readonly UsageCell[]): string =>
  cells.length
    ? `\n    ${[...cells]
        .sort((a, b) => (identityOf(a) < identityOf(b) ? -1 : 1))
        .map(compact)
        .join(',\n    ')}`
    : '';

const buckets = (one: Sketch): [number, number][] => [...one].sort(([a], [b]) => a - b);

function compact({ key, tokens, inputs, outputs, ...rest }: UsageCell): string {
  const said = Object.fromEntries(Object.entries(tokens).filter(([, tokensOfKind]) => tokensOfKind));
  const all = { key, ...rest, tokens: said, inputs: buckets(inputs), outputs: buckets(outputs) };
  const worth = Object.entries(all).filter(
    ([name, value]) =>
      name === 'key' ||
      !(value === null || value === 0 || value === '' || value === false || (typeof value === 'object' && !Object.keys(value).length)),
  );
  return JSON.stringify(Object.fromEntries(worth));
}

/** What an import changed. `overlapping`: days of which two logs hold some of the same rows, each of them others too; the larger is kept. */
export interface MergedParts {
  parts: DayPart[];
  overlapping: string[];
}

/**
 * Puts newly read parts to those that are known. A part that holds rows which a known one of the same source and day holds takes its place
 * where it is no smaller, so that a log that has grown replaces itself and the same log changes nothing; other parts are added.
 */
export function mergeParts(known: readonly DayPart[], found: readonly DayPart[]): MergedParts {
  const parts = [...known];
  const overlapping: string[] = [];
  for (const part of found) {
    const at = parts.findIndex((other) => sharesRows(part, other));
    const other = parts[at];
    if (!other) parts.push(part);
    else if (part.rows >= other.rows) parts[at] = part;
    if (other && !holds(part, other) && !holds(other, part)) overlapping.push(part.day);
  }
  return { parts: parts.sort(byDay), overlapping: [...new Set(overlapping)].sort() };
}

const sharesRows = (a: DayPart, b: DayPart): boolean =>
  a.day === b.day && a.source === b.source && (a.sample.some((hash) => b.sample.includes(hash)) || (a.rows === 0 && b.rows === 0));

/** Does the span of time of one hold that of the other? */
const holds = (a: DayPart, b: DayPart): boolean => a.first <= b.first && a.last >= b.last;

import { isRecord } from './fields';
import { formatNamed, formatOf } from './formats';
import { createNesting } from './nesting';
import { createSummary, type DayPart, type Summary } from './summary';
import type { LogFormat, LogFormatId, LogValue, ReadContext } from './types';

/** Reads the values of one log, and sums what they say. */
export interface LogReader {
  /** Takes a value, or what could not be read as one. Answers why it is broken; null where it is not. */
  take(value: unknown): string | null;
  miss(): void;
  finish(): DayPart[];
  /** How many values said something. */
  readonly read: number;
}

export interface LogOptions {
  /** The format of all values; null where each tells its own. */
  format: LogFormatId | null;
  /** The numbers of input tokens above which some model costs more. */
  steps: readonly number[];
  context: ReadContext;
}

/** Makes a reader for one log. Its memory grows with the days and keys of the log, never with its rows. */
export function createLogReader({ format: only, steps, context }: LogOptions): LogReader {
  const sources = new Map<LogFormat, { summary: Summary; nesting: ReturnType<typeof createNesting> }>();
  let last: LogFormat | null = only && formatNamed(only);
  let [read, missed] = [0, 0];

  const sourceOf = (format: LogFormat) => {
    const known = sources.get(format);
    if (known) return known;
    const summary = createSummary(format.id, steps);
    const source = { summary, nesting: createNesting(summary, format.nested) };
    sources.set(format, source);
    return source;
  };
  const miss = () => {
    if (last) sourceOf(last).summary.skip({ kind: 'broken', reason: '' });
    else missed++;
  };
  const formatFor = (value: LogValue): LogFormat | null => {
    if (last?.fits(value)) return last;
    return only ? null : formatOf(value);
  };

  const take = (value: unknown): string | null => {
    const format = isRecord(value) ? formatFor(value) : null;
    if (!isRecord(value) || !format) {
      const inner = isRecord(value) && Array.isArray(value.data) ? value.data : null;
      if (inner) return inner.map(take).find((reason) => reason !== null) ?? null;
      miss();
      return only ? `no row of a ${only} log` : 'no row of a log that is known';
    }
    last = format;
    const { nesting } = sourceOf(format);
    for (; missed > 0; missed--) miss();
    let reason: string | null = null;
    for (const reading of format.read(value, context)) {
      if (reading.kind === 'broken') reason ??= reading.reason;
      else read++;
      nesting.take(reading);
    }
    return reason;
  };
  return {
    take,
    miss,
    get read() {
      return read;
    },
    finish() {
      for (const { nesting } of sources.values()) nesting.finish();
      return [...sources.values()].flatMap(({ summary }) => summary.finish());
    },
  };
}

/** The days of the newest rows, so many of them. */
export function newestDays(parts: readonly DayPart[], days: number): DayPart[] {
  const newest = Math.max(...parts.map(({ day }) => Date.parse(day)));
  return parts.filter(({ day }) => newest - Date.parse(day) < days * 86_400_000);
}

import { firstKey, hashOf } from './keys';
import type { Summary } from './summary';
import type { Reading, UsageKey, UsageRow } from './types';

/** Rows and spans that are held back, so that steps of one another and repeated rows are seen. */
const WINDOW = 20_000;

/** A set that forgets what came long before. */
function createRecent<T>(): { has(value: T): boolean; add(value: T): void } {
  let [old, young] = [new Set<T>(), new Set<T>()];
  return {
    has: (value) => young.has(value) || old.has(value),
    add(value) {
      if (young.size >= WINDOW) [old, young] = [young, new Set()];
      young.add(value);
    },
  };
}

/**
 * Hands readings on to a summary: requests that consist of others count once, as those; a row that is there twice counts once; and a request
 * takes its place in the code from what it lies in where it does not say one. Steps are found within some ten thousand rows of each other.
 */
export function createNesting(summary: Summary, nested: boolean): { take(reading: Reading): void; finish(): void } {
  const spans = new Map<string, { parent: string | null; key: UsageKey }>();
  const waiting: UsageRow[] = [];
  let from = 0;
  const parents = createRecent<string>();
  // Hashes: as texts they would be most of the memory that a long log takes.
  const seen = createRecent<number>();

  const pass = (row: UsageRow) => {
    markAbove(row.parent, spans, parents);
    if (row.id !== null && parents.has(row.id)) summary.skip({ kind: 'parent', time: row.time });
    else summary.add({ ...row, key: placed(row, spans) });
  };
  const release = () => {
    const row = waiting[from++];
    if (row) pass(row);
    if (from < WINDOW) return;
    waiting.splice(0, from);
    from = 0;
  };
  const remember = (id: string, parent: string | null, key: UsageKey) => {
    spans.set(id, { parent, key });
    if (spans.size > 2 * WINDOW) spans.delete(spans.keys().next().value as string);
  };

  return {
    take(reading) {
      if (reading.kind === 'span') return remember(reading.id, reading.parent, reading.key);
      if (reading.kind !== 'row') return summary.skip(reading);
      const { row } = reading;
      const { id, parent, time, model, tokens } = row;
      if (id !== null) {
        const name = hashOf(`${id} ${time} ${model} ${tokens.input} ${tokens.output} ${row.errors}`);
        if (seen.has(name)) return summary.skip({ kind: 'repeated', time });
        seen.add(name);
      }
      if (id === null || !nested) return summary.add(row);
      remember(id, parent, row.key);
      markAbove(parent, spans, parents);
      waiting.push(row);
      if (waiting.length - from > WINDOW) release();
    },
    finish() {
      const rest = waiting.slice(from);
      for (const { parent } of rest) markAbove(parent, spans, parents);
      for (const row of rest) pass(row);
      waiting.length = 0;
    },
  };
}

/** All that a request lies in consist of it. */
function markAbove(parent: string | null, spans: ReadonlyMap<string, { parent: string | null }>, parents: { add(id: string): void }): void {
  let at = parent;
  for (let depth = 0; at !== null && depth < 50; depth++) {
    parents.add(at);
    at = spans.get(at)?.parent ?? null;
  }
}

/** The key of a row, completed by those of what it lies in, the nearest first. */
function placed({ key, parent }: UsageRow, spans: ReadonlyMap<string, { parent: string | null; key: UsageKey }>): UsageKey {
  let all = key;
  let at = parent;
  for (let depth = 0; at !== null && depth < 50; depth++) {
    const above = spans.get(at);
    if (!above) break;
    all = firstKey(all, above.key);
    at = above.parent;
  }
  return all;
}

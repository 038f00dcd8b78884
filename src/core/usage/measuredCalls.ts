import type { Analysis, Span } from '../types';
import { joinTo } from './join';
import type { Measured, MeasuredUsage } from './measure';
import { targetsOf } from './targets';

/** What was measured of one request of the project, and of which days. */
export interface MeasuredCall extends Omit<Measured, 'key'> {
  /** The usage file as it is shown. */
  from: string;
  days: number;
}

/**
 * What was measured of each call of a file; null where nothing was. `path` is absolute. One file is all that is seen here: keys that name no
 * file are joined by what is written in the call, and a name of a file alone is not enough for a file in a folder.
 */
export function measuredCalls(
  usage: MeasuredUsage,
  path: string,
  text: string,
  analysis: Pick<Analysis, 'calls' | 'prompts'>,
): (MeasuredCall | null)[] {
  const nothing = analysis.calls.map(() => null);
  if (!path.startsWith(`${usage.folder}/`) || path.endsWith('.ipynb')) return nothing;
  const name = path.slice(usage.folder.length + 1);
  const known = keysFor(usage, name);
  if (!known.length || !analysis.calls.length) return nothing;
  const lineAt = lineCounter(text);
  const lines = ({ start, end }: Span) => ({ line: lineAt(start), endLine: lineAt(end) });
  const targets = targetsOf(name, text, analysis, { lines, hash: null });
  const found = new Map<number, Measured[]>();
  for (const one of known) {
    const target = joinTo(one.key, targets);
    if (!target) continue;
    const index = targets.indexOf(target);
    found.set(index, [...(found.get(index) ?? []), one]);
  }
  return analysis.calls.map((_, index) => {
    const own = found.get(index);
    return own ? together(own, usage) : null;
  });
}

/** The keys that may belong to each file; the same as long as the usage is. */
const byFile = new WeakMap<MeasuredUsage, Map<string, Measured[]>>();

function keysFor(usage: MeasuredUsage, path: string): Measured[] {
  const known = byFile.get(usage) ?? new Map<string, Measured[]>();
  byFile.set(usage, known);
  const own =
    known.get(path) ??
    usage.requests.filter(({ key: { file, label, prompt } }) => {
      if (file === undefined) return label !== undefined || prompt !== undefined;
      const named = file.replaceAll('\\', '/');
      return named === path || named.endsWith(`/${path}`) || (named.includes('/') && path.endsWith(`/${named.replace(/^\.\//, '')}`));
    });
  known.set(path, own);
  return own;
}

function together(all: readonly Measured[], { file, days }: MeasuredUsage): MeasuredCall {
  const calls = all.reduce((sum, one) => sum + one.calls, 0);
  const mean = (of: (one: Measured) => number) => all.reduce((sum, one) => sum + of(one) * one.calls, 0) / calls;
  return {
    calls,
    errors: all.reduce((sum, one) => sum + one.errors, 0),
    callsPerDay: calls / days,
    input: mean(({ input }) => input),
    output: mean(({ output }) => output),
    hitRate: mean(({ hitRate }) => hitRate),
    from: file,
    days,
  };
}

/** Tells the 1-based line of an offset. */
function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

import { applyEdits } from '../spans';
import type { Count, Proposal } from '../types';

/** The rule of all edits of this file. They belong together: one line's indentation says something, what all lines share says nothing. */
export const outlineRule = 'indentation';
const reason = 'White space around the whole text says nothing.';

type Cut = Pick<Proposal, 'start' | 'end' | 'text'>;

/**
 * The indentation that all lines share, and blank lines before the first and behind the last. What stands deeper than its neighbours
 * stays deeper. Empty where no token is saved.
 */
export function proposeOutline(text: string, count: Count): Proposal[] {
  const cuts = joined([...leading(text), ...sharedIndentation(text), ...trailing(text)]);
  const edits = cuts.map((cut) => ({ ...cut, rule: outlineRule, reason }));
  return edits.length > 0 && count(applyEdits(text, edits)) < count(text) ? edits : [];
}

function leading(text: string): Cut[] {
  const end = /^(?:[ \t]*\r?\n)+/.exec(text)?.[0].length ?? 0;
  return end > 0 && text.trim() ? [{ start: 0, end, text: '' }] : [];
}

/** One line break at the end stays: it belongs to the file. */
function trailing(text: string): Cut[] {
  const start = text.trimEnd().length;
  const kept = /^[ \t]*(\r?\n)/.exec(text.slice(start))?.[1] ?? '';
  return start > 0 && text.length - start > kept.length ? [{ start, end: text.length, text: kept }] : [];
}

function sharedIndentation(text: string): Cut[] {
  const lines = Array.from(text.matchAll(/^([ \t]*)\S.*$/gm), (match) => ({
    at: match.index,
    blanks: match[1]!,
    end: match.index + match[0].length,
  }));
  const [first, second] = lines;
  if (!first || !second) return [];
  const flush = !first.blanks && !introduces(text.slice(first.at, first.end), text.slice(first.end, second.at));
  const indented = flush ? lines.slice(1) : lines;
  const shared = indented.map(({ blanks }) => blanks).reduce(commonStart).length;
  return shared ? indented.map(({ at }) => ({ start: at, end: at + shared, text: '' })) : [];
}

/** Does a first line that stands further left head the others, so that their indentation means something? */
function introduces(line: string, gap: string): boolean {
  return /:\s*$|^(?:[-*+•#|>]|\d+[.)]|[{[<])/.test(line) || gap.split('\n').length > 2;
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** Cuts that touch become one. */
function joined(cuts: readonly Cut[]): Cut[] {
  const result: Cut[] = [];
  for (const cut of cuts) {
    const last = result.at(-1);
    if (last?.end === cut.start) result[result.length - 1] = { start: last.start, end: cut.end, text: last.text + cut.text };
    else result.push(cut);
  }
  return result;
}

import type { Span, TextEdit } from '../types';
import { hasNewDefects } from './defects';
import { applyEdits, linesAround } from './spans';
import type { Count, Proposal } from './types';
import { compareItems } from './verify';

const reach = 160;

/** The part of a text around an edit that its tokens can depend on, cut at blanks so that no token straddles its edges. */
function context(text: string, edit: Span): Span {
  const line = linesAround(text, edit);
  const start = edit.start - line.start > reach ? text.lastIndexOf(' ', edit.start - reach) : line.start;
  const end = line.end - edit.end > reach ? text.indexOf(' ', edit.end + reach) : line.end;
  return { start: Math.max(start, line.start), end: end < 0 ? line.end : Math.min(end, line.end) };
}

/** Tokens that an edit saves where it stands, not counted on the phrase alone. */
export function savedTokens(text: string, edit: TextEdit, count: Count): number {
  const { start, end } = context(text, edit);
  // A line break binds to its neighbours in a token, so one character more on each side.
  const [from, to] = [Math.max(0, start - 1), Math.min(text.length, end + 1)];
  return count(text.slice(from, to)) - count(text.slice(from, edit.start) + edit.text + text.slice(edit.end, to));
}

/** Is the edit worth a token, and does it leave its lines sound? */
export function passes(text: string, edit: Proposal, count: Count): boolean {
  const lines = linesAround(text, edit);
  const before = text.slice(lines.start, lines.end);
  const after = applyEdits(before, [{ start: edit.start - lines.start, end: edit.end - lines.start, text: edit.text }]);
  if (savedTokens(text, edit, count) < 1 || hasNewDefects(before, after)) return false;
  return edit.rule === 'json' || compareItems(before, after).length === 0;
}

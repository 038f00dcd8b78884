import type { Span, TextEdit } from '../types';
import { hasNewDefects } from './defects';
import type { Count } from './types';
import { compareItems } from './verify';

/** Farthest that an edit is judged from, in UTF-16 units. */
const reach = 120;

/** The part of a text around an edit that its tokens can depend on: two words on each side, so that no token straddles the edges. */
function window(text: string, { start, end }: Span): Span {
  let from = start;
  for (let words = 0; words < 2 && from > 0 && start - from < reach; words++) {
    from = text.lastIndexOf(' ', from - 1);
    while (from > 0 && text[from - 1] === ' ') from--;
  }
  let to = end;
  for (let words = 0; words < 2 && to >= 0 && to < text.length && to - end < reach; words++) to = text.indexOf(' ', to + 1);
  return { start: Math.max(0, from), end: to < 0 ? text.length : to };
}

/** Tokens that an edit saves where it stands, not counted on the phrase alone. */
export function savedTokens(text: string, edit: TextEdit, count: Count): number {
  const around = text.slice(Math.max(0, edit.start - reach), Math.min(text.length, edit.end + reach));
  const shift = Math.max(0, edit.start - reach);
  const { start, end } = window(around, { start: edit.start - shift, end: edit.end - shift });
  const before = around.slice(start, end);
  const after = around.slice(start, edit.start - shift) + edit.text + around.slice(edit.end - shift, end);
  return count(before) - count(after);
}

/** Is an edit of wording worth a token, and does it leave its neighbourhood sound? */
export function passes(text: string, edit: TextEdit, count: Count): boolean {
  if (savedTokens(text, edit, count) < 1) return false;
  const [from, to] = [Math.max(0, edit.start - reach), Math.min(text.length, edit.end + reach)];
  const before = text.slice(from, to);
  const after = text.slice(from, edit.start) + edit.text + text.slice(edit.end, to);
  return !hasNewDefects(before, after) && compareItems(text.slice(edit.start, edit.end), edit.text).length === 0;
}

import type { Span } from '../../types';
import type { Line } from '../protect/code';
import { intersects } from '../spans';
import type { Proposal } from '../types';

const row = /^\|.*\|[ \t]*$/;
const delimiters = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;

/** Padding of Markdown tables, and long lines of dashes in them. Cells, their order and alignment stay. */
export function proposeTables(text: string, lines: readonly Line[], given: readonly Span[]): Proposal[] {
  const found: Proposal[] = [];
  for (let at = 0; at + 1 < lines.length; at++) {
    if (!row.test(lines[at]!.text) || !delimiters.test(lines[at + 1]!.text)) continue;
    let last = at + 1;
    while (last + 1 < lines.length && row.test(lines[last + 1]!.text)) last++;
    const span = { start: lines[at]!.start, end: lines[last]!.end };
    const replacement = lines
      .slice(at, last + 1)
      .map(compact)
      .join('\n');
    if (!intersects(given, span) && replacement !== text.slice(span.start, span.end))
      found.push({ ...span, text: replacement, rule: 'table-padding', reason: 'A table is read as well without padding.' });
    at = last;
  }
  return found;
}

function compact({ text }: Line): string {
  if (delimiters.test(text)) return text.replace(/[ \t]+/g, '').replace(/-+/g, '---');
  // A backslash or a backtick may hide a bar, which is no end of a cell.
  return /[\\`]/.test(text)
    ? text
    : text
        .trimEnd()
        .replace(/[ \t]*\|[ \t]*/g, ' | ')
        .trim();
}

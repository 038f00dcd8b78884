import type { Span } from '../../types';
import { linesAround, matchSpans } from '../spans';
import type { Proposal } from '../types';

const reason = 'Blanks that a reader doesn’t see cost tokens.';
const aligned = /\S(?: {4,}|\t)\S/;

/** Blanks at the ends of lines, doubled ones between words, and characters that nobody sees. Indentation is never touched. */
export function proposeBlanks(text: string): Proposal[] {
  return [
    ...remove(text, /(?<=\S)[ \t]+(?=\r?\n)|(?<=\n)[ \t]+(?=\r?\n)/g, 'trailing-blanks').filter((edit) => !breaksLine(text, edit)),
    ...remove(text, /(?<=\n[ \t]*\r?\n[ \t]*\r?\n)(?:[ \t]*\r?\n)+/g, 'blank-lines'),
    ...remove(text, /(?<=[\p{L}.,;:!?)] ) {1,2}(?=[\p{L}(])/gu, 'double-blanks').filter((edit) => !inColumns(text, edit)),
    ...remove(text, /[\u200b\u2060\ufeff\u00ad]/g, 'invisible'),
    ...matchSpans(text, /(?<=\S)\u00a0(?=\S)/g).map((span) => ({ ...span, text: ' ', rule: 'invisible', reason })),
    ...remove(text, /[\u3000\u00a0]+(?=\r?\n|$(?![\s\S]))/g, 'trailing-blanks'),
  ];
}

function remove(text: string, pattern: RegExp, rule: string): Proposal[] {
  return matchSpans(text, pattern).map((span) => ({ ...span, text: '', rule, reason }));
}

/** Two blanks at the end of a line are Markdown's line break, where the next line goes on with the paragraph. */
function breaksLine(text: string, { start, end }: Span): boolean {
  if (!/^ {2,}$/.test(text.slice(start, end))) return false;
  const line = linesAround(text, { start, end: start });
  const next = /^\r?\n([^\n]*)/.exec(text.slice(end, end + 400))?.[1] ?? '';
  const isHeading = /^[ \t]*#{1,6}[ \t]/.test(text.slice(line.start, line.end));
  return !isHeading && next.trim() !== '' && !/^[ \t]*(?:[-*+•][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|`{3}|~{3}|-{3,}[ \t]*$|\|)/.test(next);
}

/** Are there columns in the line or in its neighbours? */
function inColumns(text: string, span: Span): boolean {
  const line = linesAround(text, span);
  if (line.end - line.start > 2000) return false;
  if (aligned.test(text.slice(line.start, line.end))) return true;
  if (!/\p{L}/u.test(text[span.start - 2] ?? '')) return false;
  const above = linesAround(text, { start: Math.max(0, line.start - 1), end: Math.max(0, line.start - 1) });
  const below = linesAround(text, { start: Math.min(text.length, line.end + 1), end: Math.min(text.length, line.end + 1) });
  return [above, below].some(({ start, end }) => start !== line.start && /\p{L} {2,}\S/u.test(text.slice(start, Math.min(end, start + 2000))));
}

import type { Span } from '../../types';

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** Balanced `{…}` and `[…]` blocks over several lines, and one-line ones that look like JSON, outermost only. One pass over the text. */
export function brackets(text: string): Span[] {
  const found: Span[] = [];
  for (const pair of pairs(text).sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (pair.start < (found.at(-1)?.end ?? 0)) continue;
    const { start, end } = pair;
    if (endOfLine(text, start) < end || /"[^"\n]*"\s*:|^\[\s*["{[]/.test(text.slice(start, end))) found.push(pair);
  }
  return found;
}

/** Every pair of brackets that close each other; a wrong closer ends all that are open. */
function pairs(text: string): Span[] {
  const found: Span[] = [];
  let open: { at: number; closer: string }[] = [];
  let bareUntil = 0;
  const marks = /["[\]{}]/g;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const mark = match[0];
    const at = match.index;
    if (mark === '"') {
      if (!open.length || at < bareUntil) continue;
      const quote = /"(?:[^"\\\n]|\\.)*"/y;
      quote.lastIndex = at;
      // Where a line's string has no end, none that begins later in the line has one.
      if (quote.test(text)) marks.lastIndex = quote.lastIndex;
      else bareUntil = endOfLine(text, at);
    } else if (closers[mark]) open.push({ at, closer: closers[mark] });
    else if (open.at(-1)?.closer === mark) found.push({ start: open.pop()!.at, end: at + 1 });
    else open = [];
  }
  return found;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

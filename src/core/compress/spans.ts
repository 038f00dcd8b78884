import type { Span, TextEdit } from '../types';

/** The same ranges ordered, with overlapping and touching ones joined. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else if (span.end > span.start) merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

/** Is the place between or beside characters of one of the ordered, separate ranges; touching doesn't count. */
export function intersects(spans: readonly Span[], span: Span): boolean {
  const found = spans[firstEndingAfter(spans, span.start)];
  return found !== undefined && found.start < Math.max(span.end, span.start + 1);
}

/** Does one of the ordered, separate ranges hold all of the given one? */
export function isCovered(spans: readonly Span[], { start, end }: Span): boolean {
  const found = spans[firstEndingAfter(spans, start)];
  return found !== undefined && found.start <= start && end <= found.end;
}

/** Index of the first of the ordered, separate ranges that ends behind the offset. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Applies ordered, non-overlapping edits. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The whole lines that a range touches, without the last line break. */
export function linesAround(text: string, span: Span): Span {
  const end = text.indexOf('\n', span.end);
  const start = span.start === 0 ? 0 : text.lastIndexOf('\n', span.start - 1) + 1;
  return { start, end: end < 0 ? text.length : end };
}

/** Ranges of all matches. */
export function matchSpans(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** 1-based line of an offset. */
export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

import type { Span, TextEdit, TextSegment } from '../types';

/** Characters that a string literal of some language reads as more than themselves. */
const needsEscaping = /["'`\\{}$#%\r\n]/;

/**
 * Where a decoded offset of a segment stands in the source; null inside an escape. At an offset where source without decoded text stands
 * (a continued line), `side` tells which end of it is meant.
 */
export function toSourceOffset(segment: TextSegment, offset: number, side: 'start' | 'end'): number | null {
  if (!segment.span) return null;
  let shift = 0;
  for (const { at, length, sourceLength } of segment.escapes) {
    if (at > offset || (at === offset && (length > 0 || side === 'end'))) break;
    if (at + length > offset) return null;
    shift += sourceLength - length;
  }
  return segment.span.start + offset + shift;
}

/**
 * The edit of a segment's decoded text as an edit of the source; null where it covers part of an escape or puts something in that the
 * literal would read otherwise.
 */
export function toSourceEdit(segment: TextSegment, edit: TextEdit): TextEdit | null {
  const start = toSourceOffset(segment, edit.start, 'start');
  const end = toSourceOffset(segment, edit.end, 'end');
  if (start === null || end === null || end < start) return null;
  if (needsEscaping.test(edit.text) && !(isPlain(segment, edit) && isDeletion(segment.text.slice(edit.start, edit.end), edit.text))) return null;
  return { start, end, text: edit.text };
}

/** Does the range stand in the source exactly as decoded? */
function isPlain({ escapes }: TextSegment, { start, end }: Span): boolean {
  return escapes.every(({ at, length }) => at >= end || at + length <= start);
}

/** Does the shorter text come from the longer one by leaving characters out? What stood unescaped in the source can stay so. */
function isDeletion(longer: string, shorter: string): boolean {
  let at = 0;
  for (const mark of shorter) {
    at = longer.indexOf(mark, at) + mark.length;
    if (at < mark.length) return false;
  }
  return true;
}

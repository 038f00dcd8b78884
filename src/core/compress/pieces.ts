import type { Span } from '../types';
import { applyEdits } from './spans';
import type { Proposal } from './types';

/**
 * Puts two rounds of edits together: `first` made `current` of the original, `second` is in offsets of `current`. The result is in offsets
 * of the original. Edits that touch become one, so that each stays valid alone. Both lists are ordered and apart; one pass over both.
 */
export function composeEdits(first: readonly Proposal[], current: string, second: readonly Proposal[]): Proposal[] {
  if (!first.length || !second.length) return [...(first.length ? first : second)];
  const result: Proposal[] = [];
  let shift = 0;
  let f = 0;
  let s = 0;
  while (f < first.length || s < second.length) {
    const group = { start: Number.POSITIVE_INFINITY, end: -1, growth: 0, edits: [] as Proposal[], earlier: [] as Proposal[] };
    for (;;) {
      const edit = first[f];
      const at = edit ? edit.start + shift + group.growth : 0;
      if (edit && touches(group, at, at + edit.text.length, second[s]?.start)) {
        group.start = Math.min(group.start, at);
        group.end = Math.max(group.end, at + edit.text.length);
        group.growth += edit.text.length - (edit.end - edit.start);
        group.earlier.push(edit);
        f++;
        continue;
      }
      const next = second[s];
      if (next && touches(group, next.start, next.end, edit ? at : undefined)) {
        group.start = Math.min(group.start, next.start);
        group.end = Math.max(group.end, next.end);
        group.edits.push(next);
        s++;
        continue;
      }
      break;
    }
    result.push(joined(group, shift, current));
    shift += group.growth;
  }
  return result;
}

/** Does a range belong to the open group? An empty group takes whichever comes first. */
function touches(group: Span & { edits: unknown[]; earlier: unknown[] }, start: number, end: number, other: number | undefined): boolean {
  if (group.end < 0) return other === undefined || start <= other;
  return start <= group.end && end >= group.start;
}

function joined(group: Span & { growth: number; edits: Proposal[]; earlier: Proposal[] }, shift: number, current: string): Proposal {
  const { start, end, growth, edits, earlier } = group;
  const named = edits[0] && (!earlier[0] || earlier[0].rule === 'indentation') ? edits[0] : earlier[0]!;
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { ...named, start: start - shift, end: end - shift - growth, text: applyEdits(current.slice(start, end), moved) };
}

/** Ordered ranges of a text where they stand after ordered edits that touch none of them. */
export function moveSpans<T extends Span>(spans: readonly T[], edits: readonly Proposal[]): T[] {
  let shift = 0;
  let next = 0;
  return spans.map((span) => {
    for (let edit = edits[next]; edit && edit.end <= span.start; edit = edits[++next]) shift += edit.text.length - (edit.end - edit.start);
    return { ...span, start: span.start + shift, end: span.end + shift };
  });
}

import type { Span } from '../../types';
import { type Block, readMarkdown } from '../markdown/blocks';
import { shapeOf } from '../markdown/marks';
import { applyEdits, intersects, matchSpans } from '../spans';
import type { Proposal } from '../types';

const reason = 'One blank behind a list mark is enough.';

/** Blanks behind list marks beyond the first, of all items of a list, where Markdown reads the same list then. */
export function proposeListMarks(text: string, blocks: readonly Block[], shields: readonly Span[]): Proposal[] {
  return blocks.flatMap(({ start, end, isList }) => {
    const block = text.slice(start, end);
    const spans = isList ? matchSpans(block, /(?<=^[ \t]*(?:[-*+]|\d{1,9}[.)]) ) {1,3}(?=\S)/gm) : [];
    if (!spans.length || spans.some((span) => intersects(shields, { start: span.start + start, end: span.end + start }))) return [];
    const cuts = spans.map((span) => ({ ...span, text: '' }));
    if (shapeOf(readMarkdown(block)) !== shapeOf(readMarkdown(applyEdits(block, cuts)))) return [];
    const group = `marks-${start}`;
    return cuts.map((cut) => ({ start: cut.start + start, end: cut.end + start, text: '', rule: 'list-marks', reason, group }));
  });
}

import type { PromptCompression } from '../rules/rule';
import type { Segment, Span, TextEdit } from '../types';
import { compressText } from './compress';
import { toSourceEdit, toSourceOffset } from './sourceMap';
import type { Count, Level } from './types';

/** Stands for a placeholder: one character that no prompt holds. */
const mark = '\ufffc';

interface Piece extends Span {
  segment: Segment;
}

/**
 * Shortens a prompt where it stands in a source file. Placeholders are opaque; edits and duplicates come in source offsets, and only those
 * that the literals allow. Counts are of the static text alone.
 */
export function compressSegments(segments: readonly Segment[], level: Level, count: Count): PromptCompression {
  const pieces: Piece[] = [];
  let text = '';
  for (const segment of segments) {
    const start = text.length;
    text += segment.kind === 'text' ? segment.text.replaceAll(mark, ' ') : mark;
    pieces.push({ segment, start, end: text.length });
  }
  const compression = compressText(text, level, (part) => part.split(mark).reduce((sum, statics) => sum + count(statics), 0), {
    inCode: true,
    placeholders: pieces.filter(({ segment }) => segment.kind === 'placeholder'),
    canEdit: (span, replacement) => place(pieces, { start: span.start, end: span.end, text: replacement }) !== null,
  });
  return {
    tokensBefore: compression.tokensBefore,
    tokensAfter: compression.tokensAfter,
    edits: compression.edits.map((edit) => ({ ...edit, ...place(pieces, edit)! })),
    duplicates: compression.duplicates.flatMap(({ span, first, text: sentence }) => {
      const [here, there] = [locate(pieces, span), locate(pieces, first)];
      return here && there ? [{ span: here, first: there, text: sentence.replaceAll(mark, '…') }] : [];
    }),
  };
}

/** The edit in source offsets; null where it crosses segments or can't be written there. */
function place(pieces: readonly Piece[], edit: TextEdit): TextEdit | null {
  const piece = pieces.find(({ start, end }) => start <= edit.start && edit.end <= end);
  if (piece?.segment.kind !== 'text') return null;
  return toSourceEdit(piece.segment, { start: edit.start - piece.start, end: edit.end - piece.start, text: edit.text });
}

/** Source range of a sentence, which may run over segments; null where an end can't be mapped. */
function locate(pieces: readonly Piece[], span: Span): Span | null {
  const head = pieces.find(({ end }) => span.start < end);
  const tail = pieces.findLast(({ start }) => start < span.end);
  const start = head && edge(head, span.start, 'start');
  const end = tail && edge(tail, span.end, 'end');
  return start === null || end === null || start === undefined || end === undefined || end <= start ? null : { start, end };
}

function edge({ segment, start }: Piece, offset: number, side: 'start' | 'end'): number | null {
  if (segment.kind === 'placeholder') return segment.span?.[side] ?? null;
  return toSourceOffset(segment, offset - start, side);
}

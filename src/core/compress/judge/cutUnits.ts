import type { Span } from '../../types';

/** A piece of a prompt that says one thing. */
export interface Piece extends Span {
  kind: 'code' | 'heading' | 'item' | 'sentence';
  /** Where its words begin, behind list marks and `#`. */
  bodyStart: number;
  /** Numbered, so that its place counts. */
  numbered: boolean;
  /** Depth of a list item: columns of white space before its mark. */
  depth: number;
}

const listMark = /^[ \t>]*(?:[-*+•–]|(\(?(?:\d{1,3}|[a-zA-Z])[.)]))[ \t]+(?:\[[ xX]\][ \t]+)?/;
/** `Step 1:`, in a list or in a line. */
const stepMark = /^(?:step|paso|schritt|étape|passo) \d{1,3}[:.)-]\s*/i;
const headingMark = /^[ \t]*#{1,6}[ \t]+/;
const boldLine = /^[ \t]*(\*\*|__)[^*_\n]{1,80}\1:?[ \t]*$/;
const fence = /^[ \t]*(`{3,}|~{3,})/;
const sentenceEnd = /[.!?…]+["'”’»“)\]*_]*(?=\s|$)/g;
const abbreviation =
  /(?:^|[\s(])(?:e\.?g|i\.?e|etc|vs|cf|approx|no|mr|mrs|ms|dr|prof|p\.?\s?ej|sr|sra|z\.\s?b|d\.\s?h|bzw|ca|usw|u\.\s?a|p\.?\s?ex|\p{L})\.$/iu;

/** Cuts a prompt into headings, list items and sentences; lines that wrap stay together. Ordered, apart. */
export function cutUnits(text: string): Piece[] {
  const pieces: Piece[] = [];
  let open: Piece | null = null;
  let fenced: { mark: string; piece: Piece } | null = null;
  const close = () => {
    if (open) pieces.push(...sentencesOf(text, open));
    open = null;
  };
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const mark = fence.exec(line)?.[1];
    if (fenced) {
      fenced.piece.end = end;
      if (mark?.startsWith(fenced.mark)) fenced = null;
    } else if (mark) {
      close();
      const piece: Piece = { kind: 'code', start, end, bodyStart: start, numbered: false, depth: 0 };
      pieces.push(piece);
      fenced = { mark, piece };
    } else if (!line.trim()) close();
    else {
      const item = listMark.exec(line);
      const heading = headingMark.exec(line)?.[0] ?? (boldLine.test(line) ? '' : undefined);
      if (item || heading !== undefined) close();
      if (open) open.end = end;
      else {
        const bodyStart = start + (item?.[0].length ?? heading?.length ?? 0);
        const kind = item ? 'item' : heading !== undefined ? 'heading' : 'sentence';
        open = { kind, start, end, bodyStart, numbered: item?.[1] !== undefined, depth: line.length - line.trimStart().length };
      }
      if (heading !== undefined || /:[*_]*\s*$/.test(line)) close();
    }
    start = end + 1;
  }
  close();
  return pieces;
}

/** The sentences of a block; those behind an item's first belong to the item, too, and say so by their depth. */
function sentencesOf(text: string, block: Piece): Piece[] {
  const body = text.slice(block.bodyStart, block.end);
  const pieces: Piece[] = [];
  let from = 0;
  const add = (to: number) => {
    const blank = /^\s*/.exec(body.slice(from, to))![0].length;
    const trimmed = body.slice(from + blank, to).trimEnd();
    if (trimmed) {
      const bodyStart = block.bodyStart + from + blank;
      const first = pieces.length === 0;
      const step = stepMark.exec(trimmed)?.[0].length ?? 0;
      const place = { start: first ? block.start : bodyStart, bodyStart: bodyStart + step, end: bodyStart + trimmed.length };
      pieces.push({ ...block, ...place, numbered: step > 0 || (block.numbered && first) });
    }
    from = to;
  };
  for (const match of body.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    if (match[0] !== '.' || !abbreviation.test(body.slice(Math.max(0, end - 12), end))) add(end);
  }
  add(body.length);
  return pieces;
}

import type { Span } from '../types';

/** A text cut into sentences, for judging what belongs together. */
export interface Segmentation {
  /** From one full stop, blank line or list mark to the next: lines that wrap stay together. Ordered, apart. */
  sentences: Span[];
  /** Offsets at which a sentence, list item or labelled line begins to speak. */
  starts: ReadonlySet<number>;
  /** The label before a start: `Note` for the place behind `Note: `. */
  labels: ReadonlyMap<number, string>;
}

const abbreviation =
  /(?:\b(?:e\.?g|i\.?e|etc|vs|cf|approx|no|fig|st|mr|mrs|ms|dr|prof|inc|ltd|p\.?ej|ej|sr|sra|a\.?m|p\.?m|z\. ?b|bzw|usw|ggf|evtl|inkl|ca|p\.? ?ex|env)|\b[A-Z])\.$/i;
const sentenceEnd = /[.!?…]+["'”’»)\]*_]*(?=\s|$)|[。！？]+[」』”）]*/g;
/** List marks, headings, quote bars and bold marks before the first word. */
const lead = /^[ \t]*(?:(?:[-*+•–>]|#{1,6}|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]|\[[ x]\])[ \t]+)*(?:\*{1,2}|_{1,2})?/;
/** `Note:` or `**Tone:**` before the sentence of a line. */
const label = /^(?:[\p{Lu}][\p{L}\d'’/&-]*(?: [\p{L}\d'’/&-]+){0,3}(?:\*{1,2})? ?:(?:\*{1,2})?|\d{1,3}:)[ \t]+/u;
/** What introduces words that are said is no label. */
const saying = /\b(?:to|says?|said|saying|with|repl(?:y|ies)|writes?|asks?)\** ?:/;

/** Splits a text into sentences. Line breaks end one only at blank lines, list marks, headings and labels. */
export function segment(text: string): Segmentation {
  const sentences: Span[] = [];
  const starts = new Set<number>();
  const labels = new Map<number, string>();
  let open: Span | null = null;
  const close = (end: number) => {
    if (open && end > open.start) sentences.push({ start: open.start, end });
    open = null;
  };
  let offset = 0;
  for (const line of text.split('\n')) {
    const end = offset + line.length;
    const marks = lead.exec(line)![0];
    const body = line.slice(marks.length, marks.length + 200);
    const named = labelOf(body);
    if (!line.trim() || named || /[^\s*_]/.test(marks)) close(offset > 0 ? offset - 1 : 0);
    if (line.trim()) {
      const first = offset + marks.length;
      if (!open || /^\p{Lu}/u.test(body)) starts.add(first);
      if (named) {
        starts.add(first + named.length);
        labels.set(first + named.length, named.trim());
      }
      open ??= { start: first, end };
      for (const match of line.matchAll(sentenceEnd)) {
        const stop = offset + match.index + match[0].length;
        if (stop <= first || abbreviation.test(line.slice(Math.max(0, match.index - 12), match.index + 1))) continue;
        close(stop);
        const rest = /^[ \t]*(?:\*{1,2}(?=\S))?/.exec(line.slice(stop - offset, stop - offset + 40))![0].length;
        if (stop + rest < end) {
          starts.add(stop + rest);
          open = { start: stop + rest, end };
        }
      }
      if (/^\s*#{1,6}\s/.test(line)) close(end);
    }
    offset = end + 1;
  }
  close(text.length);
  return { sentences, starts, labels };
}

function labelOf(body: string): string {
  const found = label.exec(body)?.[0] ?? '';
  return saying.test(found) ? '' : found;
}

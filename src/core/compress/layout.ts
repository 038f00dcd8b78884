import { courtesy } from './phrases/phrase';
import { linesAround, matchSpans } from './spans';
import type { Level, Proposal } from './types';

const blanks = 'Blanks that a reader doesn’t see cost tokens.';
const aligned = /\S(?: {4,}|\t)\S/;

/** Blanks, repeated words and, from balanced on, markdown that only decorates. Indentation is never touched. */
export function proposeLayout(text: string, level: Level): Proposal[] {
  const proposals: Proposal[] = [
    ...remove(text, /(?<=\S)[ \t]+(?=\r?\n)|(?<=\n)[ \t]+(?=\r?\n)/g, 'trailing-blanks', blanks),
    ...remove(text, /(?<=\n[ \t]*\r?\n[ \t]*\r?\n)(?:[ \t]*\r?\n)+/g, 'blank-lines', blanks),
    ...remove(text, /(?<=[\p{L}.,;:!?)] ) {1,2}(?=[\p{L}(])/gu, 'double-blanks', blanks).filter((edit) => !inColumns(text, edit)),
    ...remove(text, /\b(the|an?|of|to|and|or|for|with|at|by|from) (?=\1 \p{Ll})/gu, 'repeated-word', 'The word stands there twice.'),
  ];
  if (level !== 'safe' && !/\bbold|\bmarkdown\b|\bnegrita/i.test(text))
    proposals.push(...boldLabels(text), ...emphasis(text), ...rulesBeforeHeadings(text));
  return proposals.concat(closingThanks(text));
}

function remove(text: string, pattern: RegExp, rule: string, reason: string): Proposal[] {
  return matchSpans(text, pattern).map((span) => ({ ...span, text: '', rule, reason }));
}

/** Are there columns in the line or in its neighbours? */
function inColumns(text: string, span: Proposal): boolean {
  const line = linesAround(text, span);
  if (aligned.test(text.slice(line.start, line.end))) return true;
  if (!/\p{L}/u.test(text[span.start - 2] ?? '')) return false;
  const above = linesAround(text, { start: Math.max(0, line.start - 1), end: Math.max(0, line.start - 1) });
  const below = linesAround(text, { start: Math.min(text.length, line.end + 1), end: Math.min(text.length, line.end + 1) });
  return [above, below].some(({ start, end }) => start !== line.start && /\p{L} {2,}\S/u.test(text.slice(start, end)));
}

/** `**Tone:** friendly` at the start of a line or item, and headings that are bold as well. */
function boldLabels(text: string): Proposal[] {
  const label = /^([ \t]*(?:(?:[-*+•]|\d{1,2}[.)])[ \t]+)?|#{1,6}[ \t]+)\*\*([^*\n`:]{1,60}?)(:?)\*\*(:?)(?=\s|$)/gm;
  return Array.from(text.matchAll(label)).flatMap((match) => {
    const [whole, lead, words, inner, outer] = match as unknown as [string, string, string, string, string];
    const dash = /^ [-–—] /.test(text.slice(match.index + whole.length));
    if (!lead.startsWith('#') && inner + outer !== ':' && !(dash && lead.trim())) return [];
    const start = match.index + lead.length;
    const reason = 'The colon or the heading mark sets the label off already.';
    return [{ start, end: match.index + whole.length, text: words + inner + outer, rule: 'markdown-bold', reason }];
  });
}

/** Words whose weight is part of a rule: `**must**`, `**ALL**`. */
const weighty =
  /\b[A-Z]{2,}\b|\b(?:must|should|shall|may|can|all|any|each|every|both|always|exact\w*|required|mandatory|important|critical|no|not|solo|todos?|todas?|debe\w*)\b/;

/** Bold words inside a sentence. */
function emphasis(text: string): Proposal[] {
  return Array.from(text.matchAll(/(?<=\p{L}[\p{L},;)]* )\*\*(\p{L}[^*\n`]{0,60}?[\p{L})])\*\*(?=[\s.,;:)?!])/gu)).flatMap((match) => {
    const words = match[1]!;
    if (weighty.test(words)) return [];
    const reason = 'The sentence says the same without the emphasis.';
    return [{ start: match.index, end: match.index + match[0].length, text: words, rule: 'markdown-emphasis', reason }];
  });
}

/** Thanks behind the last sentence, where no letter is written. */
function closingThanks(text: string): Proposal[] {
  if (/\b(?:dear|regards|sincerely|letters?|e-?mails?|estimad[oa]|saludos|cartas?|correos?)\b/i.test(text)) return [];
  const closing =
    /(?<=[.!?])\s+(?:(?:many )?thanks(?: a lot)?|thank you(?: (?:very|so) much)?|(?:muchas )?gracias)(?: in advance| de antemano)?[.!]*(?=\s*$(?![\s\S]))/gi;
  return remove(text, closing, 'thanks', courtesy);
}

/** A drawn line right before a heading, blank lines around it. */
function rulesBeforeHeadings(text: string): Proposal[] {
  return remove(
    text,
    /(?<=\S\r?\n\r?\n)(?:-{3,}|\*{3,}|_{3,}|={3,})\r?\n\r?\n(?=#{1,6} )/g,
    'markdown-rule',
    'The heading sets the part off already.',
  );
}

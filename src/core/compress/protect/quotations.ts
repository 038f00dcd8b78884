import type { Span } from '../../types';
import { matchSpans } from '../spans';
import type { Line } from './code';
import { handedTexts } from './handed';
import { namesText } from './labels';

/** What is to be said word for word: `then return: Sorry. Please try again.` */
const said =
  /\b(?:[Ss]ay|says|saying|[Tt]ell|[Rr]eturn|returns|[Rr]espond|responds|[Rr]eply|replies|[Aa]nswer|answers|[Pp]rint|[Ss]tate|[Aa]sk|[Gg]reet|[Ww]rite|[Dd]isplay|[Ss]how|[Ss]end|[Oo]utput|[Aa]ntworte|[Ss]age|[Ss]chreibe|[Rr]esponde|[Dd]i|[Rr]éponds|[Rr]épondez|[Dd]is|[Dd]iga)(?: (?:with|by|saying|back|exactly|only|just|politely|this|like|the|following|message|phrase|sentence|text|words|user|users|customer|customers|them|him|her|mit|con|com|avec|par|lo|siguiente|seguinte|folgendem|folgendes)){0,5}:[ \t]+\S.*$/gm;
const labelLine =
  /^[ \t]*(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+|#{1,6}[ \t]+)?(?:\*{1,2}|_{1,2})?([\p{Lu}][\p{L}\d'’/&-]*(?: [\p{L}\d'’/&()-]+){0,3}) ?(?:\*{1,2}|_{1,2})?:(?:\*{1,2}|_{1,2})?(.*)$/u;
const salutation =
  /^[ \t]*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|sehr geehrte[rs]?|hola|estimad[oa]s?|bonjour|chère?s?|olá|prezad[oa]s?)\b[^.!?:\n]{0,40}[,!](?:\s|$)/i;
const past =
  /\b(?:was|were|had|did|said|went|came|saw|found|made|took|began|felt|knew|led|rose|(?<!\b(?:is|are|be|been|being|get|gets|as|the|an?|all|any|each|your|not) )\w{3,}ed)\b/gi;

/** What an assistant says of itself as it greets: readiness, its offer to help. */
const greeting =
  /\b(?:I am|I['’]m) (?:ready|here to|happy to|glad to|your)\b|\bhow (?:can|may) I (?:help|assist|be of)|\b(?:estoy (?:list[oa]|aquí)|soy tu|en qué (?:te )?puedo|estou (?:pront[oa]|aqui)|sou (?:o )?seu|como posso|ich bin (?:bereit|hier|ihre?|deine?)\b|wie kann ich|je suis (?:prête?|là|votre|ton)\b|comment puis-je)/i;

/** Quoted and told text: block quotes, what is to be said, labelled texts, texts to work on, letters, stories, words in italics. */
export function quotations(text: string, lines: readonly Line[]): Span[] {
  return [
    ...lines.filter((line) => /^[ \t]*>/.test(line.text)),
    ...matchSpans(text, said),
    ...matchSpans(text, /(?<![*\w])\*(?=\S)[^*\n]{3,200}(?<=\S)\*(?![*\w])/g),
    ...labelledTexts(lines),
    ...handedTexts(lines),
    ...paragraphs(lines).filter((span) => isTold(text.slice(span.start, span.end))),
  ];
}

/** What stands behind a label of a text, or below it up to a blank line. */
function labelledTexts(lines: readonly Line[]): Span[] {
  const found: Span[] = [];
  let inside: 'text' | 'wrapped' | null = null;
  for (const line of lines) {
    const match = line.text.length < 2000 ? labelLine.exec(line.text) : null;
    if (!line.text.trim() || (inside === 'wrapped' && /^[ \t]*(?:[-*+•#]|\d{1,3}[.)])[ \t]/.test(line.text))) inside = null;
    else if (match) {
      const hasText = match[2]!.trim() !== '';
      inside = namesText(match[1]!) ? (hasText ? 'wrapped' : 'text') : null;
      if (inside && hasText) found.push({ start: line.start + line.text.length - match[2]!.length, end: line.end });
    } else if (inside) found.push(line);
  }
  return found;
}

function paragraphs(lines: readonly Line[]): Span[] {
  const found: Span[] = [];
  let open: Span | null = null;
  for (const { text, start, end } of lines) {
    if (!text.trim()) open = null;
    else if (open) open.end = end;
    else {
      open = { start, end };
      found.push(open);
    }
  }
  return found;
}

/** Does a paragraph tell what happened, or greet someone: text given to the model, not instructions to it? */
function isTold(paragraph: string): boolean {
  if (salutation.test(paragraph) || greeting.test(paragraph)) return true;
  const sentences = paragraph.match(/[.!?]["'”’)]*(?=\s|$)/g)?.length ?? 0;
  return sentences >= 3 && !/\b(?:you|your|please|must|should)\b/i.test(paragraph) && (paragraph.match(past)?.length ?? 0) >= sentences;
}

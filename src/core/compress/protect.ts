import type { Span } from '../types';
import { brackets } from './brackets';
import { matchSpans, mergeSpans } from './spans';

/** Placeholders of templates, format strings and hand-written marks. */
export const placeholderPattern =
  /\{\{[^{}]*\}\}|\{%[^%]*%\}|\{#[^#]*#\}|[$#]\{[^{}\n]*\}|\{[\w.$[\]"' :|!-]{0,60}\}|%\(\w+\)[sdifr]|%[sdifrxv]\b|\$[A-Z_a-z]\w*|⟦[^⟧\n]*⟧|\[\[[^\]\n]*\]\]|\[[A-Z][A-Z0-9_ ]+\]|<[^<>\n]{1,80}>/g;

/** Web addresses and e-mail addresses. */
export const urlPattern = /\b(?:https?|ftp|file|wss?):\/\/[^\s<>"'`)\]]+|\b[\w.+-]+@[\w-]+\.[\w.-]+\b/g;

/** Literals in quotes and backticks. */
export const quotePattern =
  /`[^`\n]+`|"[^"\n]{0,400}"|“[^”\n]{0,400}”|«[^»\n]{0,400}»|(?<![\p{L}\d])'[^'\n]{1,200}'(?![\p{L}\d])|(?<![\p{L}\d])‘[^’\n]{1,200}’(?![\p{L}\d])/gu;

/** Numbers with the unit behind them. */
export const numberPattern = /[$€£]?\d+(?:[.,:/]\d+)*(?:\s?(?:%|°\w?|[a-zA-Zñáéíóú]+))?/g;

const always = [
  placeholderPattern,
  urlPattern,
  quotePattern,
  numberPattern,
  /\ufffc/g,
  // Front matter and comments.
  /^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/g,
  /<!--[\s\S]*?-->/g,
  // Fenced code, to the end where the fence stays open.
  /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[ \t]*$|$(?![\s\S]))/gm,
  // Text in three quotes.
  /"""[\s\S]*?"""|'''[\s\S]*?'''/g,
  // What is to be said word for word: `then return: Sorry. Please try again.`
  /\b(?:[Ss]ay|says|saying|[Rr]eturn|returns|[Rr]espond|responds|[Rr]eply|replies|[Pp]rint|[Ss]tate|[Aa]sk)(?: (?:with|back|exactly|this|the (?:following|message|phrase|sentence|text|words)))*:[ \t]+\S.*$/gm,
  // Elements that hold examples or data.
  /<((?:\w+[_-])?(?:examples?|samples?|inputs?|outputs?|documents?|context|data|code|conversation|transcript|article|text|template)(?:[_-]\w+)?)\b[^<>]*>[\s\S]*?<\/\1>/gi,
  // Table rows.
  /^[ \t]*\|.*\|[ \t]*$/gm,
  // Names with inner marks: snake_case, dotted.paths, std::names, camelCase, paths.
  /[\w$]+(?:(?:::|->|[._/\\])[\w$]+)+/g,
  /\b[a-z]+(?:[A-Z][a-z0-9]*)+\b/g,
  // Lines that read like code or data rather than like sentences.
  /^(?=.*[=(){}<>]).*;\s*$|^.*\{\s*$|^(?!.*\{[\w.$[\]"' :|!-]{0,60}\}\s*$).*\}\s*$|^.*(?:=>|::|->|[=!<>]=|\(\)|\+=|&&|\|\|).*$/gm,
  /^[ \t]*(?:import|from|def|class|function|const|let|var|return|elif|else:|async|await|public|private|SELECT|INSERT|#include|@\w+|\/\/)\b.*$/gm,
  /^[ \t]*[\w-]+[ \t]*=[ \t]*\S.*$/gm,
];

/** Everything in a text that no edit may touch, ordered and apart. Holes are ranges that are placeholders already. */
export function protect(text: string, holes: readonly Span[]): Span[] {
  return mergeSpans([
    ...holes,
    ...always.flatMap((pattern) => matchSpans(text, pattern)),
    ...brackets(text),
    ...exampleRegions(text),
    ...speakers(text),
    ...narratives(text),
  ]);
}

const exampleHeading =
  /^[ \t]*(?:#{1,6}[ \t]+|[-*][ \t]+)?(?:\*{1,2})?(?:(?:few[- ]shot|here (?:are|is)|for|see|some|an?|the|below (?:are|is)|following (?:are|is)|sample|good|bad|input|output)\b[^\n:.]{0,40})?\b(?:examples?|samples?|e\.g\.|ejemplos?|demonstrations?|illustrations?)\b[^\n:.]{0,40}(?::.*|\*{1,2}:?|)[ \t]*$/i;
/** An item or a line further in that holds its example itself: `- Example: "…"`. */
const exampleItem = /^(?:[ \t]*[-*+•][ \t]+|[ \t]+)(?:\*{1,2})?(?:for )?(?:examples?|e\.g\.|ejemplos?)(?:\*{1,2})?:(?:\*{1,2})?[ \t]+\S/i;
const turn =
  /^[ \t]*(?:[-*#]+[ \t]+)?(?:\*{1,2})?(?:Q|A|Inputs?|Outputs?|Human|User|Assistant|AI|Bot|Agent|Customer|Question|Answer|Response|Expected|Result|Thought|Action|Observation|Entrada|Salida|Pregunta|Respuesta|Usuario|user input|[A-Z][a-z]+ (?:input|output|question|answer))(?:\*{1,2})?[ \t]*\d{0,2}[ \t]*:/i;
const shape =
  /\b(?:format|template|structure|schema|layout|formato|plantilla|like this|as follows|looks? like|output|respond with|response|return|reply)\b[^\n]{0,60}:\s*(?:\*{1,2})?\s*$/i;
const heading = /^[ \t]*#{1,6}[ \t]|^[ \t]*(?:-{3,}|={3,}|\*{3,})[ \t]*$|^[ \t]*<\/?\w|^\s*\{%/;
const role = /^\s*#?\s*(?:system|user|assistant|developer)\s*:\s*$/i;

/** Few-shot examples, turns of conversations and samples of the wanted form. Errs on the large side. */
export function exampleRegions(text: string): Span[] {
  const regions: Span[] = [];
  let until: 'heading' | 'blank' | 'role' | null = null;
  let opening = 0;
  let offset = 0;
  let depth = 0;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const end = offset + line.length;
    const isRole = role.test(line);
    if (until === 'role' ? isRole : until === 'heading' && index > opening && (isRole || (heading.test(line) && headingDepth(line) <= depth)))
      until = null;
    if (until === 'blank' && !line.trim() && index > opening + 1) until = null;
    if (isRole) until = /assistant/i.test(line) ? 'role' : null;
    else if (until !== 'heading' && until !== 'role') {
      if (exampleItem.test(line)) regions.push({ start: offset, end: itemEnd(lines, index, offset) });
      else if (/^[ \t]*for example:[ \t]*$/i.test(line)) [until, opening] = ['blank', index];
      else if (exampleHeading.test(line)) [until, opening, depth] = ['heading', index, headingDepth(line)];
      else if (shape.test(line)) [until, opening] = ['blank', index];
      else if (turn.test(line) && (until === null || until === 'blank')) [until, opening] = ['blank', Math.max(0, index - 1)];
    }
    // The line that announces a shape is an instruction itself.
    const announces = until === 'blank' && opening === index && shape.test(line);
    if (until && !announces) regions.push({ start: offset, end: Math.min(end + 1, text.length) });
    offset = end + 1;
  }
  return regions;
}

/** Lines of a conversation, or of examples: a name before a colon that comes again. */
function speakers(text: string): Span[] {
  const lines = Array.from(text.matchAll(/^[ \t]*([A-Za-z][\w'-]*(?: [\w'-]+){0,4})[ \t]*:.*$/gm)).filter(
    ([, name]) => !/^(?:Note|Important|Warning|Tip|Rule|Hint)$/.test(name!),
  );
  return lines
    .filter(([, name]) => lines.filter(([, other]) => other === name).length > 1)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const past =
  /\b(?:was|were|had|did|said|went|came|saw|found|made|took|began|felt|knew|led|rose|(?<!\b(?:is|are|be|been|being|get|gets|as|the|an?|all|any|each|your|not) )\w{3,}ed)\b/gi;

/** Paragraphs that tell what happened: text given to the model, not instructions to it. */
function narratives(text: string): Span[] {
  return matchSpans(text, /(?:^[^\n]*\S[^\n]*(?:\n|$(?![\s\S])))+/gm).filter(({ start, end }) => {
    const paragraph = text.slice(start, end);
    const sentences = paragraph.match(/[.!?]["'”’)]*(?=\s|$)/g)?.length ?? 0;
    return sentences >= 3 && !/\b(?:you|your|please|must|should)\b/i.test(paragraph) && (paragraph.match(past)?.length ?? 0) >= sentences;
  });
}

/** Offset behind a list item: up to a blank line or a line that stands no deeper. */
function itemEnd(lines: readonly string[], index: number, offset: number): number {
  const indent = (line: string) => line.length - line.trimStart().length;
  let end = offset + lines[index]!.length;
  for (const line of lines.slice(index + 1)) {
    if (!line.trim() || indent(line) <= indent(lines[index]!)) break;
    end += 1 + line.length;
  }
  return end;
}

/** 1 to 6 for headings; 7 for an unmarked title, which any heading ends. */
function headingDepth(line: string): number {
  return /^[ \t]*(#{1,6})[ \t]/.exec(line)?.[1]?.length ?? 7;
}

const negation =
  /\b(?:not|never|no|none|nor|neither|nothing|nobody|without|cannot|can't|avoid\w*|refrain\w*|forbid\w*|prohibit\w*|exclud\w*|omit\w*|ignor\w*|skip\w*|instead|rather than|stop|hardly|fail\w*|sin|nunca|jamás|ningun\w*|ningún|nada|evit\w*|tampoco|ni)\b|n['’]t\b/i;
const limit =
  /\b(?:only|solely|exclusively|merely|just|at (?:least|most)|no (?:more|less|fewer)|(?:more|less|fewer) than|max(?:imum)?|min(?:imum)?|up to|exactly|limit\w*|exceed\w*|unless|except\w*|until|within|strict\w*|other than|(?:nothing|anything|none|no one|all|nobody) but|verbatim|literal\w*|word for word|solo|sólo|solamente|únicamente|al menos|como (?:máximo|mínimo)|salvo|excepto|exactamente|hasta|límite)\b/i;

/** The sentences whose wording is left alone because they forbid or limit something. */
export function freeze(text: string, sentences: readonly Span[]): Span[] {
  return sentences.filter(({ start, end }) => {
    const sentence = text.slice(start, end);
    return negation.test(sentence) || limit.test(sentence);
  });
}

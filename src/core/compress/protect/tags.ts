import type { Span } from '../../types';

const markup =
  /^(?:a|abbr|b|br|code|details|div|em|font|h[1-6]|hr|i|img|kbd|li|mark|ol|p|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)$/i;
/** Elements that tell the model what to do; what others hold is given to it. */
const instructive =
  /instru|rule|guideline|task|role|persona|step|goal|objective|constraint|requirement|polic|format|style|tone|behavio|important|critical|notes?$|usage|calling|communicat|making|handling|thinking|planning|workflow|process|principle|responsib|capabilit|identity|mission|overview|system|agent|mode|anweisung|aufgabe|regel|rolle|ziel|instruc|tarea|regla|objetivo|tâche|règle|consigne|objectif|tarefa|regra/i;
const giving =
  /message|e-?mail|document|input|query|question|text|article|data|history|transcript|conversation|example|sample|output|context|content|code|template|review|ticket|letter|report|answer|response|customer|quote|story/i;
const directive = /\b(?:you|your|must|should|always|never|ensure|make sure|do not|don['’]t)\b/i;
const speaker = /(?<![\p{L}'’])(?:I|I['’]\p{Ll}+|my|me|we|our|us)(?![\p{L}])/u;

/** Elements whose content is data: what a customer wrote, a document, an example. Linear in the text. */
export function dataElements(text: string): Span[] {
  const found: Span[] = [];
  for (const { name, start, end, from, to } of elements(text).sort((a, b) => a.start - b.start || b.end - a.end))
    if (start >= (found.at(-1)?.end ?? 0) && holdsData(name, text.slice(from, Math.min(to, from + 2000)))) found.push({ start, end });
  return found;
}

interface Element extends Span {
  name: string;
  from: number;
  to: number;
}

function elements(text: string): Element[] {
  const found: Element[] = [];
  const open = new Map<string, { start: number; from: number }[]>();
  for (const match of text.matchAll(/<(\/?)(\p{L}[\w.:\p{L}-]{0,60})(?:\s[^<>\n]{0,200})?>/gu)) {
    const name = match[2]!.toLowerCase();
    const end = match.index + match[0].length;
    if (!match[1]) {
      const others = open.get(name);
      if (others) others.push({ start: match.index, from: end });
      else open.set(name, [{ start: match.index, from: end }]);
      continue;
    }
    const opener = open.get(name)?.pop();
    if (opener) found.push({ name, start: opener.start, from: opener.from, to: match.index, end });
  }
  return found;
}

function holdsData(name: string, content: string): boolean {
  if (markup.test(name)) return false;
  if (giving.test(name) && !/instru|rule|format|guideline/i.test(name)) return true;
  if (instructive.test(name)) return false;
  return !content.trim().includes('\n') || !directive.test(content) || speaker.test(content);
}

import type { Span } from '../../types';
import type { Line } from './code';

const exampleHeading =
  /^[ \t]*(?:#{1,6}[ \t]+|[-*][ \t]+)?(?:\*{1,2})?(?:(?:few[- ]shot|interactions?|conversations?|dialog(?:ue)?s?|usage|use|chat|sessions?|here (?:are|is)|for|see|some|an?|the|below (?:are|is)|following (?:are|is)|sample|good|bad|input|output)\b[^\n:.]{0,40})?\b(?:examples?|samples?|e\.g\.|ejemplos?|exemples?|exemplos?|beispiele?|demonstrations?|illustrations?)\b[^\n:.]{0,40}(?::.*|\*{1,2}:?|)[ \t]*$/i;
/** An item or a line further in that holds its example itself: `- Example: "…"`. */
const exampleItem =
  /^(?:[ \t]*[-*+•][ \t]+|[ \t]+)(?:\*{1,2})?(?:for )?(?:examples?|e\.g\.|ejemplos?|exemples?|exemplos?|beispiele?|z\. ?B\.)(?:\*{1,2})?:(?:\*{1,2})?[ \t]+\S/i;
const turn =
  /^[ \t]*(?:[-*#]+[ \t]+)?(?:\*{1,2})?(?:Q|A|Inputs?|Outputs?|Human|User|Assistant|AI|Bot|Agent|Customer|Question|Answer|Response|Expected|Result|Thought|Action|Observation|Entrada|Salida|Saída|Pregunta|Pergunta|Respuesta|Resposta|Usuario|Usuário|Frage|Antwort|Eingabe|Ausgabe|Nutzer|Réponse|Entrée|Sortie|Utilisateur|user input|[A-Z][a-z]+ (?:input|output|question|answer))(?:\*{1,2})?[ \t]*\d{0,2}[ \t]*:/i;
const shape =
  /\b(?:format|template|structure|schema|layout|formato|plantilla|modelo|formatvorlage|vorlage|modèle|like this|as follows|looks? like|output|respond with|response|return|reply)\b[^\n]{0,60}:\s*(?:\*{1,2})?\s*$/i;
const heading = /^[ \t]*#{1,6}[ \t]|^[ \t]*(?:-{3,}|={3,}|\*{3,})[ \t]*$|^[ \t]*<\/?\w|^\s*\{%/;
const role = /^\s*(?:#\s*)?(?:system|user|assistant|developer)\s*:\s*$/i;

/** Headings and labels are shorter; of a longer line, only its beginning is looked at. */
const longest = 1000;

/** Few-shot examples, turns of conversations and samples of the wanted form. Errs on the large side. */
export function exampleRegions(text: string, lines: readonly Line[]): Span[] {
  const regions: Span[] = [];
  let until: 'heading' | 'blank' | 'role' | null = null;
  let opening = 0;
  let depth = 0;
  for (const [index, { text: whole, start, end }] of lines.entries()) {
    const line = whole.trim() ? whole.slice(0, longest) : '';
    const isRole = role.test(line);
    if (until === 'role' ? isRole : until === 'heading' && index > opening && (isRole || (heading.test(line) && headingDepth(line) <= depth)))
      until = null;
    if (until === 'blank' && !line.trim() && index > opening + 1) until = null;
    if (isRole) until = /assistant/i.test(line) ? 'role' : null;
    else if (until !== 'heading' && until !== 'role') {
      if (exampleItem.test(line)) regions.push({ start, end: itemEnd(lines, index) });
      else if (/^[ \t]*for example:[ \t]*$/i.test(line)) [until, opening] = ['blank', index];
      else if (exampleHeading.test(line)) [until, opening, depth] = ['heading', index, headingDepth(line)];
      else if (shape.test(line)) [until, opening] = ['blank', index];
      else if (turn.test(line) && (until === null || until === 'blank')) [until, opening] = ['blank', Math.max(0, index - 1)];
    }
    // The line that announces a shape is an instruction itself.
    const announces = until === 'blank' && opening === index && shape.test(line);
    if (until && !announces) regions.push({ start, end: Math.min(end + 1, text.length) });
  }
  return regions;
}

/** Lines of a conversation, or of examples: a name before a colon that comes again. */
export function speakers(lines: readonly Line[]): Span[] {
  const byName = new Map<string, Line[]>();
  for (const line of lines) {
    const name = /^[ \t]*([A-Za-z][\w'-]*(?: [\w'-]+){0,4})[ \t]*:/.exec(line.text)?.[1];
    if (!name || /^(?:Note|Important|Warning|Tip|Rule|Hint)$/.test(name)) continue;
    const others = byName.get(name);
    if (others) others.push(line);
    else byName.set(name, [line]);
  }
  return [...byName.values()].filter((same) => same.length > 1).flat();
}

/** Where a list item ends: at a blank line or a line that stands no deeper. */
function itemEnd(lines: readonly Line[], index: number): number {
  const indent = (line: string) => line.length - line.trimStart().length;
  const own = indent(lines[index]!.text);
  let last = index;
  while (last + 1 < lines.length && lines[last + 1]!.text.trim() && indent(lines[last + 1]!.text) > own) last++;
  return lines[last]!.end;
}

/** 1 to 6 for headings; 7 for an unmarked title, which any heading ends. */
function headingDepth(line: string): number {
  return /^[ \t]*(#{1,6})[ \t]/.exec(line)?.[1]?.length ?? 7;
}

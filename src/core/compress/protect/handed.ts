import type { Span } from '../../types';
import type { Line } from './code';

/** Beginnings of verbs that work on a text, by language; a star stands for any ending. */
const verbs = [
  'translat* summari* rewrit* rephras* paraphras* reword* classif* categori* label tag correct* proofread* improv* polish* edit fix shorten* simplif*',
  'analy* explain rate score grade judge evaluat* review moderat* transcrib* continu* complet* answer reply respond extract* find detect* identif*',
  'redact* anonymi* convert* format read consider compar*',
  'traduc* resum* reescrib* parafrase* clasific* clasifiq* corrig* corregir mejor* analiz* explic* explíc* evalú* evalu* respond* extrae* contest*',
  'übersetz* fass* zusammenfass* umschreib* formulier* klassifizier* korrigier* verbesser* analysier* erklär* bewert* beantwort* antwort* extrahier*',
  'tradui* résum* réécri* reformul* paraphras* class* corrig* amélior* analys* expliqu* évalu* répond* extrai*',
  'traduz* resum* reescrev* classifi* corrij* corrigir melhor* analis* expli* avali* respond*',
];
/** What is worked on; never "steps", "rules", "format" and the like, which are said to the model. */
const things = [
  'this it that text message email e-mail article review sentence paragraph passage document letter ticket complaint comment feedback post tweet',
  'transcript conversation chat dialogue story poem question query quote statement phrase caption headline abstract essay note code snippet log report',
  'speech description title excerpt input content data request inquiry',
  'esto texto mensaje correo artículo reseña frase oración párrafo documento carta comentario pregunta',
  'dies diesen text nachricht artikel satz absatz dokument brief frage kommentar bewertung',
  'ceci texte message courriel avis phrase paragraphe document lettre commentaire question',
  'isto texto mensagem artigo avaliação parágrafo comentário pergunta',
];
/** Words before which an object is a verb or stands in a row: "review the code and report". */
const joining = 'and or to y o und oder et ou e';
/** Sentences that begin so tell when or how something is to be done. */
const circumstance = 'when while if before after as how to once cuando si wenn falls quand lorsque quando se';
const target = ' (?:to|into|in|from|as|nach|ins?|auf|al?|en|au?|para o|para)(?: \\p{L}+){1,3}';

const alternatives = (...lines: string[]): string => `(?:${lines.join(' ').split(' ').join('|').replaceAll('*', '\\p{L}*')})`;
const thing = `(?<!\\p{L})${alternatives(...things)}s?(?: below| here| above)?`;
const ordered = new RegExp(
  `^(?!${alternatives(circumstance)}(?!\\p{L}))(?:.*[^\\p{L}\\p{N}])?${alternatives(...verbs)}(?!\\p{L})` +
    `[^.:!?\\n]{0,80}(?<!(?<!\\p{L})${alternatives(joining)} )${thing}(?:${target})?$`,
  'iu',
);
/** `Here is the email:`, `The customer wrote:`, `Text below:` */
const shown = new RegExp(
  `^(?:(?:here|below|above|following|aquí|hier|voici|aqui)(?: (?:is|are|está|están|ist|sind|comes|follows))?|(?:the )?(?:user|customer)(?:'s)?)` +
    `(?!\\p{L})[^.:!?\\n]{0,60}(?:${thing}|(?<!\\p{L})(?:wrote|said|says|asks|asked|writes))$`,
  'iu',
);
const announced = /(?<![\p{L}])(?:following|below|here|this|siguientes?|folgend\w*|dies\w*|suivante?s?|cett?e|seguintes?|est[ae]s?)(?![\p{L}])/iu;
const item = /^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]/;
const heading = /^[ \t]*(?:#{1,6}[ \t]|<\/?\w|(?:-{3,}|={3,}|\*{3,}|_{3,})[ \t]*$|\{%)/;

/**
 * Text that an instruction hands to the model to work on: behind the colon of "Summarize this:" or "Translate the following sentence:", on its
 * line, or, where the line ends there, below it up to a heading, a tag or a rule. Errs on the large side.
 */
export function handedTexts(lines: readonly Line[]): Span[] {
  const found: Span[] = [];
  let inside: 'line' | 'below' | null = null;
  for (const [index, line] of lines.entries()) {
    if (inside === 'below' ? heading.test(line.text) : !line.text.trim()) inside = null;
    if (inside) {
      found.push(line);
      continue;
    }
    const at = colonOf(line.text);
    if (at === null) continue;
    const rest = line.text.slice(at);
    const next = rest.trim() ? null : lines.slice(index + 1, index + 4).find(({ text }) => text.trim());
    if (next && item.test(next.text) && !announced.test(line.text.slice(0, at))) continue;
    inside = rest.trim() ? 'line' : 'below';
    if (rest.trim()) found.push({ start: line.start + at, end: line.end });
  }
  return found;
}

/** Where the text begins that a line hands on, behind the colon; null where it hands nothing on. Lines that only label something are others'. */
function colonOf(line: string): number | null {
  const head = line.slice(0, 400);
  for (const { index } of head.matchAll(/:(?=\s|$)/g)) {
    const sentence = head
      .slice(0, index)
      .replace(/^.*[.!?:]\s+/, '')
      .replace(/^[\s>*#-]+|\*+$/g, '')
      .trim();
    if (ordered.test(sentence) || shown.test(sentence)) return index + 1;
  }
  return null;
}

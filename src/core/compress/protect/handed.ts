import type { Span } from '../../types';
import type { Line } from './code';

/** Verbs that work on a text. */
const work = {
  en: 'translat\\w*|summari[sz]\\w*|rewrit\\w*|rephras\\w*|paraphras\\w*|reword\\w*|classif\\w*|categori[sz]\\w*|label|tag|correct\\w*|proofread\\w*|improv\\w*|polish\\w*|edit|fix|shorten\\w*|simplif\\w*|analy[sz]\\w*|explain|rate|score|grade|judge|evaluat\\w*|review|moderat\\w*|transcrib\\w*|continu\\w*|complet\\w*|answer|reply|respond|extract\\w*|find|detect\\w*|identif\\w*|redact\\w*|anonymi[sz]\\w*|convert\\w*|format|read|consider|compar\\w*',
  es: 'traduc\\w*|resum\\w*|reescrib\\w*|parafrase\\w*|clasifi\\w*|corrig\\w*|corregir|mejor\\w*|analiz\\w*|explic\\w*|evalú\\w*|evalu\\w*|respond\\w*|extrae\\w*|extraer|contest\\w*|simplific\\w*',
  de: 'übersetz\\w*|fass\\w*|zusammenfass\\w*|umschreib\\w*|formulier\\w*|klassifizier\\w*|korrigier\\w*|verbesser\\w*|analysier\\w*|erklär\\w*|bewert\\w*|beantwort\\w*|antwort\\w*|extrahier\\w*|kürz\\w*|vereinfach\\w*',
  fr: 'tradui\\w*|résum\\w*|réécri\\w*|reformul\\w*|paraphras\\w*|class\\w*|corrig\\w*|amélior\\w*|analys\\w*|expliqu\\w*|évalu\\w*|répond\\w*|extrai\\w*|simplifi\\w*',
  pt: 'traduz\\w*|resum\\w*|reescrev\\w*|parafrase\\w*|classifi\\w*|corrij\\w*|corrigir|melhor\\w*|analis\\w*|expli\\w*|avali\\w*|respond\\w*|extrai\\w*|simplifi\\w*',
};
/** What is worked on; never "steps", "rules", "format" and the like, which are said to the model. */
const thing =
  'this|it|that|the above|the below|(?:text|message|e-?mail|article|review|sentence|paragraph|passage|document|letter|ticket|complaint|comment|feedback|post|tweet|transcript|conversation|chat|dialogue|story|poem|question|query|quote|statement|phrase|caption|headline|abstract|essay|note|code|snippet|log|report|speech|description|title|excerpt|input|content|data|request|inquiry|texto|mensaje|correo|artículo|reseña|frase|oración|párrafo|documento|carta|comentario|pregunta|nachricht|artikel|satz|absatz|dokument|brief|frage|kommentar|bewertung|texte|message|courriel|avis|phrase|paragraphe|document|lettre|commentaire|question|mensagem|artigo|avaliação|parágrafo|carta|comentário|pergunta)s?(?: below| here| above)?|esto|dies(?:en?|es)?|ceci|isto';
const ordered = new RegExp(
  `^(?!(?:when|while|if|before|after|as|how|to|once|cuando|si|wenn|falls|quand|lorsque|quando|se)(?![\\p{L}]))(?:.*[^\\p{L}\\p{N}])?(?:${Object.values(work).join('|')})(?![\\p{L}\\p{N}])[^.:!?\\n]{0,80}(?<![\\p{L}]|(?<![\\p{L}])(?:and|or|to|y|o|und|oder|et|ou|e) )(?:${thing})(?: (?:to|into|in|from|as|nach|ins?|auf|al?|en|au?|para o|para)(?: [\\p{L}]+){1,3})?$`,
  'iu',
);
/** `Here is the email:`, `The customer wrote:`, `Text below:` */
const shown = new RegExp(
  `^(?:(?:here|below|above|following|aquí|hier|voici|aqui)(?: (?:is|are|está|están|ist|sind|comes|follows))?|the user(?:'s)?|the customer(?:'s)?|user|customer)\\b[^.:!?\\n]{0,60}(?<![\\p{L}])(?:${thing}|wrote|said|says|asks|asked|writes)$`,
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
      .replace(/^.*[.!?]\s+/, '')
      .replace(/^[\s>*#-]+|\*+$/g, '')
      .trim();
    if (ordered.test(sentence) || shown.test(sentence)) return index + 1;
  }
  return null;
}

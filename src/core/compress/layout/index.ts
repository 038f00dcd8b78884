import type { Span } from '../../types';
import { blocksOf } from '../markdown/blocks';
import { proposeMarks, showsForm } from '../markdown/marks';
import { courtesy } from '../phrases/phrase';
import { addressesModel, type Shields } from '../protect';
import { linesOf } from '../protect/code';
import { intersects, matchSpans } from '../spans';
import type { Level, Proposal } from '../types';
import { proposeBlanks } from './blanks';
import { proposeListMarks } from './lists';
import { proposeTables } from './tables';

/** A prompt that speaks of formatting may mean its own. */
const speaksOfMarks = /\bbold|\bnegritas?\b|\bfett(?:druck|gedruckt|e[nrms]?)?\b|\bgras\b|\bnegrito\b/i;

/** Blanks, marks and padding that say nothing, in every language. `given`: examples, quotations and the like, whose look is theirs. */
export function proposeLayout(text: string, level: Level, { fixed, all }: Shields, given: readonly Span[]): Proposal[] {
  const lines = linesOf(text);
  const blocks = blocksOf(lines, fixed);
  const proposals = [
    ...proposeBlanks(text),
    ...proposeListMarks(text, blocks, fixed),
    ...headingMarks(text),
    ...toolComments(text),
    ...closingThanks(text),
  ].filter((edit) => edit.rule === 'comment' || !intersects(edit.rule === 'double-blanks' || edit.rule === 'thanks' ? all : fixed, edit));
  const wide = proposeTables(text, lines, given);
  if (level === 'safe' || speaksOfMarks.test(text)) return [...proposals, ...wide];
  const own = blocks.filter((block) => !describesOutput(text, block));
  const marks = [...proposeMarks(text, own, all, level), ...rulesBeforeHeadings(text).filter((edit) => !intersects(all, edit))];
  return [...proposals, ...wide, ...marks];
}

/** Words of a heading or a line before a list that says how the answer is to look. */
const wanted =
  /format|output|structure|template|response|report|answer|sections?\b|markdown|include|write|example|ausgabe|struktur|antwort|beispiel|gliederung|formato|estructura|salida|respuesta|ejemplo|sortie|réponse|exemple|saída|estrutura|resposta|exemplo/i;

/** May the block show the wanted form? The two lines before it tell. */
function describesOutput(text: string, { start }: Span): boolean {
  const before = text
    .slice(Math.max(0, start - 300), start)
    .trimEnd()
    .split('\n')
    .filter((line) => line.trim());
  return wanted.test(before.slice(-2).join('\n'));
}

/** Bold marks around the whole of a heading, which is bold already; none in a prompt that shows what its answer looks like. */
function headingMarks(text: string): Proposal[] {
  if (showsForm(text) || /^(?:#{1,6}[ \t]|\*\*)[^\n]*(?:format|output|structure|template|example|response|ausgabe|formato|sortie|saída)/im.test(text))
    return [];
  return Array.from(text.matchAll(/^(#{1,6}[ \t]+)\*\*([^*\n`]{1,80})\*\*(?=[ \t]*\r?$)/gm)).map(({ index, 0: whole, 1: lead, 2: words }) => ({
    start: index + lead!.length,
    end: index + whole.length,
    text: words!,
    rule: 'heading-bold',
    reason: 'A heading is set off already.',
  }));
}

/** Comments to tools: they say nothing to a model. */
function toolComments(text: string): Proposal[] {
  return matchSpans(
    text,
    /<!--[ \t]*(?:markdownlint-\w|prettier-ignore|eslint-|textlint-|vale |cspell:|spell-?checker:|toc\b|omit in toc|end toc|tocstop)[^\n>]{0,200}-->(?:\r?\n)?/gi,
  ).map((span) => ({ ...span, text: '', rule: 'comment', reason: 'Said to a tool, not to the model.' }));
}

/** Thanks behind the last sentence, where no letter is written. */
function closingThanks(text: string): Proposal[] {
  const tail = text.slice(-200);
  const thanks =
    /(?<=[.!?])\s+(?:(?:many )?thanks(?: a lot)?|thank you(?: (?:very|so) much)?|(?:muchas )?gracias|vielen dank|danke(?: schön)?|merci(?: beaucoup)?|(?:muito )?obrigad[oa])(?: in advance| de antemano| im voraus| d['’]avance| desde já)?[.! ]*(?=\s*$(?![\s\S]))/i.exec(
      tail,
    );
  if (!thanks || /\b(?:dear|regards|sincerely|letters?|e-?mails?|estimad[oa]|saludos|cartas?|correos?|briefe?s?|lettre|courriel)\b/i.test(text))
    return [];
  const start = text.length - tail.length + thanks.index;
  const line = /[^\n]*$/.exec(text.slice(Math.max(0, start - 300), start))?.[0] ?? '';
  const label = /^[ \t]*([\p{Lu}][\p{L} ]{1,40}):/u.exec(line)?.[1];
  if (label && !addressesModel(label)) return [];
  return [{ start, end: start + thanks[0].length, text: '', rule: 'thanks', reason: courtesy }];
}

/** A drawn line right before a heading, blank lines around it. */
function rulesBeforeHeadings(text: string): Proposal[] {
  return matchSpans(text, /(?<=\S\r?\n\r?\n)(?:-{3,}|\*{3,}|_{3,}|={3,})\r?\n\r?\n(?=#{1,6} )/g).map((span) => ({
    ...span,
    text: '',
    rule: 'markdown-rule',
    reason: 'The heading sets the part off already.',
  }));
}

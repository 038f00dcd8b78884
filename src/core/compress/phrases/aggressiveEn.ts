import { isIdleArticle } from '../lexicon/articles';
import { hasFurtherInfinitive } from '../sentence/clauses';
import { leadIn, type Phrase } from './phrase';

const article = 'An instruction is understood without the article.';
const effort = 'Asks for effort, names no requirement.';
const efforts = 'carefully|thoroughly|meticulously|diligently|attentively';
const unlessIdle =
  (word: string) =>
  ({ before, after }: { before: string; after: string }) =>
    !isIdleArticle(before, word, after);

/** Telegraph style: still understood, no longer fine prose. */
export const aggressiveEn: readonly Phrase[] = [
  ...['the', 'a', 'an'].map(
    (word): Phrase => ({
      id: `article-${word}`,
      find: `${word} (?=[a-zA-Z])`,
      to: '',
      at: 'any',
      reason: article,
      inFrozen: true,
      unless: unlessIdle(word),
    }),
  ),
  { id: 'effort-start', find: `(?:${efforts}) (?!and\\b|or\\b|consider|think|step)(?=[a-z]+(?<!ed)\\b)`, to: '', at: 'start', reason: effort },
  {
    id: 'effort',
    find: `(?<!\\b(?:and|or|more|as|so|very|an?|the|your|think|thinks|consider|most|be|is|are|less) )(?:${efforts}) (?!and\\b|or\\b|consider|think|step)(?=[a-z]+(?<!ed)\\b)`,
    to: '',
    at: 'any',
    reason: effort,
  },
  {
    id: 'it-is-important-to',
    find: "it(?: is|['’]s) (?:very |also )?(?:important|crucial|essential|vital) to (?!be\\b|note\\b|have\\b)(?=[a-z])",
    to: '',
    at: 'start',
    reason: leadIn,
    unless: hasFurtherInfinitive,
  },
];

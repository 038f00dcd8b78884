import { leadIn, type Phrase, shorter } from './phrase';

const article = 'An instruction is understood without the article.';
const effort = 'Asks for effort, names no requirement.';
/** Words that make "a" or "the" part of the meaning: amounts, rates, comparisons, labels. */
const bound =
  'few|little|lot|lots|bit|couple|number|single|same|more|less|most|least|best|worst|other|others|latter|former|first|second|third|last|next|only|one|two|three|day|week|month|year|hour|minute|second|time|while|first|only|priori|la|above|below|result|whole|rule|consequence|fact|point|sense|case|chance|way|lead|look|break|original|better|worse|fewer|longer|shorter|higher|lower|bigger|smaller|sooner|later|to|or|and|of|in|is|are|for|on|at|by|with|if|what|why|how';

/** Words that a single letter may name: option a. */
const labelled = 'option|answer|choice|plan|grade|class|type|vitamin|step|part|section|point|column|list';

/** What may stand without its article: a word, or an acronym such as JSON. */
const noun = `(?!(?:${bound})\\b)(?!following(?::|[.,]| (?:is|are|to|and|or|of|in|for)\\b))(?=[a-z]{2}|[A-Z]{2,5}\\b)`;

/** Telegraph style: still understood, no longer fine prose. */
export const aggressiveEn: readonly Phrase[] = [
  { id: 'article-start', find: `(?:the|an?) ${noun}`, to: '', at: 'start', reason: article },
  {
    id: 'article',
    find: `(?<=[a-z,;] )(?<!\\b(?:such|what|half|once|twice|times|quite|rather|many|both|all|per|how|too|so|as|more|less|better|the|an?|(?:one|some|each|any|none|most|part|rest|out|either|two|half|kind|sort|type) of) )(?:the|an|(?<!\\b(?:${labelled}) )a) ${noun}`,
    to: '',
    at: 'any',
    reason: article,
  },
  {
    id: 'effort-start',
    find: '(?:carefully|thoroughly|meticulously|diligently|attentively) (?!and\\b|or\\b|consider|think|step)(?=[a-z]+(?<!ed)\\b)',
    to: '',
    at: 'start',
    reason: effort,
  },
  {
    id: 'effort',
    find: '(?<!\\b(?:and|or|more|as|so|very|an?|the|your|think|thinks|consider|most|be|is|are|less) )(?:carefully|thoroughly|meticulously|diligently|attentively) (?!and\\b|or\\b|consider|think|step)(?=[a-z]+(?<!ed)\\b)',
    to: '',
    at: 'any',
    reason: effort,
  },
  {
    id: 'effort-end',
    find: '(?<!\\b(?:and|or|more|as|so|very|think|consider|most|be|is|are|less)) (?:very )?(?:carefully|thoroughly|meticulously|diligently|attentively)(?=[.!,;:])',
    to: '',
    at: 'any',
    reason: effort,
  },
  { id: 'you-are', find: 'you are (?!to\\b|being\\b)(?=[a-z]{2}|an?\\b|[A-Z])', to: "you're ", at: 'start', reason: shorter },
  { id: 'you-will', find: 'you will (?=[a-z])', to: "you'll ", at: 'start', reason: shorter },
  {
    id: 'it-is-important-to',
    find: "it(?: is|['’]s) (?:very |also )?(?:important|crucial|essential|vital) to (?!be\\b|note\\b|have\\b)(?=[a-z])",
    to: '',
    at: 'start',
    reason: leadIn,
  },
];

import { isPlainNoun } from './nouns';
import { isVerb } from './verbs';

/** Words that make "a" or "the" part of the meaning: amounts, rates, comparisons, ordinals, and what is no modifier at all. */
const bound = new Set(
  `few little lot lots bit couple number single same more less most least best worst other others latter former first second third fourth fifth
  last next previous following only one two three four five six seven ten hundred thousand million dozen half quarter majority minority day week month
  year hour minute second time while priori la above below whole rule fact point sense case chance way lead look break better worse fewer longer
  shorter higher lower bigger smaller sooner later to or and of in is are for on at by with if what why how that this not very too so as be was were
  has have will can may must should would could full entire right wrong left given maximum minimum total certain particular kind sort
  range set variety series pair list combination mix mixture group wide broad great good deal part rest name letter word number term symbol
  character digit end beginning start top bottom middle center back front side`.split(/\s+/),
);

/** Verbs that make idioms with a noun: "take the time", "play a role", "make a point". */
const light = new Set(
  `take takes taking taken took gave made had got did ran went paid told hit caught held make makes making made have has having had play plays playing played do does doing keep keeps kept set sets strike strikes
  tell tells get gets pay pays lend draw draws cast catch raise bear beat break hit turn cut miss lead lay hold come go run running pave save be is
  are was were become becomes remain stay seem not`.split(/\s+/),
);

/** Prepositions of idioms: "in a row", "on the fly", "to the point". Behind them only a thing of the prompt loses its article. */
const idiomatic = new Set(
  `in on at to by for off under over behind out up down across around through within into onto from as per beyond above below upon against after
  before along during since than like about until toward towards between among via`.split(/\s+/),
);

/** Nouns of the prompt that idioms are made of as well: "in a row", "on the same page", "by the book", "as a team". */
const idiomNouns = new Set(
  `row line page picture table book letter field block record job scene result group team story game risk request event market map board reader
  plan way review course view`.split(/\s+/),
);

/** Words that look forward to an article: "such a", "one of the", "once a". */
const holding =
  /\b(?:such|what|half|once|twice|times|quite|rather|many|both|all|per|how|too|so|as|more|less|better|the|an?|(?:one|some|each|any|none|most|part|rest|out|either|two|half|kind|sort|type|both|all|many|few|several|state|end|much|majority|first|last|top|bottom|middle|rest) of) $/i;
/** "The more complex a task is", "how long a text is": the article belongs to a comparison. */
const comparing = /\b(?:more|less|how|so|too|as|however|quite|rather) [\p{L}-]+ $/iu;
/** Words that a letter may name: option a. */
const labelled =
  /\b(?:option|answer|choice|plan|grade|class|type|vitamin|step|part|section|point|column|list|from|letter|article|word|variable|appendix) $/i;
/** What closes a noun phrase. */
const closes =
  /^(?:[.,;:!?)]|$|\s(?:of|in|on|at|to|for|from|with|by|and|or|that|which|who|is|are|was|were|has|have|can|may|must|should|will|into|as|about|using|based|if|when|where|while|so|before|after|provided|given)(?![\p{L}])|\s*\ufffc)/u;

/**
 * Is an article no more than grammar here? Asked of the text before it, the article, and the text behind its blank. It stands before at most
 * two modifiers and a noun that prompts name so; behind a preposition or a light verb the noun must follow at once.
 */
export function isIdleArticle(before: string, article: string, after: string): boolean {
  if (holding.test(before) || comparing.test(before) || (article.toLowerCase() === 'a' && labelled.test(before))) return false;
  const previous = /([\p{L}'’]+)[ \t]*$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  if (light.has(previous)) return false;
  const phrase = /^(?:[\p{L}'’-]+[ ]){0,2}[\p{L}'’-]+/u.exec(after)?.[0].split(' ') ?? [];
  let end = 0;
  for (const [index, word] of phrase.entries()) {
    if (bound.has(word) || /^\p{Lu}\p{Ll}/u.test(word) || /['’]/.test(word)) return false;
    end += (index ? 1 : 0) + word.length;
    const noun = isPlainNoun(word.toLowerCase());
    if (noun && closes.test(after.slice(end, end + 12))) return !idiomatic.has(previous) || (index < 2 && !idiomNouns.has(word));
    // A verb in the middle of what looked like a noun phrase: it was none.
    if (index > 0 && !noun && isVerb(word)) return false;
  }
  return false;
}

import { isVerb } from '../lexicon/verbs';
import { hasFurtherImperative, hasFurtherInfinitive, hasSecondObject, hasSecondPredicate } from '../sentence/clauses';
import { isNoSerialComma, pointer } from './enumerations';
import { leadIn, type Phrase, type Place, shorter } from './phrase';

const next = '(?=[a-z])';
const manner = 'clear|concise|professional|polite|logical|consistent|systematic|coherent|natural|precise|respectful|courteous';
const adverb = (word: string): string => (word.endsWith('ic') ? `${word}ally` : `${word}ly`);
const politely = '(?:please )?';
/** Nouns in "perform a … of", and the verbs that say the same. */
const doing: Readonly<Record<string, string>> = {
  analysis: 'analyze',
  assessment: 'assess',
  calculation: 'calculate',
  comparison: 'compare',
  evaluation: 'evaluate',
  review: 'review',
  search: 'search',
  translation: 'translate',
};
/** Verbs behind "you are tasked with". */
const tasks: Readonly<Record<string, string>> = Object.fromEntries(
  'analyze answer assess assist classify compare create determine develop evaluate extract find generate help identify improve produce provide rate review rewrite select summarize translate write'
    .split(' ')
    .map((verb) => [`${verb.replace(/e$/, '')}ing`, verb]),
);
const alternatives = (words: Readonly<Record<string, string>>): string => Object.keys(words).join('|');

/** The verb must follow at once, and nothing else may hang on the lead-in. */
const hangsOnLeadIn = (place: Place): boolean => !isVerb(/^[\p{L}-]+/u.exec(place.after)?.[0] ?? '') || hasFurtherInfinitive(place);

/** Lead-ins and wordings whose meaning stays, with a shade of emphasis lost. */
export const balancedEn: readonly Phrase[] = [
  {
    id: 'your-task-is-to',
    find: `your (?:main |primary |overall |current )?(?:task|job|goal|role|objective|mission|responsibility|purpose)(?: (?:here|now|today))? (?:is|will be) to ${next}(?!be\\b)`,
    to: '',
    at: 'start',
    reason: leadIn,
    unless: hangsOnLeadIn,
  },
  { id: 'you-are-to', find: `you are to ${next}(?!be\\b)`, to: '', at: 'start', reason: leadIn, unless: hangsOnLeadIn },
  {
    id: 'you-are-tasked-with',
    find: `you (?:are|have been) tasked with (${alternatives(tasks)})(?! and\\b)(?=[\\s.:])`,
    to: ([verb]) => tasks[verb!]!,
    at: 'start',
    reason: leadIn,
  },
  {
    id: 'you-are-asked-to',
    find: `you are (?:being )?(?:asked|instructed|tasked) to ${next}(?!be\\b)`,
    to: '',
    at: 'start',
    reason: leadIn,
    unless: hangsOnLeadIn,
  },
  { id: 'go-ahead-and', find: `(?:please )?go ahead and ${next}`, to: '', at: 'start', reason: leadIn, unless: hangsOnLeadIn },
  {
    id: 'here-is',
    find: `(?:here|below) (?:is|are) the (?=(?!following|[^:]*\\bthat\\b|format|template|structure|schema|output|expected|desired|only)[a-z][\\w'’-]*(?: [\\w'’-]+){0,5}:(?:\\s|$))`,
    to: '',
    at: 'start',
    reason: leadIn,
  },
  {
    id: 'the-following-is',
    find: `the following (?:is|are) the (?=(?!format|template|structure|schema|output|expected|desired|only)[a-z][\\w'’-]*(?: [\\w'’-]+){0,5}:(?:\\s|$))`,
    to: '',
    at: 'start',
    reason: leadIn,
  },
  {
    id: 'make-sure-you',
    find: `${politely}(?:make sure|be sure|ensure)(?: that)? you (?=(?:include|use|follow|provide|answer|respond|understand|read|write|check|keep|cite|list|explain|mention|add|consider|return|give|focus|describe|format|cover|address|highlight|identify|analyze)\\b)`,
    to: '',
    at: 'start',
    reason: leadIn,
    unless: hasFurtherImperative,
  },
  { id: 'make-sure-to', find: `${politely}(?:make sure|be sure|remember) to ${next}`, to: '', at: 'start', reason: leadIn, unless: hangsOnLeadIn },
  {
    id: 'make-sure-to-inside',
    find: `(?<=\\b(?:and|then|always|must|should|also) )(?:please )?(?:make sure|be sure|remember) to ${next}`,
    to: '',
    at: 'any',
    reason: leadIn,
    unless: hangsOnLeadIn,
  },
  {
    id: 'make-sure-that',
    find: '(?:make sure|be sure) that (?=(?:the|an?|your|you|it|all|each|every|any|both|there|its|their|they|he|she|we|i|this|these|those|no)\\b)',
    to: 'ensure ',
    at: 'any',
    reason: shorter,
  },
  // Before a bare noun "that" may point ("make sure that file exists"), so it stays.
  { id: 'make-sure-that-noun', find: '(?:make sure|be sure) (?=that [a-z])', to: 'ensure ', at: 'any', reason: shorter },
  {
    id: 'make-sure',
    find: '(?:make sure|be sure) (?=(?:the|an?|your|you|it|this|these|those|all|each|every|any|there|its|their|they)\\b)',
    to: 'ensure ',
    at: 'any',
    reason: shorter,
  },
  {
    id: 'making-sure',
    find: 'making sure(?: that)? (?=(?:the|an?|your|you|it|this|these|those|all|each|every|any|there|its|their|they)\\b)',
    to: 'ensuring ',
    at: 'any',
    reason: shorter,
  },
  {
    id: 'ensure-that',
    find: 'ensure that (?=(?:the|an?|your|you|it|all|each|every|any|there|its|their|they)\\b)',
    to: 'ensure ',
    at: 'any',
    reason: shorter,
  },
  {
    id: 'note-that',
    find: `${politely}(?:note|remember|be aware|keep in mind|bear in mind) that ${next}(?!and\\b|or\\b)`,
    to: '',
    at: 'start',
    reason: leadIn,
    unless: hasFurtherImperative,
  },
  {
    id: 'it-is-important-to-note',
    find: `it(?: is|['’]s) (?:very |also )?(?:important|worth|crucial|essential) (?:to note|noting|to remember|to keep in mind|to mention|mentioning) that ${next}`,
    to: '',
    at: 'start',
    reason: leadIn,
    unless: hasFurtherImperative,
  },
  {
    id: 'you-will-be-given',
    find: "you(?: will|['’]ll) be (?:provided with|given|presented with)",
    to: 'you get',
    at: 'any',
    reason: shorter,
    unless: ({ after }) => /^ to\b|^ (?:and|or)\b/.test(after),
  },
  {
    id: 'you-are-given',
    find: "you(?: are|['’]re) (?:provided with|given|presented with) (?=(?:an?|the|two|three|some|several|multiple)\\b)",
    to: 'you get ',
    at: 'start',
    reason: shorter,
  },
  { id: 'in-this-task', find: 'in this (?:task|exercise), (?=you\\b)', to: '', at: 'start', reason: leadIn },
  {
    id: 'the-following',
    find: 'the following ((?:[a-z]+ )?)([a-z]+):',
    to: ([modifier, noun]) => `${pointer(noun!)} ${modifier}${noun}:`,
    at: 'any',
    reason: shorter,
    // "of the following", "the following is": what follows is more than a list.
    unless: ({ before, groups }) =>
      /\b(?:of|following) $/i.test(before) ||
      /^(?:is|are|in|to|for|and|or|with|by|a|the)$/.test(groups[1]!) ||
      /\b(?:and|or|of|in|to|for|with|by|as|is|are|was|were)\b/.test(groups[0]!),
  },
  {
    id: 'serial-comma',
    find: ',(?= (?:and|or) )',
    to: '',
    at: 'any',
    reason: 'A list of words needs no comma before its last one.',
    inFrozen: true,
    unless: isNoSerialComma,
  },
  { id: 'pertaining-to', find: 'pertaining to', to: 'about', at: 'any', reason: shorter },
  { id: 'provide-you-with', find: 'provide (you|me) with', to: 'give $1', at: 'any', reason: shorter },
  { id: 'provide-a-summary', find: '(?:provide|give|write) a summary of', to: 'summarize', at: 'start', reason: shorter, unless: hasSecondObject },
  {
    id: 'provide-a-brief-summary',
    find: 'provide a brief summary of',
    to: 'briefly summarize',
    at: 'start',
    reason: shorter,
    unless: hasSecondObject,
  },
  { id: 'provide-an-answer', find: '(?:provide|give) an answer to', to: 'answer', at: 'start', reason: shorter, unless: hasSecondObject },
  {
    id: 'provide-an-explanation',
    find: '(?:provide|give) an explanation (?:of|for)',
    to: 'explain',
    at: 'start',
    reason: shorter,
    unless: hasSecondObject,
  },
  { id: 'provide-a-description', find: '(?:provide|give) a description of', to: 'describe', at: 'start', reason: shorter, unless: hasSecondObject },
  {
    id: 'provide-a-list',
    find: '(?:provide|generate|create|give me|give|write|make) a list of (?=(?:the|all|any|your)\\b)',
    to: 'list ',
    at: 'start',
    reason: shorter,
    unless: hasSecondObject,
  },
  {
    id: 'perform-an-analysis',
    find: `(?:perform|conduct|do|make|carry out) an? (${alternatives(doing)}) of`,
    to: ([noun]) => doing[noun!]!,
    at: 'start',
    reason: shorter,
    unless: hasSecondObject,
  },
  {
    id: 'in-a-clear-manner',
    find: `in an? (${manner}) (?:and (${manner}) )?(?:manner|way|fashion)(?! (?:with|that|as|to|so|which)\\b)`,
    to: (groups) =>
      groups
        .filter((word) => word !== undefined)
        .map(adverb)
        .join(' and '),
    at: 'any',
    reason: shorter,
  },
  {
    id: 'in-json-format',
    find: 'in (?:an? )?(JSON|XML|YAML|CSV|HTML|Markdown) format(?! (?:like|that|with|as|of|for|where|such|specified|described|shown|given|defined|below|above|and|or|using|containing|matching)\\b)(?=[\\s.,:;)]|$)',
    to: 'in $1',
    at: 'any',
    reason: shorter,
  },
  {
    id: 'in-the-form-of',
    find: '(?<=\\b(?:return|respond|answer|output|provide|give|write|present|reply|format|list|show)\\b[^.\\n]{0,40} )(?<!\\b(?:is|are|be|was|were|comes?|takes?|either|information|data) )in the form of (?=an?\\b)',
    to: 'as ',
    at: 'any',
    reason: shorter,
  },
  { id: 'all-of-the', find: '\\ball of (?=(?:the(?! above)|your|these|those|its|their)\\b)', to: 'all ', at: 'any', reason: shorter },
  { id: 'variety-of', find: 'a (?:(?:wide |broad )?variety|(?:wide|broad) range) of (?=\\w+s\\b)', to: 'various ', at: 'any', reason: shorter },
  {
    id: 'as-a-your-job',
    find: `(?<=\\bas an? [^.,\\n]{3,60}, )your (?:main |primary )?(?:task|job|goal|role) is to ${next}(?!be\\b)`,
    to: '',
    at: 'any',
    reason: leadIn,
    unless: hangsOnLeadIn,
  },
  { id: 'when-it-comes-to', find: 'when it comes to (?=\\w[^.?!\\n]*,)', to: 'for ', at: 'start', reason: shorter },
  { id: 'as-well-as', find: '(?<=[a-z], )as well as (?=(?:the|an?|your|any|their|its|how|what|why)\\b)', to: 'and ', at: 'any', reason: shorter },
  {
    id: 'am-going-to',
    find: "(i(?: am|['’]m)|we(?: are|['’]re)) going to (?=(?:give|provide|show|tell|ask|send|describe|share|present)\\b)",
    to: ([who]) => (who!.startsWith('we') ? 'we will ' : 'i will '),
    at: 'any',
    reason: shorter,
  },
  { id: 'come-up-with', find: 'come up with', to: 'devise', at: 'any', reason: shorter },
  { id: 'in-accordance-with', find: 'in accordance with', to: 'per', at: 'any', reason: shorter },
  {
    id: 'that-is-provided',
    find: '(?<=[a-z]{3} (?<!\\b(?:sure|ensure|ensures|verify|check|assume|know|note|mean|means|say|says|if|and|but|or|state|show|shows|indicate|indicates|think|believe|see) ))(?:that|which) (?:is|are) (?=(?:provided|given|shown|listed|described|stated|mentioned|based|used|related|included|presented|found|written|outlined|defined|specified|contained) (?:in|on|by|to|for|at|below|above|here|with|as|from|within)\\b)',
    to: '',
    at: 'any',
    reason: shorter,
    unless: hasSecondPredicate,
  },
  { id: 'in-such-a-way-that', find: 'in such a (?:way|manner) that', to: 'so that', at: 'any', reason: shorter },
  { id: 'way-in-which', find: 'the (?:way|manner) in which', to: 'how', at: 'any', reason: shorter },
  { id: 'reason-why', find: '(?<=\\b(?:explain|describe|state|understand|know) )the reasons? why', to: 'why', at: 'any', reason: shorter },
  { id: 'with-the-help-of', find: 'with the help of', to: 'with', at: 'any', reason: shorter },
  { id: 'through-the-use-of', find: '(?:through|by|with) the use of', to: 'using', at: 'any', reason: shorter },
];

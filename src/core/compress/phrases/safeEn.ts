import { isTaskVerb, isVerb } from '../lexicon/verbs';
import { addressesModel } from '../protect';
import { hasFurtherInfinitive, speaksOfWords } from '../sentence/clauses';
import { courtesy, type Phrase, type Place, plainRequest, shorter } from './phrase';

/** A stretch of time or a happening, of which "the course" is a duration and no course of lessons. */
const happening =
  '(?:the|this|that|your|our|its|an?|each|every|any) (?:\\w+ )?(?:chat|conversation|day|week|month|year|session|interaction|discussion|dialogue|interview|call|meeting|project|process|game|story|task|work|analysis|visit|exchange)\\b';
const determined = '(?=(?:the|an?|you|it|there|this|these|any|they|he|she|we|i|your|users?|no)\\b)';

/** Same meaning whatever stands around them; where a phrase has a second sense, the words that follow tell them apart. */
export const safeEn: readonly Phrase[] = [
  ...requests(),
  ...(
    [
      ['in-order-to', 'in order to (?!(?:the|an?|your|my|their|its|this|that|these|those)\\b)(?=[a-z])', 'to '],
      ['so-as-to', 'so as to', 'to'],
      ['due-to-the-fact', '(?:due to|owing to|because of|in light of|in view of) the fact that', 'because'],
      ['despite-the-fact', '(?:despite|in spite of) the fact that', 'although'],
      ['in-the-event-that', `in the (?:event|case) that ${determined}`, 'if '],
      ['at-this-point-in-time', 'at (?:this point in time|the present time|the present moment)', 'now'],
      ['prior-to', 'prior to', 'before'],
      ['subsequent-to', 'subsequent to', 'after'],
      ['with-regard-to', '(?:with|in) regards? to', 'regarding'],
      ['in-conjunction-with', 'in conjunction with', 'with'],
      ['as-to-whether', '(?<!question )as to whether', 'whether'],
      ['on-a-basis', 'on a (daily|weekly|monthly|yearly|hourly) basis', '$1'],
      ['on-a-regular-basis', 'on a regular basis', 'regularly'],
      ['in-close-proximity', 'in close proximity to', 'near'],
      ['in-the-course-of', `(?:in|during|over) the course of (?=${happening})`, 'during '],
      ['for-the-purpose-of', 'for the purposes? of (?=\\w+ing\\b)', 'for '],
      ['take-into-account', 'take into (?:account|consideration) (?=[a-z])', 'consider '],
      ['taking-into-account', 'taking into (?:account|consideration) (?=[a-z])', 'considering '],
      ['make-use-of', 'make use of', 'use'],
      ['making-use-of', 'making use of', 'using'],
      ['by-means-of', 'by means of', 'with'],
      ['for-the-reason-that', 'for the (?:simple )?reason that', 'because'],
      ['given-the-fact-that', 'given the fact that', 'given that'],
      ['on-the-basis-of', 'on the basis of', 'based on'],
      ['a-total-of', '(?<=\\b(?:has|have|contains?|includes?|are|is|with|of|lists?|provides?|generates?|creates?) )a total of (?=\\d|\\p{L}+ )', ''],
      ['get-rid-of', 'get rid of', 'remove'],
      ['in-addition', 'in addition, ', 'also, '],
    ] as const
  ).map(([id, find, to]): Phrase => ({ id, find, to, at: 'any', reason: shorter })),
  { id: 'repeated-the', find: 'the (?=the [a-z])', to: '', at: 'any', reason: 'The word stands there twice.', unless: speaksOfWords },
];

/** What may stand between "please" and the verb that it asks for. */
const softened = /^(?:(?:also|always|carefully|kindly|briefly|clearly|simply|then|now|first|directly|do) )*/;

/** "Please" asks the model: a verb follows, and no label hands the sentence to somebody else. */
function asksNoModel({ after, label }: Place): boolean {
  const verb = /^\p{L}+/u.exec(after.replace(softened, ''))?.[0] ?? '';
  return !isVerb(verb) || (label !== null && !addressesModel(label));
}

/** A wish ("we want you to succeed"), a request with a second half that hangs on it, or one behind a label. */
function isNoTask(place: Place): boolean {
  const verb = /^[\p{L}-]+/u.exec(place.after)?.[0] ?? '';
  if (!isTaskVerb(verb) || hasFurtherInfinitive(place) || (place.label !== null && !addressesModel(place.label))) return true;
  return (
    /\b(?:I|we|me|us) (?:want|need|would|expect|hope|wish)\b/.test(place.after) ||
    (/^we\b/i.test(place.groups[0] ?? '') && /\byour(?:self)?\b/.test(place.after))
  );
}

function requests(): Phrase[] {
  const asked = '(?!(?:and|or|note|be (?:aware|advised)|keep in mind|bear in mind|remember)\\b)(?=[a-z])';
  return [
    { id: 'please-start', find: `(?:please|kindly),? (?:please |kindly )?${asked}`, to: '', at: 'start', reason: courtesy, unless: asksNoModel },
    {
      id: 'please-inside',
      find: `(?<=(?:,|;|\\bthen|\\bso|\\balso|(?<!,) and) )please ${asked}`,
      to: '',
      at: 'any',
      reason: courtesy,
      unless: (place) => asksNoModel(place) || /\b(?:say|says|said|tell|tells|reply|replies|yes|no)\b[^.]*$/i.test(place.before),
    },
    {
      id: 'please-end',
      find: ', please(?=[.!]?\\s*$)',
      to: '',
      at: 'any',
      reason: courtesy,
      unless: ({ before, label }) => !isVerb(/^\W*(\p{L}+)/u.exec(before)?.[1]?.toLowerCase() ?? '') || (label !== null && !addressesModel(label)),
    },
    { id: 'i-want-you-to', find: '(i|we) (?:would like|want|need) you to (?=[a-z])', to: '', at: 'start', reason: plainRequest, unless: isNoTask },
    { id: 'i-would-like-you-to', find: "(i['’]d|we['’]d) like you to (?=[a-z])", to: '', at: 'start', reason: plainRequest, unless: isNoTask },
    {
      id: 'appreciate-if',
      find: "(i|we|i['’]d|we['’]d) (?:would )?(?:really |greatly )?(?:appreciate it|be grateful) if you (?:could|would|can) (?=[a-z])",
      to: '',
      at: 'start',
      reason: plainRequest,
      unless: isNoTask,
    },
    {
      id: 'could-you-please',
      find: '(?:could|can|would|will) you (?:please|kindly) (?![^?]*\\b(?:could|can|would|will) you\\b)([a-z][^?.!\\n]*)[?.]',
      to: '$1.',
      at: 'whole',
      reason: plainRequest,
      unless: ({ groups, label }) => !isTaskVerb(/^\p{L}+/u.exec(groups[0]!)?.[0] ?? '') || (label !== null && !addressesModel(label)),
    },
  ];
}

import { courtesy, type Phrase, plainRequest, shorter } from './phrase';

/** Same meaning whatever stands around them. */
export const safeEn: readonly Phrase[] = [
  ...requests(),
  ...(
    [
      ['in-order-to', 'in order to', 'to'],
      ['so-as-to', 'so as to', 'to'],
      ['due-to-the-fact', '(?:due to|owing to|because of|in light of|in view of) the fact that', 'because'],
      ['despite-the-fact', '(?:despite|in spite of) the fact that', 'although'],
      ['in-the-event-that', 'in the (?:event|case) that (?=(?:the|an?|you|it|there|this|these|any|they|he|she|we|i|your|users?|no)\\b)', 'if '],
      ['at-this-point-in-time', 'at (?:this point in time|the present time|the present moment)', 'now'],
      ['prior-to', 'prior to', 'before'],
      ['subsequent-to', 'subsequent to', 'after'],
      ['with-regard-to', '(?:with|in) regards? to', 'regarding'],
      ['in-conjunction-with', 'in conjunction with', 'with'],
      ['as-to-whether', '(?<!question )as to whether', 'whether'],
      ['large-number', '(?:a large number|a great number|a great deal) of (?=\\w+s\\b)', 'many '],
      ['on-a-basis', 'on a (daily|weekly|monthly|regular) basis', '$1'],
      ['in-close-proximity', 'in close proximity to', 'near'],
      ['in-the-near-future', 'in the near future', 'soon'],
      ['in-the-course-of', 'in the course of', 'during'],
      ['for-the-purpose-of', 'for the purposes? of (?=\\w+ing\\b)', 'for '],
      ['take-into-account', 'take into (?:account|consideration)', 'consider'],
      ['taking-into-account', 'taking into (?:account|consideration)', 'considering'],
      ['make-use-of', 'make use of', 'use'],
      ['making-use-of', 'making use of', 'using'],
      ['during-the-course-of', 'during the course of', 'during'],
      ['by-means-of', 'by means of', 'with'],
      ['for-the-reason-that', 'for the (?:simple )?reason that', 'because'],
      ['given-the-fact-that', 'given the fact that', 'given that'],
      ['on-the-basis-of', 'on the basis of', 'based on'],
      ['a-total-of', 'a total of (?=\\d)', ''],
      ['get-rid-of', 'get rid of', 'remove'],
      ['keep-track-of', 'keep track of', 'track'],
      ['in-addition', 'in addition, ', 'also, '],
    ] as const
  ).map(([id, find, to]): Phrase => ({ id, find, to, at: 'any', reason: shorter })),
];

function requests(): Phrase[] {
  // "please" as a verb, as a word that is talked about, or before a comma-free list is no courtesy.
  const asked =
    '(?!(?:and|or|the|your|him|her|them|everyone|everybody|users?|to|note|be (?:aware|advised)|keep in mind|bear in mind|remember)\\b)(?=[a-z])';
  return [
    { id: 'please-start', find: `(?:please|kindly),? (?:please |kindly )?${asked}`, to: '', at: 'start', reason: courtesy },
    { id: 'please-inside', find: `(?<=(?:,|;|\\bthen|\\bso|\\balso|(?<!,) and) )please ${asked}`, to: '', at: 'any', reason: courtesy },
    { id: 'please-end', find: ',? please(?=[.!]?\\s*$)', to: '', at: 'any', reason: courtesy },
    {
      id: 'i-want-you-to',
      find: '(?:i|we) (?:would like|want|need) you to (?!know|feel|be able)(?=[a-z])',
      to: '',
      at: 'start',
      reason: plainRequest,
    },
    { id: 'i-would-like-you-to', find: "(?:i|we)['’]d like you to (?!know|feel)(?=[a-z])", to: '', at: 'start', reason: plainRequest },
    {
      id: 'appreciate-if',
      find: "(?:i|we) (?:would|['’]d) (?:really |greatly )?(?:appreciate it|be grateful) if you (?:could|would|can) (?=[a-z])",
      to: '',
      at: 'start',
      reason: plainRequest,
    },
    {
      id: 'could-you-please',
      find: '(?:could|can|would|will) you (?:please|kindly) (?![^?]*\\b(?:could|can|would|will) you\\b)([a-z][^?.!\\n]*)[?.]',
      to: '$1.',
      at: 'whole',
      reason: plainRequest,
    },
  ];
}

import { contracted, type Phrase } from './phrase';

/** Conjunctions behind which a pronoun and its verb stand side by side in a full clause. */
const clause = '(?<=(?:^|[.:;] |\\b(?:if|when|because|since|while|once|until|unless|and|but|so|that),? ))';
/** What may follow a contracted verb: never the end of a clause, where it is stressed ("as good as you are"). */
const complement =
  '(?=(?:an?|the|your|now|also|always|already|not|very|able|free|sure|ready|responsible|given|provided|asked|expected|required|supposed|about|important|crucial|essential|vital|necessary|best|better|clear|possible|likely|helpful|useful|okay|fine|there|[a-z]+ing|[a-z]+ed) )';
/** "than you are in English", "how good you are at it": the verb has lost its complement and is stressed. */
const stranded = ({ before }: { before: string }): boolean =>
  /\b(?:how|what|which|where|who|whom|whose|as|than|whatever|wherever|whichever|however)\b[^.;:!?]*$/i.test(before);

/** A negation in one token. */
export const negationsEn: readonly Phrase[] = [
  {
    id: 'not-contracted',
    find: '(do|does|did|is|are|was|were|has|have|had|would|could) not (?!only\\b|merely\\b|just\\b|simply\\b|and\\b|or\\b)(?=[a-z])',
    to: "$1n't ",
    at: 'any',
    reason: contracted,
    inFrozen: true,
    unless: ({ before, after }) =>
      /\b(?:whether|or|why|to) $/i.test(before) || /^[^.]{0,60}\bbut (?:rather|instead|to|for|as|because|also)\b/.test(after),
  },
  {
    id: 'will-not',
    find: 'will not (?!only\\b|merely\\b|just\\b|and\\b|or\\b)(?=[a-z])',
    to: "won't ",
    at: 'any',
    reason: contracted,
    inFrozen: true,
  },
];

/** A pronoun and its verb as one word, where neither is stressed. They mean the same; the tone is more familiar. */
export const pronounsEn: readonly Phrase[] = [
  { id: 'you-are', find: `${clause}(you|they|we) are ${complement}`, to: "$1're ", at: 'any', reason: contracted, inFrozen: true, unless: stranded },
  { id: 'it-is', find: `${clause}(it|there|that) is ${complement}`, to: "$1's ", at: 'any', reason: contracted, inFrozen: true, unless: stranded },
  {
    id: 'you-will',
    find: `${clause}(you|they|we|it) will (?!not\\b)(?=[a-z])`,
    to: "$1'll ",
    at: 'any',
    reason: contracted,
    inFrozen: true,
    unless: stranded,
  },
];

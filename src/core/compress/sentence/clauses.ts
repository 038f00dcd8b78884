import { isVerb } from '../lexicon/verbs';
import type { Place } from '../phrases/phrase';

const joints =
  /(?:\b(?:and|or|but|then|so)\b|[;:,–—])[ \t\n]*(?:(?:and|or|but|then|so|also|please|always|never|do not|don['’]t|\p{L}+ly),? )*(\p{L}+)/gu;

/** Is there a further instruction in the rest of the sentence, beside the clause that begins it: "… may be upset and adapt your tone"? */
export function hasFurtherImperative({ after }: Place): boolean {
  for (const [, word] of after.matchAll(joints)) if (isVerb(word!)) return true;
  return /\b(?:and|or|but|also)\b[^.;]{0,20}? (?:that|to)\b/.test(after);
}

/** Does a second infinitive hang on the lead-in: "make sure to read it and to answer"? */
export const hasFurtherInfinitive = ({ after }: Place): boolean =>
  /(?:\b(?:and|or|but|then|also|as well as|not)|[,;:])[ \t\n]+(?:(?:and|or|then|also|not|only) )*(?:to \p{Ll}|that\b)/u.test(after);

/** Could a noun that becomes a verb leave a second object alone: "a summary of the text and a list of names"? */
export const hasSecondObject = ({ after }: Place): boolean =>
  /\b(?:and|or|plus|along with|together with|as well as|followed by|including|then|but|to (?:the|me|us|him|her|them|your|users?))\b|[,;:]/.test(
    after,
  );

/** Is there a second predicate that a relative clause's verb was shared with: "that is given and should be read"? */
export const hasSecondPredicate = ({ after }: Place): boolean =>
  /\b(?:and|or|but),? (?:then |also )?(?:is|are|was|were|has|have|can|may|must|should|will|does|do|not|\p{Ll}+s)\b/u.test(after);

/** Does the sentence stand behind a label, or speak of words, so that a word in it may be talked about? */
export const speaksOfWords = ({ before, after }: Place): boolean =>
  /\b(?:words?|keywords?|terms?|operators?|letters?|articles?|phrases?|typos?|spell\w*|doubled|repeated|duplicat\w*|twice)\b/i.test(before + after);

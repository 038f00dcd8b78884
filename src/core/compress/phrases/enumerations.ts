import type { Place } from './phrase';

const item = "(?:[\\p{L}'’-]+ ){0,2}[\\p{L}'’-]+";
const items = new RegExp(`(?:^|[\\s:(])(${item}), (${item})$`, 'u');
const last = new RegExp(`^ (?:and|or) (${item})(?=[.,;:)]|$)`, 'u');

/** Is the comma before "and" anything but the last one of a plain list of short items, where it may part more than items? */
export function isNoSerialComma({ before, after }: Place): boolean {
  const [, first, second] = items.exec(before) ?? [];
  const third = last.exec(after)?.[1];
  if (!first || !second || !third) return true;
  if (
    /(?<!\p{L})(?:and|or|not|never|only|but|then|so|which|who|that|if|when|i|you|we|they|it|he|she|is|are|will|can|may|must|should)(?!\p{L})/iu.test(
      `${first} ${second} ${third}`,
    )
  )
    return true;
  // "my brother, John, and Mary": a name in apposition is no item.
  return /^\p{Lu}/u.test(second) && !/\p{Lu}/u.test(first.slice(1));
}

const singular = /^(?:information|context|data|json|text|input|content|code|feedback|format|ss$)$|(?:ss|us|is)$/i;
const plural = /^(?:criteria|people|children|media)$/i;

/** "this" or "these" for "the following", by the noun that stands before the colon. */
export function pointer(noun: string): string {
  return plural.test(noun) || (/s$/i.test(noun) && !singular.test(noun)) ? 'these' : 'this';
}

import type { Span } from '../types';
import { intersects, lineOf } from './spans';
import type { Duplicate, Notice } from './types';

/**
 * Sentences that stand in a text twice, whatever case and punctuation: of five words and more, or of ten signs where no blanks part words.
 * For reading and merging by hand, never for removing.
 */
export function findDuplicates(text: string, sentences: readonly Span[], shielded: readonly Span[]): Duplicate[] {
  const seen = new Map<string, Span>();
  const found: Duplicate[] = [];
  for (const span of sentences) {
    const words =
      text
        .slice(span.start, span.end)
        .toLowerCase()
        .match(/[\p{L}\d]+/gu) ?? [];
    const key = words.join(' ');
    const isLong = words.length >= 5 || (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(key) && key.length >= 10);
    if (!isLong || intersects(shielded, span)) continue;
    const first = seen.get(key);
    if (first) found.push({ span, first, text: text.slice(span.start, span.end).trim() });
    else seen.set(key, span);
  }
  return found;
}

/** Where the text repeats itself, as an offer to merge both places. */
export function noticeDuplicates(text: string, duplicates: readonly Duplicate[]): Notice[] {
  return duplicates.slice(0, 20).map(({ span, first }) => ({
    line: lineOf(text, span.start),
    message: `This sentence stands in line ${lineOf(text, first.start)} already: keep one of them unless the repetition is meant.`,
  }));
}

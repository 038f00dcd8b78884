import type { Span } from '../types';
import { intersects } from './spans';
import type { Duplicate } from './types';

/** Sentences of five words and more that stand in a text twice, whatever case and punctuation. For reading, never for removing. */
export function findDuplicates(text: string, sentences: readonly Span[], shielded: readonly Span[]): Duplicate[] {
  const seen = new Map<string, Span>();
  const found: Duplicate[] = [];
  for (const span of sentences) {
    const words =
      text
        .slice(span.start, span.end)
        .toLowerCase()
        .match(/[\p{L}\d]+/gu) ?? [];
    if (words.length < 5 || intersects(shielded, span)) continue;
    const key = words.join(' ');
    const first = seen.get(key);
    if (first) found.push({ span, first, text: text.slice(span.start, span.end).trim() });
    else seen.set(key, span);
  }
  return found;
}

import type { Span } from '../../types';
import type { LanguageGuess } from '../language';
import type { PhraseIndex } from '../phrases';
import { protect } from '../protect';
import { isFrozen } from '../protect/frozen';
import { segment } from '../segment';
import { firstEndingAfter, isCovered } from '../spans';
import type { Count, Proposal } from '../types';
import { shortenSentence } from './shorten';

/** How much of its neighbours a sentence is judged with, in UTF-16 units. */
const margin = 40;
/** What runs on for longer is no sentence, and is left alone. */
const longest = 4000;

/**
 * The edits that shorten the sentences of a text, each judged within its own: rows of the indexes in turn, what is protected left alone.
 * Ordered and apart, in offsets of the text.
 */
export function shortenSentences(
  text: string,
  holes: readonly Span[],
  indexes: readonly PhraseIndex[],
  count: Count,
  language: LanguageGuess,
): Proposal[] {
  const { sentences, starts, labels } = segment(text);
  const shields = protect(text, holes).all;
  const ordered = [...starts].sort((a, b) => a - b);
  const found: Proposal[] = [];
  let next = 0;
  for (const span of sentences) {
    while (next < ordered.length && ordered[next]! < span.start) next++;
    const own: number[] = [];
    while (next < ordered.length && ordered[next]! < span.end) own.push(ordered[next++]!);
    if (span.end - span.start > longest || isCovered(shields, span)) continue;
    const wording = text.slice(span.start, span.end);
    const at = Math.max(0, span.start - margin);
    const label = own.map((start) => labels.get(start)).findLast((name) => name !== undefined);
    const sentence = {
      text: text.slice(at, span.end + margin),
      span: { start: span.start - at, end: span.end - at },
      starts: own.map((start) => start - at),
      shields: cut(shields, at, span.end + margin),
      frozen: isFrozen(wording, language),
      label: label?.replace(/[*:\s]+$/, '') ?? null,
    };
    for (const edit of shortenSentence(sentence, indexes, count)) found.push({ ...edit, start: edit.start + at, end: edit.end + at });
  }
  return found;
}

/** The ranges that lie in a cut of the text, in its offsets. */
function cut(shields: readonly Span[], start: number, end: number): Span[] {
  const inside: Span[] = [];
  for (let index = firstEndingAfter(shields, start); index < shields.length && shields[index]!.start < end; index++)
    inside.push({ start: Math.max(0, shields[index]!.start - start), end: Math.min(end, shields[index]!.end) - start });
  return inside;
}

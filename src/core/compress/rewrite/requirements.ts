import { segment } from '../segment';
import { markPattern } from './marks';

const emptyWords = new Set(
  'about after also and any are before being but can could does each every for from has have here into its just like make more most must not only other should some such than that the their them then there these they this those through very was what when where which while will with would you your como cada con cuando debe del desde donde ella ellos entre esta este esto las los más muy para pero por que ser sin sobre sus todo todos una uno'.split(
    ' ',
  ),
);

/** Share of a sentence's words that must come again. */
const enough = 0.6;

/**
 * Sentences of a prompt of whose words too few stand in its rewritten text, for a person to look at. A guess by words: a synonym counts as
 * lost, and a sentence whose words all stay may say something else.
 */
export function lostRequirements(before: string, after: string): string[] {
  const there = stems(after);
  return segment(before)
    .sentences.map(({ start, end }) => before.slice(start, end).trim())
    .filter((sentence) => {
      const wanted = [...stems(sentence)];
      return wanted.length >= 2 && wanted.filter((stem) => there.has(stem)).length < wanted.length * enough;
    })
    .map((sentence) => sentence.replace(markPattern, '…').replace(/\s+/g, ' '));
}

/** Beginnings of the words that carry meaning. */
function stems(text: string): Set<string> {
  const words =
    text
      .replace(markPattern, ' ')
      .toLowerCase()
      .match(/\p{L}[\p{L}\d'-]{2,}|\d+/gu) ?? [];
  return new Set(words.filter((word) => !emptyWords.has(word)).map((word) => word.slice(0, 5)));
}

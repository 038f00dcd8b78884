import type { Segment } from '../../types';
import { placeholderPattern } from '../protect';

/** A prompt with an opaque mark for each placeholder, so that a model passes them on as they are. */
export interface MarkedPrompt {
  text: string;
  /** What each mark stands for, in the order of the text. */
  marks: Mark[];
}

interface Mark {
  /** `⟦P1⟧`. */
  mark: string;
  /** The placeholder's text; null for one that is no text but a segment of its own, and stays where it is in the source. */
  text: string | null;
}

/** Any mark, whoever made it. */
export const markPattern = /⟦P\d+⟧/g;

/** Puts marks into a prompt: for its placeholders, and for those of templates in its text (`{{ name }}`, `<name>`). */
export function markPlaceholders(segments: readonly Segment[]): MarkedPrompt {
  const marks: Mark[] = [];
  const add = (text: string | null): string => {
    const mark = `⟦P${marks.length + 1}⟧`;
    marks.push({ mark, text });
    return mark;
  };
  const parts = segments.map((segment) => (segment.kind === 'text' ? segment.text.replace(placeholderPattern, (found) => add(found)) : add(null)));
  return { text: parts.join(''), marks };
}

/** Puts the placeholders' own texts back; marks of segments stay. */
export function restorePlaceholders(text: string, marks: readonly Mark[]): string {
  const texts = new Map(marks.map((one) => [one.mark, one.text]));
  return text.replace(markPattern, (mark) => texts.get(mark) ?? mark);
}

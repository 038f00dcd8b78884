import type { Span } from '../../types';
import { cutUnits } from '../judge/cutUnits';
import { protect } from '../protect';
import { markPattern } from './marks';

/** A sentence, list item or heading that a model is asked to shorten. */
export interface RewriteUnit extends Span {
  /** Counted from 1, in the order of the text. */
  id: number;
  /** As it stands in the marked prompt, without list marks. */
  text: string;
}

/** Units of fewer words are short enough. */
const leastWords = 4;
/** Units of which more is protected are not sent. */
const mostShielded = 0.6;

/** The units of a marked prompt that are worth sending: no code, no examples, nothing that is mostly data. */
export function unitsOf(text: string): RewriteUnit[] {
  const shielded = protect(
    text.replace(markPattern, (mark) => ' '.repeat(mark.length)),
    [],
  ).all;
  let next = 0;
  const units = cutUnits(text).flatMap(({ kind, bodyStart, end }): Omit<RewriteUnit, 'id'>[] => {
    while (next < shielded.length && shielded[next]!.end <= bodyStart) next++;
    const covered = lengthWithin(shielded, next, { start: bodyStart, end });
    const body = text.slice(bodyStart, end).trimEnd();
    const words = body.match(/\p{L}+/gu)?.length ?? 0;
    const worth = kind !== 'code' && kind !== 'heading' && words >= leastWords && covered <= body.length * mostShielded;
    return worth ? [{ start: bodyStart, end: bodyStart + body.length, text: body }] : [];
  });
  return units.map((unit, index) => ({ id: index + 1, ...unit }));
}

/** How much of a range the ordered ranges cover, from the given one on. */
function lengthWithin(spans: readonly Span[], from: number, { start, end }: Span): number {
  let sum = 0;
  for (let index = from; index < spans.length && spans[index]!.start < end; index++)
    sum += Math.min(end, spans[index]!.end) - Math.max(start, spans[index]!.start);
  return sum;
}

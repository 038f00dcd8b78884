import { checkSide } from './checkSide';
import { createSide } from './findCounterparts';
import { readUnits } from './readUnits';
import type { Finding } from './types';
import { guessLexicon } from './words';

export type { Excerpt, Finding, FindingKind } from './types';

/**
 * What a rewrite of a prompt changed: requirements that went, came or say something else. Empty where the meaning is kept, as far as bound
 * words tell. It leans to refusing: a synonym that no table has counts as lost and added. Time grows with the length of the texts.
 */
export function judgePair(before: string, after: string): Finding[] {
  const { language, lexicon } = guessLexicon(`${before}\n${after}`);
  const [old, now] = [before, after].map((text) => createSide(readUnits(text, language, lexicon))) as [
    ReturnType<typeof createSide>,
    ReturnType<typeof createSide>,
  ];
  const forward = checkSide(old, now, 'lost');
  const backward = checkSide(now, old, 'added');
  const seen = new Set(forward.map(placeOf));
  return [...forward, ...backward.filter((finding) => !seen.has(placeOf(finding)))].sort((a, b) => startOf(a) - startOf(b));
}

const placeOf = ({ kind, before, after }: Finding): string => `${kind} ${before?.start} ${after?.start}`;
const startOf = ({ before, after }: Finding): number => before?.start ?? after?.start ?? 0;

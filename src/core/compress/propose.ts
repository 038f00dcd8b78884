import { phrasesOf } from './phrases';
import type { Segmentation } from './segment';
import type { Level, PromptLanguage, Proposal } from './types';

/** Wordings of a text that could be shorter, most of them still to be turned down by protection and gate. May overlap. */
export function proposePhrases(text: string, { sentences, starts }: Segmentation, language: PromptLanguage, level: Level): Proposal[] {
  const lowered = lowerStarts(text, starts);
  const ends = new Map(sentences.map(({ start, end }) => [start, end]));
  return phrasesOf(language, level).flatMap((phrase) =>
    Array.from(lowered.matchAll(phrase.pattern), (match) => {
      const start = match.index;
      const end = start + match[0].length;
      if (phrase.at !== 'any' && !starts.has(start)) return null;
      if (phrase.at === 'whole' && ends.get(start) !== end) return null;
      const replacement = typeof phrase.to === 'string' ? fill(phrase.to, match) : phrase.to(match.slice(1));
      return withCase(text, { start, end, text: replacement, rule: phrase.id, reason: phrase.reason });
    }).filter((proposal) => proposal !== null),
  );
}

const fill = (to: string, match: RegExpMatchArray): string => to.replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? '');

/** The text with the first letter of every sentence in lower case, so that phrases match case-sensitively. Same offsets. */
function lowerStarts(text: string, starts: ReadonlySet<number>): string {
  const letters = text.split('');
  for (const at of starts) {
    const lower = letters[at]?.toLowerCase();
    if (lower?.length === 1 && !/^\p{Lu}{2}/u.test(text.slice(at, at + 2))) letters[at] = lower;
  }
  return letters.join('');
}

/** Hands the capital of a sentence's first word on to the word that follows. */
function withCase(text: string, proposal: Proposal): Proposal | null {
  const first = text[proposal.start]!;
  if (!/\p{Lu}/u.test(first)) return proposal;
  if (proposal.text) return { ...proposal, text: capitalize(proposal.text) };
  const next = text[proposal.end];
  return next && /\p{L}/u.test(next) ? { ...proposal, end: proposal.end + 1, text: next.toUpperCase() } : null;
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

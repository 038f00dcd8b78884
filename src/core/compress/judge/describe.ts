import type { Excerpt, Finding, FindingKind } from './types';

/** What each kind of finding says, before the words that it is about. */
const headlines: Record<FindingKind, string> = {
  added: 'Something is asked for that was not',
  condition: 'A condition changed',
  literal: 'A quotation, address or piece of code changed',
  lost: 'A requirement went',
  modal: 'What must, should or may be done changed',
  negation: 'What is denied or forbidden changed',
  number: 'A number changed, or what it belongs to',
  order: 'The order changed',
  party: 'Who does what to whom changed',
  placeholder: 'A placeholder changed',
  quantifier: 'How many, how much or how often changed',
  unit: 'A unit of measure changed',
};

/** Longest part of a text that a message repeats. */
const quoteLimit = 100;

/** Makes a finding with its message. */
export function createFinding(kind: FindingKind, before: Excerpt | null, after: Excerpt | null): Finding {
  const [old, now] = [before, after].map((one) => one && `“${shorten(one.text)}”`);
  const what = old && now ? `${old} became ${now}` : (old ?? now ?? '');
  return { kind, before, after, message: `${headlines[kind]}: ${what}` };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > quoteLimit ? `${line.slice(0, quoteLimit - 1)}…` : line;
}

import { guessLanguage } from './language';
import { numberPattern, placeholderPattern, quotePattern, urlPattern } from './protect';
import type { Count } from './types';

/** One way in which a shortened text fails its original. */
export interface Violation {
  /** `order` and `unwritable` come from rewrites: marks in another order, text that the literal can't hold. */
  kind: 'missing' | 'added' | 'language' | 'tokens' | 'order' | 'unwritable';
  /** What sort of thing went missing or came new. */
  item: 'placeholder' | 'url' | 'literal' | 'code' | 'number' | 'modal' | 'quantifier' | 'negation' | 'text';
  text: string;
}

const modals =
  /\b(?:must|should|shall|may|might|can(?! you (?:please|kindly)\b)|cannot|required|mandatory|optional|debe\w*|deberá\w*|puede\w*|obligatori\w*|opcional\w*)\b/gi;
const quantifiers =
  /\b(?:all|any|each|every|both|only|always|at least|at most|unless|except|exactly|maximum|minimum|most|more than|less than|fewer than|up to|tod[oa]s?|cada|siempre|solo|sólo|al menos|como máximo|salvo|excepto|exactamente)\b/gi;
const negations = /\b(?:not|no|never|none|nor|neither|without|cannot|nunca|jamás|sin|ningun[oa]?)\b|n['’]t\b/gi;
const fences = /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\1/gm;

type Item = Violation['item'];
const kept: { item: Item; pattern: RegExp; name?: (text: string) => string }[] = [
  { item: 'code', pattern: fences },
  { item: 'placeholder', pattern: placeholderPattern, name: (text) => text.replace(/\s+/g, ' ') },
  { item: 'url', pattern: urlPattern },
  { item: 'literal', pattern: quotePattern },
  { item: 'number', pattern: numberPattern, name: (text) => /[\d.,:/]*\d/.exec(text)![0] },
  { item: 'modal', pattern: modals, name: (text) => text.toLowerCase() },
  { item: 'quantifier', pattern: quantifiers, name: (text) => text.toLowerCase() },
  // "don't" and "do not" are the same, so negations are only counted.
  { item: 'negation', pattern: negations, name: () => 'not' },
];

/**
 * Compares a shortened text with its original: placeholders, code, addresses, literals, numbers, modals, quantifiers and negations with the same
 * multiplicity, the same language. Mechanical: it finds what must not differ, and proves no equal meaning.
 */
export function compareItems(before: string, after: string): Violation[] {
  return kept.flatMap(({ item, pattern, name = (text) => text }) => {
    const tally = new Map<string, number>();
    for (const [text] of before.matchAll(pattern)) tally.set(name(text), (tally.get(name(text)) ?? 0) + 1);
    for (const [text] of after.matchAll(pattern)) tally.set(name(text), (tally.get(name(text)) ?? 0) - 1);
    return [...tally]
      .filter(([, balance]) => balance !== 0)
      .map(([text, balance]): Violation => ({ kind: balance > 0 ? 'missing' : 'added', item, text }));
  });
}

/** All checks that an accepted rewrite passes. `least`: the share of tokens that must be saved. An empty list means accepted. */
export function verify(before: string, after: string, count: Count, least = 0): Violation[] {
  const violations = compareItems(before, after);
  const languages = [guessLanguage(before), guessLanguage(after)];
  if (languages[0] !== languages[1]) violations.push({ kind: 'language', item: 'text', text: languages.join(' → ') });
  const [old, now] = [count(before), count(after)];
  if (now >= old || now > old * (1 - least)) violations.push({ kind: 'tokens', item: 'text', text: `${old} → ${now}` });
  return violations;
}

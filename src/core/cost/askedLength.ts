/** Tokens of a word, of a sentence and so on, as a rule. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^characters?|^caracteres/i, 0.25],
  [/^words?|^palabras?/i, 1.4],
  [/^sentences?|^frases?|^oraciones|^oración/i, 25],
  [/^lines?|^líneas?|^bullet/i, 15],
  [/^paragraphs?|^párrafos?/i, 100],
];
const numbers: Readonly<Record<string, number>> = { a: 1, one: 1, single: 1, un: 1, una: 1, two: 2, dos: 2, three: 3, tres: 3, four: 4, five: 5 };

const UNIT = '(characters?|caracteres|words?|palabras?|sentences?|frases?|oraci(?:ón|ones)|lines?|líneas?|bullet points?|paragraphs?|párrafos?)';
const NUMBER = '(\\d{1,5}|a single|an?|one|single|two|three|four|five|una?|dos|tres)';
const LEAD = '(?:in|at most|up to|no more than|fewer than|less than|under|within|maximum(?: of)?|max\\.?|en|como máximo|hasta|menos de|no más de)';
const ASKED = new RegExp(`\\b${LEAD}\\s+(?:at most\\s+)?${NUMBER}(?:\\s*(?:-|to|or)\\s*(\\d{1,5}))?\\s+(?:short\\s+|brief\\s+)?${UNIT}`, 'giu');

/** The length in tokens that a text asks an answer to have (`in one sentence`, `at most 50 words`); the last request wins, null for none. */
export function askedLength(text: string): number | null {
  const found = [...text.matchAll(ASKED)].at(-1);
  if (!found) return null;
  const [, from = '', to, unit = ''] = found;
  const count = Number(to ?? from) || (numbers[from.toLowerCase().replace(/^a /, '')] ?? 1);
  const each = units.find(([pattern]) => pattern.test(unit))?.[1] ?? 0;
  return Math.max(1, Math.round(count * each));
}

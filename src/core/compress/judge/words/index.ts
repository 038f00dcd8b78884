import { type Lexicon, plainLexicon } from '../lexicon';
import { de } from './de';
import { en } from './en';
import { es } from './es';

/** Languages whose words the judge knows. */
const lexicons: Readonly<Record<string, Lexicon>> = { de, en, es };

/** How many words of a text are looked at to find its language. */
const sample = 1500;

/** The language whose words a text has most of, by its code; `plain` where too few are known. */
export function guessLexicon(text: string): { language: string; lexicon: Lexicon } {
  const words = (
    text
      .slice(0, sample * 10)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).slice(0, sample);
  let best = { language: 'plain', lexicon: plainLexicon, score: words.length * 0.2 };
  for (const [language, lexicon] of Object.entries(lexicons)) {
    let score = 0;
    for (let at = 0; at < words.length; ) {
      const found = lexicon.find(words, at);
      if (found) score += found.length;
      at += found?.length ?? 1;
    }
    if (score > best.score) best = { language, lexicon, score };
  }
  return best;
}

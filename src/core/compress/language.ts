const stopWords = {
  en: 'the of and to is you your for with that this are be in it as from will should can what not or if on an a',
  es: 'el la los las de que y en un una para con por es tu su del al se lo como más debe si no esta este eres',
  fr: 'le la les des et est vous votre pour avec que dans une un sur pas du ce cette êtes en de qui par',
  de: 'der die das und ist du dein für mit nicht ein eine auf von zu den im sie wird des dem bitte',
  pt: 'o a os as de que e em um uma para com por é seu sua do da no na não você se mais como',
  it: 'il lo la gli le di che e in un una per con è tuo sua del della non si come sei da i',
};
export type LanguageGuess = keyof typeof stopWords | 'none' | 'other';

const tables = Object.entries(stopWords).map(([name, words]) => ({ name: name as LanguageGuess, words: new Set(words.split(' ')) }));

/** The language that most of a text's function words belong to; `none` without any, `other` in another script. A guess. */
export function guessLanguage(text: string): LanguageGuess {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const foreign = words.filter((word) => /[^\p{Script=Latin}]/u.test(word)).length;
  if (foreign * 3 > words.length) return 'other';
  const scores = tables.map(({ name, words: known }) => ({ name, score: words.filter((word) => known.has(word)).length }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.name : 'none';
}

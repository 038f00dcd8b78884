import type { LanguageGuess } from '../language';

const en =
  /\b(?:not|never|no|none|nor|neither|nothing|nobody|without|cannot|can't|avoid\w*|refrain\w*|forbid\w*|prohibit\w*|exclud\w*|omit\w*|ignor\w*|skip\w*|instead|rather than|stop|hardly|fail\w*|only|solely|exclusively|merely|just|at (?:least|most)|(?:more|less|fewer) than|max(?:imum)?|min(?:imum)?|up to|exactly|limit\w*|exceed\w*|unless|except\w*|until|within|strict\w*|other than|(?:anything|all) but|verbatim|literal\w*|word for word)\b|n['’]t\b/i;
const es =
  /(?<!\p{L})(?:no|sin|nunca|jamás|ningun[oa]?s?|ningún|nada|nadie|evit\p{L}*|tampoco|ni|excepto|salvo|solo|sólo|solamente|únicamente|exclusiv\p{L}*|al menos|como (?:máximo|mínimo)|máximo|mínimo|exactamente|hasta|límite\p{L}*|limit\p{L}*|a menos que|en lugar de|en vez de|literal\p{L}*|estrict\p{L}*|omit\p{L}*|ignor\p{L}*|excluy\p{L}*|exclu\p{L}*|prohib\p{L}*|más de|menos de)(?!\p{L})/iu;
const de =
  /(?<!\p{L})(?:nicht|nie|niemals|kein\p{L}*|nichts|niemand|ohne|weder|noch|vermeid\p{L}*|verzicht\p{L}*|verbiet\p{L}*|verboten\p{L}*|ausgeschlossen|ausschließ\p{L}*|außer|nur|lediglich|ausschließlich|höchstens|mindestens|maximal\p{L}*|minimal\p{L}*|genau|exakt|bis zu|sofern|es sei denn|statt|anstatt|anstelle|wörtlich|streng\p{L}*|strikt\p{L}*|ignorier\p{L}*|überspring\p{L}*|weniger als|mehr als|begrenz\p{L}*|beschränk\p{L}*)(?!\p{L})/iu;
const fr =
  /(?<!\p{L})(?:ne|n['’]\p{L}+|pas|jamais|aucun\p{L}*|rien|personne|sans|ni|évit\p{L}*|interdi\p{L}*|excl\p{L}*|sauf|excepté|seulement|uniquement|exclusivement|au (?:moins|plus|maximum|minimum)|maximum|minimum|max|min|exactement|jusqu['’]\p{L}+|limit\p{L}*|à moins que|au lieu de|plutôt que|strict\p{L}*|ignor\p{L}*|omet\p{L}*|plus de|moins de|littéral\p{L}*)(?!\p{L})/iu;
const pt =
  /(?<!\p{L})(?:não|nunca|jamais|nenhum\p{L}*|nada|ninguém|sem|nem|evit\p{L}*|exceto|salvo|somente|apenas|só|unicamente|exclusiv\p{L}*|exclu\p{L}*|pelo menos|no (?:máximo|mínimo)|máximo|mínimo|exatamente|até|limit\p{L}*|a menos que|em vez de|ao invés de|literal\p{L}*|estrit\p{L}*|omit\p{L}*|ignor\p{L}*|proib\p{L}*|mais de|menos de)(?!\p{L})/iu;

const patterns: Partial<Record<LanguageGuess, RegExp>> = { en, es, de, fr, pt };

/** Does a sentence forbid or limit something, so that its wording is left alone? English is asked in every language: prompts mix. */
export function isFrozen(sentence: string, language: LanguageGuess): boolean {
  return en.test(sentence) || (patterns[language]?.test(sentence) ?? false);
}

import type { Item } from './readItems';

const participle: Record<string, RegExp> = {
  en: /(?:ed|en|wn|nt|ld|de|pt|ught|ne|id|ut|ad|und|un)$/,
  es: /(?:[aei]d[oa]s?|(?:hech|escrit|vist|dich|puest|(?:de)?vuelt|abiert)[oa]s?)$/,
  de: /^(?:\p{Ll}+)?ge\p{L}{2,}(?:t|en)$|iert$|^(?:be|er|ver|ent|über|unter|miss|zer|wider)\p{L}{2,}(?:t|en)$/u,
  fr: /(?:é|i|u|is|it|ert)e?s?$/,
  pt: /(?:[ai]d[oa]s?|(?:feit|escrit|vist|dit|post|abert)[oa]s?)$/,
};
const agentMark: Record<string, string> = { en: 'BY', es: 'BY', de: 'FROM', fr: 'BY', pt: 'BY' };
/** What a clause of its own begins with. */
const border = new Set(['IF', 'EVENIF', 'BUT', 'REL', 'BECAUSE', 'SOTHAT', 'ELSE', 'THEN']);

/** The items with each passive clause told in the active voice: who does it, the verb, what it is done to, the rest. */
export function tellActively(items: readonly Item[], language: string): Item[] {
  const result: Item[] = [];
  let from = 0;
  items.forEach((item, index) => {
    const ends =
      item.kind === 'stop' ||
      (item.kind === 'mark' && (border.has(item.name) || (language !== 'de' && /^(?:BEFORE|AFTER|UNTIL|WHILE)$/.test(item.name))));
    if (!ends) return;
    result.push(...turn(items.slice(from, index), language), item);
    from = index + 1;
  });
  return [...result, ...turn(items.slice(from), language)];
}

function turn(clause: readonly Item[], language: string): readonly Item[] {
  const form = participle[language];
  const be = clause.findIndex(({ kind, name }) => kind === 'mark' && name === 'BE');
  if (be < 0 || !form) return clause;
  const isVerb = ({ kind, word }: Item) => kind === 'word' && form.test(word);
  const verb = language === 'de' ? clause.findLastIndex(isVerb) : clause.findIndex((item, index) => index > be && isVerb(item));
  const between = clause.slice(be + 1, verb).filter(({ kind, name }) => kind !== 'mark' || /^(?:OF|TO|IN|ON|FOR|WITH)$/.test(name));
  if (verb <= be || (language !== 'de' && between.length > 1)) return clause;
  const rest = [...clause.slice(be + 1, verb), ...clause.slice(verb + 1)];
  const agent = takeAgent(rest, agentMark[language]!);
  const subject = clause.slice(0, be);
  const modal = subject.filter(({ kind, name }) => kind === 'mark' && binding.test(name));
  const patient = subject.filter((item) => !modal.includes(item));
  return [...agent, ...modal, { ...clause[verb]!, verb: true }, ...patient, ...rest];
}

const binding = /^(?:MUST|MUSTDE|SHOULD|MAY|OPTIONAL|TRY|NOT|ALWAYS|USUALLY|SOMETIMES|OFTEN|RARELY|FIRST|THEN|LAST)$/;

/** Takes the agent with its words out of the rest. */
function takeAgent(rest: Item[], mark: string): Item[] {
  const at = rest.findIndex(({ kind, name }) => kind === 'mark' && name === mark);
  if (at < 0) return [];
  let end = at + 1;
  while (end < rest.length && (rest[end]!.kind !== 'mark' || /^(?:ALL|SOME|ONLY|BOTH|MOST)$/.test(rest[end]!.name)) && end - at < 4) end++;
  return rest.splice(at, end - at).slice(1);
}

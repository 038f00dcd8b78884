const vowelSound = /^(?:[aeio]|u(?!ni(?!n|m)|s[aei]|ti|r[aei]|se)|hour|honest|hono|heir|[FHLMNRSX](?:[A-Z]|\b))/;
const consonantSound = /^(?:one|once|eu|uni(?!n|m)|us[aei]|uti|ure|[^aeiouAEFHILMNORSX\W\d]|U(?:R|S|ni))/;

const defects: RegExp[] = [
  /\S(?: {2,}|\t+ )(?=\S)/g,
  / [,.;:!?](?=\s|$)/gm,
  /[,;:]\s*[.,;:!?](?!\S)/g,
  /^[ \t]*(?:[-*+] +)?[,.;:!?](?=\s|$)/gm,
  /(?:^|[.!?]["')]* )(?:[-*+] +)?(?=\p{Ll})/gmu,
  /\([ ,]|\( *\)/g,
];

/** Counts what careless editing leaves behind: stranded blanks and punctuation, small sentence starts, a wrong "a" or "an". */
export function countDefects(text: string): number[] {
  const articles = Array.from(text.matchAll(/\b([Aa]n?) (?=(\p{L}+))/gu)).filter(([, article, word]) =>
    (article!.length === 1 ? vowelSound : consonantSound).test(word!),
  );
  return [...defects.map((defect) => text.match(defect)?.length ?? 0), articles.length];
}

/** Does the second text have more of some defect than the first? */
export function hasNewDefects(before: string, after: string): boolean {
  const old = countDefects(before);
  return countDefects(after).some((count, index) => count > old[index]!);
}

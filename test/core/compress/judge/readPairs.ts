/** A prompt and what became of it. */
export interface Pair {
  /** The class of the change, or `keeps`. */
  kind: string;
  language: string;
  before: string;
  after: string;
}

/** Reads blocks of pairs, one a line, by class and language; `\n` stands for a line break. */
export function readPairs(blocks: Record<string, Record<string, string>>): Pair[] {
  return Object.entries(blocks).flatMap(([kind, languages]) =>
    Object.entries(languages).flatMap(([language, block]) =>
      block
        .trim()
        .split('\n')
        .map((line) => ({ kind, language, ...readPair(line.replaceAll('\\n', '\n')) })),
    ),
  );
}

function readPair(line: string): { before: string; after: string } {
  const sides = line.split(' => ');
  if (sides.length === 2) return { before: sides[0]!, after: sides[1]! };
  return { before: line.replace(/«([^|]*)\|[^»]*»/g, '$1'), after: line.replace(/«[^|]*\|([^»]*)»/g, '$1') };
}

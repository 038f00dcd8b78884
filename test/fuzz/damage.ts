/** Numbers in [0, below) that come again for the same seed. */
export type Random = (below: number) => number;

/** A small generator of Weyl numbers: good enough to choose places. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
  };
}

/** What damage puts in: openings without ends, ends without openings, odd characters, long runs. */
const SCRAPS = [
  '"',
  "'",
  '`',
  '"""',
  '{',
  '}',
  '{{',
  '{%',
  '${',
  '(',
  ')',
  '[',
  ']',
  '\\',
  '\n',
  '\r',
  '\t',
  '\0',
  '#',
  '//',
  '/*',
  '---\n',
  ': ',
  '- ',
  '&a ',
  '*a',
  '\uFEFF',
  '\uD83C',
  '🎉',
  '好',
  '<<',
  '=>',
  ';',
  'f"',
  'r#"',
  '@',
  '\u2028',
  ' '.repeat(500),
  '('.repeat(100),
  'a'.repeat(1000),
  '\n'.repeat(200),
];

/** A text with one to four places damaged: cut out, doubled, put elsewhere, or something put in. */
export function damage(text: string, random: Random): string {
  let result = text;
  for (let count = 1 + random(4); count > 0; count--) {
    const at = random(result.length + 1);
    const length = random(random(10) ? 40 : result.length + 1);
    const piece = result.slice(at, at + length);
    const rest = result.slice(0, at) + result.slice(at + length);
    const there = random(rest.length + 1);
    const kind = random(4);
    if (kind === 0) result = rest;
    else if (kind === 1) result = result.slice(0, at) + piece + result.slice(at);
    else if (kind === 2) result = rest.slice(0, there) + piece + rest.slice(there);
    else result = result.slice(0, at) + SCRAPS[random(SCRAPS.length)] + result.slice(at);
  }
  return result.slice(0, 60_000);
}

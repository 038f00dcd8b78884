/**
 * Globs whose time grows with the pattern times the text, whatever they hold, as they may come from a repository that nobody vouches for.
 * `*` and `?` stay within a path segment, `**` as a whole segment spans any number of them, none included; `[a-z]`, `[!a-z]`, `{a,b}`
 * and `\` work as in a shell. Names that start with a dot are names like any other.
 */

/** Stands for any run of items. */
const ANY = Symbol('any');
type Sequence<Part> = readonly (Part | typeof ANY)[];
/** Does one character fit? */
type CharTest = (char: string) => boolean;

/** Most patterns that the braces of one glob may stand for. */
const MOST_ALTERNATIVES = 256;
/** Longest glob, in characters. */
const LONGEST_GLOB = 1000;

/** Can a glob be used at all? False where it is too long, or its braces stand for too many patterns. */
export function isUsableGlob(glob: string): boolean {
  return expandBraces(glob) !== null;
}

/** Compiles globs of paths; an unusable one matches nothing. Paths have forward slashes and are relative to what the globs are relative to. */
export function createPathMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap((glob) => expandBraces(glob) ?? []).map(toSegments);
  return (path) => {
    const segments = path.split('/');
    return patterns.some((pattern) => matchSequence(pattern, segments, (part, segment) => matchSequence(part, segment, fitsChar)));
  };
}

/** Does a glob match a whole name, such as a model id or that of a function? `*` spans slashes here. */
export function matchesName(glob: string, name: string): boolean {
  return (expandBraces(glob) ?? []).some((pattern) => matchSequence(toSequence(pattern), name, fitsChar));
}

/** How narrow a glob is: the number of its characters that stand for themselves. */
export function specificityOf(glob: string): number {
  return glob.replace(/[*?]|\[[^\]]*\]/g, '').length;
}

const fitsChar = (test: CharTest, char: string) => test(char);

/** Tries the shortest run for each `ANY`; only the last one is ever tried again, so the time is at most pattern times text. */
function matchSequence<Part, Item>(pattern: Sequence<Part>, items: ArrayLike<Item>, fits: (part: Part, item: Item) => boolean): boolean {
  let part = 0;
  let item = 0;
  let retry: { part: number; item: number } | null = null;
  while (item < items.length) {
    const current = pattern[part];
    if (current === ANY) {
      retry = { part: ++part, item };
    } else if (current !== undefined && fits(current, items[item]!)) {
      part++;
      item++;
    } else if (retry) {
      part = retry.part;
      item = ++retry.item;
    } else return false;
  }
  while (pattern[part] === ANY) part++;
  return part === pattern.length;
}

function toSegments(glob: string): Sequence<Sequence<CharTest>> {
  const path = glob.replace(/^(?:\.?\/)+/, '').replace(/\/$/, '/**');
  return path.split('/').map((segment) => (segment === '**' ? ANY : toSequence(segment)));
}

function toSequence(pattern: string): Sequence<CharTest> {
  return [...pattern.matchAll(/\*+|\?|\\.|\[!?\]?[^\]]*\]|./gs)].map(([token]) => {
    if (token.startsWith('*')) return ANY;
    if (token === '?') return () => true;
    if (token.length > 2 && token.startsWith('[')) return charClass(token.slice(1, -1));
    const literal = token.length > 1 && token.startsWith('\\') ? token.slice(1) : token;
    return (char) => char === literal;
  });
}

function charClass(body: string): CharTest {
  const negated = body.startsWith('!');
  const ranges = [...body.slice(negated ? 1 : 0).matchAll(/(.)-(.)|(.)/gs)];
  return (char) => ranges.some(([, from, to, one]) => (one === undefined ? char >= from! && char <= to! : char === one)) !== negated;
}

/** The patterns that the braces of a glob stand for; null where they are too many, or the glob is too long. A brace without a partner is a character. */
function expandBraces(glob: string): string[] | null {
  if (glob.length > LONGEST_GLOB) return null;
  const done: string[] = [];
  const open = [glob];
  for (let pattern = open.pop(); pattern !== undefined; pattern = open.pop()) {
    const group = findGroup(pattern);
    if (group) open.push(...group.options.map((option) => group.before + option + group.after));
    else done.push(pattern);
    if (done.length + open.length > MOST_ALTERNATIVES) return null;
  }
  return done.reverse();
}

/** The last innermost `{a,b}`. */
function findGroup(pattern: string): { before: string; options: string[]; after: string } | null {
  let end = -1;
  for (let at = pattern.length - 1; at >= 0; at--) {
    if (pattern[at - 1] === '\\') continue;
    if (pattern[at] === '}') end = at;
    if (pattern[at] !== '{' || end < 0) continue;
    const options = pattern.slice(at + 1, end).split(',');
    if (options.length > 1) return { before: pattern.slice(0, at), options, after: pattern.slice(end + 1) };
    end = -1;
  }
  return null;
}

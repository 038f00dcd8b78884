/** One place of a glob. */
type Token =
  | { kind: 'char'; char: string }
  /** `?`: any character but a slash. */
  | { kind: 'one' }
  /** `*`: any characters but slashes. */
  | { kind: 'star' }
  /** `**`: any characters. */
  | { kind: 'any' }
  /** A globstar and the slash behind it: nothing, or folders. */
  | { kind: 'folders' }
  | { kind: 'class'; negated: boolean; ranges: readonly (readonly [string, string])[] };

/** A glob without braces. */
interface Glob {
  tokens: readonly Token[];
  /** The longest text that every path it matches has in it. */
  literal: string;
}

/** More alternatives than this have no place in one glob; those above are left out. */
const MOST_ALTERNATIVES = 256;

/**
 * Tells which paths, with forward slashes, any of the globs matches: `*`, `**`, `?`, `[a-z]`, `[!a-z]`, `{a,b}`, as VS Code reads them. All
 * else means itself. Goes through a path once for each glob, whatever the glob: settings may come from a folder that nobody trusts.
 */
export function createGlobMatcher(globs: readonly string[]): (path: string) => boolean {
  const parsed = globs.flatMap((glob) =>
    expandBraces(glob)
      .flatMap((one) => [one, ...(one.endsWith('/**') ? [one.slice(0, -3)] : [])])
      .map(parse),
  );
  return (path) => parsed.some((glob) => path.includes(glob.literal) && matches(glob.tokens, path));
}

function expandBraces(glob: string): string[] {
  const waiting = [glob];
  const done: string[] = [];
  for (let next = waiting.pop(); next !== undefined && done.length + waiting.length < MOST_ALTERNATIVES; next = waiting.pop()) {
    const found = firstBraces(next);
    if (found) waiting.push(...found);
    else done.push(next);
  }
  return done;
}

/** The glob with each alternative of its first braces in their place; null where there are none that close. */
function firstBraces(glob: string): string[] | null {
  const open = glob.indexOf('{');
  let depth = 0;
  let start = open + 1;
  const parts: string[] = [];
  for (let at = open; open >= 0 && at < glob.length; at++) {
    const char = glob[at];
    if (char === '{') depth++;
    else if (char === '}') depth--;
    if (depth === 0 || (depth === 1 && char === ',')) {
      parts.push(glob.slice(start, at));
      start = at + 1;
    }
    if (depth === 0) return parts.map((part) => glob.slice(0, open) + part + glob.slice(start));
  }
  return null;
}

const PIECES = /\*\*\/|\*+|\?|\[(!?)([^\]/]+)\]|[\s\S]/gy;

function parse(glob: string): Glob {
  const tokens: Token[] = [];
  let literal = '';
  let run = '';
  for (const [piece, negation, inner] of glob.replace(/^\.\//, '').matchAll(PIECES)) {
    if (inner !== undefined) tokens.push({ kind: 'class', negated: negation === '!', ranges: rangesOf(inner) });
    else if (piece === '**/') tokens.push({ kind: 'folders' });
    else if (piece.startsWith('*')) tokens.push({ kind: piece.length > 1 ? 'any' : 'star' });
    else tokens.push(piece === '?' ? { kind: 'one' } : { kind: 'char', char: piece });
    run = tokens.at(-1)?.kind === 'char' ? run + piece : '';
    if (run.length > literal.length) literal = run;
  }
  return { tokens, literal };
}

function rangesOf(inner: string): [string, string][] {
  return [...inner.matchAll(/([\s\S])-([\s\S])|[\s\S]/g)].map(([one, from, to]) => [from ?? one, to ?? one]);
}

/** Keeps all places of the glob that the path up to here may have reached. */
function matches(tokens: readonly Token[], path: string): boolean {
  let reached = new Set<number>();
  reach(tokens, 0, reached);
  for (const char of path.split('')) {
    const next = new Set<number>();
    for (const place of reached) {
      const token = tokens[place];
      if (!token) continue;
      const stays = token.kind === 'any' || token.kind === 'folders' || (token.kind === 'star' && char !== '/');
      if (stays) next.add(place);
      // What may stay may also end: a star behind any character, folders behind a slash.
      if (token.kind === 'folders' ? char === '/' : stays || isTaken(token, char)) reach(tokens, place + 1, next);
    }
    if (!next.size) return false;
    reached = next;
  }
  return reached.has(tokens.length);
}

/** Adds a place, and those behind it that need no character. */
function reach(tokens: readonly Token[], place: number, into: Set<number>): void {
  for (let at = place; ; at++) {
    into.add(at);
    const kind = tokens[at]?.kind;
    if (kind !== 'star' && kind !== 'any' && kind !== 'folders') return;
  }
}

function isTaken(token: Token, char: string): boolean {
  if (token.kind === 'char') return token.char === char;
  if (char === '/') return false;
  return token.kind === 'one' || (token.kind === 'class' && token.ranges.some(([from, to]) => from <= char && char <= to) !== token.negated);
}

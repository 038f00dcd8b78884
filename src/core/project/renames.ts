/** A file that only one of two states has. */
export interface LoneFile {
  path: string;
  text: string;
}

/** The least share of lines that two files have in common where one is the other renamed, as git has it. */
const LEAST_SHARED = 0.5;

/** Which files of the state before are which of the state after under another name, by the lines that they share; each is one at most. */
export function findRenames(before: readonly LoneFile[], after: readonly LoneFile[]): Map<string, string> {
  const sides = [before, after].map((files) => files.map(({ path, text }) => ({ path, lines: linesOf(text) })));
  const pairs = sides[0]!.flatMap((old) => sides[1]!.map((now) => ({ from: old.path, to: now.path, shared: shareOf(old.lines, now.lines) })));
  const likely = pairs.filter(({ shared }) => shared >= LEAST_SHARED).sort((a, b) => b.shared - a.shared);
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of likely) {
    if (renames.has(from) || taken.has(to)) continue;
    renames.set(from, to);
    taken.add(to);
  }
  return renames;
}

const linesOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const line of a) if (b.has(line)) shared++;
  return a.size + b.size ? (2 * shared) / (a.size + b.size) : 0;
}

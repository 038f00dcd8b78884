/** Matches the paths that any of the globs names: `**` crosses folders, `*` does not, `{a,b}` is either. Case counts. */
export function globPattern(globs: readonly string[]): RegExp {
  return new RegExp(`^(?:${globs.map(translate).join('|')})$`);
}

function translate(glob: string): string {
  return glob.replace(/\*\*\/|\*\*|\*|[{},]|[.+?^$()|[\]\\]/g, (mark) => MEANINGS[mark] ?? `\\${mark}`);
}

const MEANINGS: Record<string, string> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '{': '(?:', '}': ')', ',': '|' };

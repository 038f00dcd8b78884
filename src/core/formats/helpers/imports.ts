/** Code spans and fenced blocks: what looks like an import there is none. */
const CODE = /^(```|~~~)[\s\S]*?^\1|`[^`\n]*`/gm;
/** `@docs/style.md` at the start of a word: in an address of mail it stands within one. */
const IMPORT = /(?:^|\s)@([\w.][\w./-]*\w)/g;
/** More than anyone writes by hand. */
const MOST = 20;

/** The paths that a file of instructions imports as `@path`, as they are written; package names of that form are among them. */
export function importsIn(text: string): string[] {
  const found = text.replace(CODE, ' ').matchAll(IMPORT);
  return [...new Set([...found].map((match) => match[1] as string))].slice(0, MOST);
}

import { createGlobMatcher } from '../globs';

/** Does a glob match a whole name, such as a model id or that of a function? `*` spans slashes here. */
export function matchesName(glob: string, name: string): boolean {
  // A slash is a character like any other in a name.
  const flat = (text: string) => text.replaceAll('/', '\u0000');
  return createGlobMatcher([flat(glob)])(flat(name));
}

/** How narrow a glob is: the number of its characters that stand for themselves. */
export function specificityOf(glob: string): number {
  return glob.replace(/[*?]|\[[^\]]*\]/g, '').length;
}

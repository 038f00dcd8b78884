import { hashText } from './hash';

/** What tells a problem from others of its file. */
interface Identified {
  rule: string;
  /** The line at which it begins. */
  text: string;
}

/**
 * Ids of the problems of a file, in their order: `4be1f09c2d7a31.8c40d1a2`. The first half is what is wrong, the rule and the line at which it
 * begins; of several that say the same, each has its own. The second is the file. Moved lines change nothing, a renamed file the second half.
 */
export function problemIdsOf(path: string, problems: readonly Identified[]): string[] {
  const seen = new Map<string, number>();
  const file = hashText(path.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, ''), 8);
  return problems.map(({ rule, text }) => {
    const about = `${rule}\n${text.trim().replace(/\s+/g, ' ')}`;
    const before = seen.get(about) ?? 0;
    seen.set(about, before + 1);
    return `${hashText(`${about}\n${before}`, 14)}.${file}`;
  });
}

/** What of an id a renamed file leaves as it is. */
export const contentOf = (id: string): string => id.slice(0, id.indexOf('.'));

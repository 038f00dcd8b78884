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

/** The cyrb53 hash of a text, in hexadecimal digits, 14 at most. Public domain, by bryc. */
function hashText(text: string, digits: number): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0').slice(-digits);
}

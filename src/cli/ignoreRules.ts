import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore from 'ignore';

/** One `.gitignore` file. */
export interface IgnoreRules {
  /** What it says of a path below its folder; null where it says nothing. */
  test(file: string, isFolder: boolean): 'ignored' | 'wanted' | null;
}

/** So many stars in one name are a trap: what they may stand for is tried in every way. Such lines are left out. */
const STARS = /(?:\*[^*/]+){5}/;

/** Reads the `.gitignore` of a folder; null where there is none. */
export async function readIgnoreFile(folder: string): Promise<IgnoreRules | null> {
  const text = await readFile(path.join(folder, '.gitignore'), 'utf8').catch(() => null);
  if (text === null) return null;
  const matcher = ignore().add(text.split('\n').filter((line) => !STARS.test(line)));
  return {
    test(file, isFolder) {
      const relative = path.relative(folder, file).split(path.sep).join('/');
      const { ignored, unignored } = matcher.test(isFolder ? `${relative}/` : relative);
      if (ignored) return 'ignored';
      return unignored ? 'wanted' : null;
    },
  };
}

/** The rules of the folders above, up to the repository's root. None where they ignore the folder itself: it was asked for by name. */
export async function readOuterRules(root: string): Promise<IgnoreRules[]> {
  const rules: IgnoreRules[] = [];
  for (let folder = root; !(await isRepository(folder)); ) {
    const above = path.dirname(folder);
    if (above === folder) return [];
    folder = above;
    const found = await readIgnoreFile(folder);
    if (found) rules.unshift(found);
  }
  return rules.some((rule) => rule.test(root, true) === 'ignored') ? [] : rules;
}

const isRepository = (folder: string) =>
  stat(path.join(folder, '.git')).then(
    () => true,
    () => false,
  );

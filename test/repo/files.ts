import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The repository's root. */
export const root = path.join(__dirname, '../..');

/** Every file that is or could be committed, with forward slashes, relative to the root. */
export function listRepository(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  return [...new Set(listed)].filter((file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile()).sort();
}

/** A file's text. */
export function readRepository(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

import { execFileSync } from 'node:child_process';
import type { FollowLine } from '../core';

/**
 * Follows lines through version control: from what the file was at the end of the newest day of the logs to what it is now. Where git is
 * absent, or does not know the file, no line is followed.
 */
export function createLineFollower(root: string, day: string | null): FollowLine {
  const hunks = new Map<string, Hunk[] | null>();
  const git = (...args: string[]): string | null => {
    try {
      return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 10_000, maxBuffer: 1 << 26 });
    } catch {
      return null;
    }
  };
  const readHunks = (path: string): Hunk[] | null => {
    const commit = git('rev-list', '-1', `--before=${day}T23:59:59Z`, 'HEAD', '--', path)?.trim();
    const diff = commit ? git('diff', '--no-color', '--no-ext-diff', '--no-textconv', '-U0', commit, '--', path) : null;
    return diff === null ? null : hunksIn(diff);
  };
  return (path, line) => {
    if (day === null) return null;
    const known = hunks.get(path);
    const found = known === undefined ? readHunks(path) : known;
    hunks.set(path, found);
    return found && moveLine(found, line);
  };
}

/** Lines that a difference takes out, and how many it puts there. */
interface Hunk {
  from: number;
  removed: number;
  added: number;
}

function hunksIn(diff: string): Hunk[] {
  return [...diff.matchAll(/^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/gm)].map(([, from, removed = '1', added = '1']) => ({
    from: Number(from),
    removed: Number(removed),
    added: Number(added),
  }));
}

/** Where a line stands behind all hunks; null for one that was taken out. A line that was changed in place stays. */
function moveLine(hunks: readonly Hunk[], line: number): number | null {
  let moved = line;
  for (const { from, removed, added } of hunks) {
    const first = removed === 0 ? from + 1 : from;
    if (line < first) break;
    if (removed > 0 && line < from + removed) return line - from < added ? moved : null;
    moved += added - removed;
  }
  return moved;
}

import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type CheckedFile, describeFile, describeProblems, withoutCalls, withoutKnown } from '../report';
import { describeError, type Unreadable } from './analyzeFile';
import type { PathResults } from './analyzeFiles';
import { createCellLocator, createCellReader } from './cellLocator';
import type { Host } from './host';
import { analyzeStates, renamesIn, type StateFile, withStates } from './states';

/**
 * The problems under some paths that the revision did not have. Only files that may have others by the change are in the answer: those that
 * changed, and those that use them.
 */
export async function findNewProblems(host: Host, paths: readonly string[], revision: string, config?: string): Promise<PathResults> {
  const unreadable = await findMissing(host.cwd, paths);
  const checked = await withStates(host, { base: revision, head: null, ...(config !== undefined && { config }) }, async (states, engine, root) => {
    const printed = printPaths(host.cwd, root, paths);
    const analyzed = await analyzeStates(states, engine);
    const { before, after } = analyzed;
    const renames = renamesIn(analyzed);
    const known = before.flatMap((file) => checkFile(file, renames.get(file.path) ?? file.path).problems);
    const present = new Set(after.map(({ path: name }) => name));
    const { checked: fresh } = withoutKnown(
      after.map((file) => checkFile(file, file.path)),
      known,
      (name) => !present.has(name),
    );
    return fresh.flatMap((file) => renameFile(file, printed(file.file.path)));
  });
  return { checked, unreadable, stopped: false };
}

async function findMissing(cwd: string, paths: readonly string[]): Promise<Unreadable[]> {
  const missing: Unreadable[] = [];
  for (const name of paths) await stat(path.resolve(cwd, name)).catch((error) => missing.push({ path: name, error: describeError(error) }));
  return missing;
}

function checkFile({ path: name, text, analysis, asked }: StateFile, shown: string): CheckedFile {
  const textOf = createCellReader(name, text);
  const locate = createCellLocator(textOf);
  const notice = analysis.notice && { path: shown, ...analysis.notice };
  return {
    file: withoutCalls(describeFile(shown, analysis, locate), asked),
    problems: describeProblems(shown, analysis, locate, textOf),
    ...(notice && { notice }),
  };
}

/** How a file of the repository is printed: as the first of the given paths that holds it; null where none does. */
function printPaths(cwd: string, root: string, paths: readonly string[]): (name: string) => string | null {
  return (name) => {
    const file = path.join(root, name);
    for (const given of paths) {
      const relative = path.relative(path.resolve(cwd, given), file);
      if (relative === '') return given;
      if (relative.startsWith('..') || path.isAbsolute(relative)) continue;
      const prefix = given.replaceAll('\\', '/').replace(/\/+$/, '');
      const below = relative.split(path.sep).join('/');
      return prefix === '.' || prefix === '' ? below : `${prefix}/${below}`;
    }
    return null;
  };
}

function renameFile({ file, problems, notice }: CheckedFile, shown: string | null): CheckedFile[] {
  if (shown === null) return [];
  return [
    {
      file: { ...file, path: shown },
      problems: problems.map((problem) => ({ ...problem, path: shown })),
      ...(notice && { notice: { ...notice, path: shown } }),
    },
  ];
}

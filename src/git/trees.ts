import { createHash } from 'node:crypto';
import { lstat, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { type Blobs, GitError, openBlobs, runGit } from './git';

/** A state of a repository: its files by their path from the root, with forward slashes, and the id of what is in each. */
export interface Tree {
  files: ReadonlyMap<string, string>;
  /** The bytes of one of them. */
  read(path: string): Promise<Buffer>;
}

export interface Repository {
  /** Absolute. */
  root: string;
  /** The state at a revision. Throws a GitError for one that is unknown. */
  treeOf(revision: string): Promise<Tree>;
  /** The working tree: what is tracked, and what is new and not ignored. */
  workingTree(): Promise<Tree>;
  close(): void;
}

/** Files that are no text worth reading, in bytes. */
const LARGEST = 4_000_000;

/** Opens the repository that holds a folder. Throws a GitError where there is none. */
export async function openRepository(folder: string): Promise<Repository> {
  const answer = await runGit(folder, ['rev-parse', '--show-toplevel']).catch((error: GitError) => {
    throw new GitError(/not a git repository/.test(error.message) ? 'not a git repository' : error.message);
  });
  const root = answer.replace(/\r?\n$/, '');
  const here = await realpath(folder);
  if (path.relative(await realpath(root), here).startsWith('..')) throw new GitError('the repository names another folder as its working tree');
  let blobs: Blobs | null = null;
  return {
    root,
    async treeOf(revision) {
      const id = await resolveTree(root, revision);
      const listed = await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', id]);
      const files = new Map<string, string>();
      for (const entry of listed.split('\0')) {
        const [, mode, blob, name] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
        // links lead elsewhere, and what they lead to is listed for itself
        if (name && blob && mode !== '120000') files.set(name, blob);
      }
      blobs ??= openBlobs(root);
      const { read } = blobs;
      return { files, read: (name) => read(files.get(name)!) };
    },
    workingTree: () => readWorkingTree(root),
    close: () => blobs?.close(),
  };
}

async function resolveTree(root: string, revision: string): Promise<string> {
  try {
    return (await runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{tree}`])).trim();
  } catch {
    const isShallow = (await runGit(root, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
    const advice = isShallow ? `; this clone is shallow: fetch it first, as with git fetch --depth=1 origin ${revision}` : '';
    throw new GitError(`unknown revision ${revision}${advice}`);
  }
}

/** Reads each file itself: git would run the repository's own filters over it. */
async function readWorkingTree(root: string): Promise<Tree> {
  const [listed, format] = await Promise.all([
    runGit(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']),
    runGit(root, ['rev-parse', '--show-object-format']).catch(() => 'sha1'),
  ]);
  const files = new Map<string, string>();
  const read = (name: string) => readFile(path.join(root, name));
  const add = async (name: string) => {
    try {
      const about = await lstat(path.join(root, name));
      if (!about.isFile()) return;
      files.set(name, about.size > LARGEST ? `large ${about.size} ${about.mtimeMs}` : hashBlob(await read(name), format.trim()));
    } catch {
      // deleted, or not to be read: not in this state
    }
  };
  const names = [...new Set(listed.split('\0').filter(Boolean))];
  const next = names.values();
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (const name of next) await add(name);
    }),
  );
  return { files: new Map(names.flatMap((name) => (files.has(name) ? [[name, files.get(name)!]] : []))), read };
}

/** The id that git gives a file's bytes. */
function hashBlob(bytes: Buffer, format: string): string {
  return createHash(format === 'sha256' ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

import { execFile, spawn } from 'node:child_process';

/** Why git answers nothing, in a few words. */
export class GitError extends Error {}

/** Settings of a repository that name a program to run; each is overruled, so that a repository from anywhere can be read. */
const defused: Readonly<Record<string, string>> = {
  'core.fsmonitor': 'false',
  'core.hooksPath': '/dev/null',
  'core.pager': 'cat',
  'core.sshCommand': 'false',
  'core.askPass': '',
  'core.untrackedCache': 'false',
  'credential.helper': '',
  'gc.auto': '0',
};

const config = Object.entries(defused).flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/** Nothing is fetched, asked, locked or translated. No protocol is allowed: git before 2.44 knows no GIT_NO_LAZY_FETCH. */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
  GIT_EXTERNAL_DIFF: '',
  LC_ALL: 'C',
});

/** Largest answer, in bytes: a list of a million files. */
const LARGEST_ANSWER = 512 * 1024 * 1024;

/**
 * Runs one of git's own commands that read no file of the working tree through filters (`ls-tree`, `ls-files`, `rev-parse`), and answers what it
 * writes. Throws a GitError with git's first line.
 */
export function runGit(folder: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env: environment(), maxBuffer: LARGEST_ANSWER, encoding: 'utf8' as const, windowsHide: true };
    execFile('git', [...config, ...args], options, (error, out, err) => {
      if (!error) resolve(out);
      else if ((error as NodeJS.ErrnoException).code === 'ENOENT') reject(new GitError('git is not installed'));
      else reject(new GitError(err.split('\n')[0]?.replace(/^(?:fatal|error): /, '') || 'git ended without an answer'));
    });
  });
}

/** The contents of a repository's objects by their id, read by one process. */
export interface Blobs {
  /** Throws a GitError for one that is not there. */
  read(id: string): Promise<Buffer>;
  close(): void;
}

/** Opens the objects; what is asked for is answered in order. */
export function openBlobs(folder: string): Blobs {
  const child = spawn('git', [...config, 'cat-file', '--batch'], {
    cwd: folder,
    env: environment(),
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const waiting: { resolve(bytes: Buffer): void; reject(error: Error): void }[] = [];
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 0;
  const take = () => {
    while (waiting.length && held >= wanted) {
      const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      chunks = [all];
      const end = all.indexOf(10);
      if (end < 0) return;
      const [id = '', kind, size] = all.toString('utf8', 0, end).split(' ');
      const length = kind === 'missing' || size === undefined ? -1 : Number(size);
      const next = length < 0 ? end + 1 : end + length + 2;
      wanted = next;
      if (all.length < next) return;
      const one = waiting.shift()!;
      if (length < 0) one.reject(new GitError(`object ${id.slice(0, 12)} is not in this clone`));
      else one.resolve(all.subarray(end + 1, end + 1 + length));
      chunks = [all.subarray(next)];
      held = chunks[0]!.length;
      wanted = 0;
    }
  };
  const fail = () => {
    for (const { reject } of waiting.splice(0)) reject(new GitError('git ended without an answer'));
  };
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    take();
  });
  child.on('error', fail);
  child.on('close', fail);
  child.stdin.on('error', fail);
  return {
    read: (id) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${id}\n`);
      }),
    close: () => void child.stdin.end(),
  };
}

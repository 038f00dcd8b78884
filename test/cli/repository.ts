import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../../src/cli/host';
import { watchNothing } from '../../src/cli/progress';
import type { ReadFile } from '../../src/core';
import { createPriceStore } from '../../src/prices/store';
import { createTestEngine } from '../helpers/engine';
import { createWorkspace } from './workspace';

/** Files by path; null for one that is deleted. */
export type Change = Record<string, string | null>;

/** A git repository in a temporary folder. */
export interface TestRepository {
  root: string;
  git(...args: string[]): string;
  write(files: Change): void;
  /** Writes, commits all, and answers the commit's id. */
  commit(files: Change): string;
  dispose(): void;
}

export function createRepository(files: Change = {}): TestRepository {
  const { root, dispose } = createWorkspace({});
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const who = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', '-c', 'commit.gpgsign=false'];
  const git = (...args: string[]) => execFileSync('git', [...who, ...args], { cwd: root, env, encoding: 'utf8' }).trim();
  const write = (changes: Change) => {
    for (const [name, text] of Object.entries(changes)) {
      const file = path.join(root, name);
      if (text === null) rmSync(file);
      else {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  };
  const commit = (changes: Change) => {
    write(changes);
    git('add', '-A');
    git('commit', '--quiet', '--allow-empty', '-m', 'change');
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '-b', 'main');
  if (Object.keys(files).length) commit(files);
  return { root, git, write, commit, dispose };
}

/** The command line's world in a folder, with one real engine whose reader follows what it is given. */
export async function createTestHost(cwd: string): Promise<Host & { said: string[]; written: string[] }> {
  let reader: ReadFile = async () => null;
  const engine = await createTestEngine({ readFile: (name) => reader(name), onError: () => {} });
  const said: string[] = [];
  const written: string[] = [];
  const host: Host & { said: string[]; written: string[] } = {
    ...{ cwd, distFolder: cwd, workerScript: null, said, written },
    from: () => host,
    isAgent: () => false,
    hasFault: () => false,
    write: (text) => void written.push(text),
    warn: (line) => void said.push(line),
    watch: watchNothing,
    readStdin: async () => Buffer.alloc(0),
    engine: async (readFile) => {
      if (readFile) reader = readFile;
      return engine;
    },
    prices: createPriceStore(path.join(cwd, '.data')),
    today: () => '2026-11-24',
    setToday: () => {},
  };
  return host;
}

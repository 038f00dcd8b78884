import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings, type Settings } from '../../src/core/config';
import { extendHelperModule } from '../../src/core/snippets/helperModule';

/**
 * Small modules under the names of `openai`, `anthropic` and `litellm`, with their call surface: the real ones come from
 * an index that tests must not need.
 */
export const standIns = join(dirname(fileURLToPath(import.meta.url)), 'pythonStandIns');

/** TEST_PYTHON where it is set; else Debian's own, which has python3-redis; else the first one in the path. */
export const python: string =
  process.env.TEST_PYTHON ?? (spawnSync('/usr/bin/python3', ['-c', 'import redis']).status === 0 ? '/usr/bin/python3' : 'python3');

export const hasPython = (): boolean => spawnSync(python, ['--version']).status === 0;
export const hasPythonRedis = (): boolean => spawnSync(python, ['-c', 'import redis.asyncio']).status === 0;

/** Is the type checker of this Python here? */
export const hasMypy = (): boolean => spawnSync(python, ['-m', 'mypy', '--version']).status === 0;

/** The helper module as the actions write it into a new project. */
export const pythonHelpers = (ids: readonly string[], settings: Partial<Settings> = {}): string =>
  extendHelperModule(null, ids, 'python', { ...defaultSettings(), ...settings }).text;

export interface PythonRun {
  /** What the script printed, each line read as JSON. */
  printed: unknown[];
  stderr: string;
  status: number | null;
}

/** A folder with files, gone after `use`. */
export async function inFolder<T>(files: Record<string, string>, use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'python-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `main.py` of a folder with the stand-ins in its path. */
export async function runIn(folder: string, env: Record<string, string> = {}, file = 'main.py'): Promise<PythonRun> {
  const child = spawn(python, ['-W', 'error', '-B', file], {
    cwd: folder,
    env: { ...process.env, PYTHONPATH: standIns, PYTHONUTF8: '1', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (data) => {
    stdout += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data) => {
    stderr += data;
  });
  const status = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const printed = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
  return { printed, stderr, status };
}

/** Runs a script beside a helper module made of the snippets; throws with its own message where it fails. Async scripts have `async def main()`. */
export async function runPython(
  ids: readonly string[],
  script: string,
  { env = {}, settings = {} }: { env?: Record<string, string>; settings?: Partial<Settings> } = {},
): Promise<unknown[]> {
  const prelude =
    'import asyncio, json, stand_in\nfrom prompt_cost_helpers import *\n\n\ndef show(value):\n    print(json.dumps(value, ensure_ascii=False))\n\n\n';
  const start = /^async def main\(/m.test(script) ? '\n\nasyncio.run(main())\n' : '\n';
  const files = { 'prompt_cost_helpers.py': pythonHelpers(ids, settings), 'main.py': prelude + script + start };
  const { printed, stderr, status } = await inFolder(files, (folder) => runIn(folder, env));
  if (status !== 0) throw new Error(stderr);
  return printed;
}

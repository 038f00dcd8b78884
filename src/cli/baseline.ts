import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../disk/writeFile';
import { type CheckedFile, formatPlural, type KnownProblem, readBaseline, withoutKnown, writeBaseline } from '../report';
import { describeError } from './analyzeFile';
import { type Host, UsageError } from './host';

/** Takes the problems of a baseline file away, and says how many of them are no longer found. */
export async function hideKnown(host: Host, checked: readonly CheckedFile[], file: string): Promise<CheckedFile[]> {
  const known = await readKnown(host, file);
  const left = withoutKnown(checked, known, (name) => !existsSync(path.resolve(host.cwd, name)));
  const looked = new Set(checked.map(({ file: { path: name } }) => name));
  // of files that this run did not read, nothing is known
  const fixed = left.gone.filter(({ path: name }) => looked.has(name)).length;
  if (fixed)
    host.warn(`${formatPlural(fixed, 'problem')} of ${file} ${fixed === 1 ? 'is' : 'are'} no longer found: write it anew with --write-baseline`);
  return left.checked;
}

async function readKnown(host: Host, file: string): Promise<KnownProblem[]> {
  const text = await readFile(path.resolve(host.cwd, file), 'utf8').catch((error) => {
    throw new UsageError(`cannot read the baseline ${file} (${describeError(error)})`);
  });
  const known = readBaseline(text);
  if (typeof known === 'string') throw new UsageError(`cannot read the baseline ${file} (${known})`);
  return known;
}

/** Writes all problems down as known. */
export async function saveKnown(host: Host, checked: readonly CheckedFile[], file: string): Promise<void> {
  try {
    const target = path.resolve(host.cwd, file);
    await replaceFile(target, Buffer.from(writeBaseline(checked)), await readFile(target).catch(() => null));
  } catch (error) {
    throw new UsageError(`cannot write the baseline ${file} (${describeError(error)})`);
  }
  const count = checked.reduce((sum, { problems }) => sum + problems.length, 0);
  host.warn(`${formatPlural(count, 'problem')} written to ${file}`);
}

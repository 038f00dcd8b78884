import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type DayPart, parseUsage, usageFileName, writeUsage } from '../core';
import { exists, projectOf, resolveInside } from '../disk/project';
import { replaceFile } from '../disk/writeFile';
import { describeError } from './analyzeFile';
import { UsageError } from './host';

/** A project's usage file, as it was found. */
export interface UsageFile {
  /** Absolute. */
  file: string;
  parts: DayPart[];
  bytes: Buffer | null;
}

/** Reads a usage file; one that is not there has no parts. One that can't be read is a wrong use. */
export async function openUsage(cwd: string, name: string): Promise<UsageFile> {
  const file = path.resolve(cwd, name);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UsageError(`cannot read ${name} (${describeError(error)})`);
  });
  if (!bytes) return { file, parts: [], bytes };
  const read = parseUsage(bytes.toString('utf8'));
  if (read.kind === 'broken') throw new UsageError(`cannot read ${name} (${read.reason})`);
  return { file, parts: read.parts, bytes };
}

/** Writes parts to a usage file, whole or not at all, and nowhere outside of the project. Nothing where they are there already. */
export async function saveUsage(cwd: string, { file, bytes }: UsageFile, parts: readonly DayPart[]): Promise<void> {
  const text = Buffer.from(writeUsage(parts));
  if (bytes?.equals(text)) return;
  const target = await resolveInside(file, await projectOf(path.join(cwd, usageFileName), [cwd]));
  if (target === null) throw new UsageError(`${path.relative(cwd, file)} lies outside of the project`);
  try {
    await replaceFile(target, text, bytes);
  } catch (error) {
    throw new UsageError(`cannot write ${path.relative(cwd, file)} (${describeError(error)})`);
  }
}

/** The folder whose usage file holds for a folder: the nearest one up to the repository's root that has one; null without any. */
export async function findUsage(from: string): Promise<string | null> {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (await exists(path.join(folder, usageFileName))) return folder;
    if (folder === path.dirname(folder) || (await exists(path.join(folder, '.git')))) return null;
  }
}

/** The project's usage and its folder. Without one, a wrong use. */
export async function loadUsage(cwd: string): Promise<UsageFile & { root: string }> {
  const root = await findUsage(cwd);
  if (root === null) throw new UsageError(`there is no ${usageFileName}: prompt-cost usage import FILE... makes one from logs`);
  return { root, ...(await openUsage(cwd, path.relative(cwd, path.join(root, usageFileName)))) };
}

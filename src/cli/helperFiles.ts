import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Fix, helperPlaces, helperText, type Settings } from '../core';

/** A helper module as it is, or would be, written. */
export interface HelperFile {
  path: string;
  /** null where it is new. */
  before: string | null;
  after: string;
}

/** Gives a fix the import that fits where its helper module is: beside the file or in a folder above, where there is one. */
export function placeFix(fix: Fix, file: string): Fix {
  const places = helperPlaces(fix, toSlashes(path.resolve(file)));
  return (places.find((place) => existsSync(place.path)) ?? places[0])?.fix ?? fix;
}

/** The helper modules that placed fixes to a file need, each with all of their helpers. */
export async function helperFiles(fixes: readonly Fix[], file: string, text: string, settings: Settings): Promise<HelperFile[]> {
  const modules = new Map<string, HelperFile>();
  for (const fix of fixes) {
    if (!fix.helpers) continue;
    const target = path.resolve(path.dirname(file), fix.helpers.module);
    const before = modules.get(target)?.before ?? (existsSync(target) ? await readFile(target, 'utf8') : null);
    modules.set(target, { path: target, before, after: helperText(modules.get(target)?.after ?? before, fix, text, settings) });
  }
  return [...modules.values()].filter(({ before, after }) => before !== after);
}

/** Writes a helper module. */
export async function writeHelperFile(file: HelperFile): Promise<void> {
  await mkdir(path.dirname(file.path), { recursive: true });
  await writeFile(file.path, file.after);
}

const toSlashes = (name: string): string => name.split(path.sep).join('/');

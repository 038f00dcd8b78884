import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Fix, findHelperPlace, helperText, type Settings } from '../core';
import { type DecodedFile, decodeFile } from '../disk/decode';
import { exists, resolveInside } from '../disk/project';

/** A helper module as it is, or would be, written. */
export interface HelperFile {
  path: string;
  /** null where it is new. */
  before: Buffer | null;
  textBefore: string;
  textAfter: string;
  after: Buffer;
}

/** Gives a fix the import that fits where its helper module is; null where no module of the project can be imported. */
export async function placeFix(fix: Fix, file: string, text: string, project: string): Promise<Fix | null> {
  const around = { text, root: toSlashes(project), exists };
  const place = await findHelperPlace(fix, toSlashes(file), around);
  return place && (await resolveInside(place.path, project)) ? place.fix : null;
}

/** The helper modules that placed fixes to a file need, each with all of their helpers. Throws for one that can't be written. */
export async function helperFiles(
  fixes: readonly Fix[],
  { file, text, project }: { file: string; text: string; project: string },
  settings: Settings,
): Promise<HelperFile[]> {
  const modules = new Map<string, HelperFile>();
  for (const fix of fixes) {
    if (!fix.helpers) continue;
    const target = await resolveInside(path.resolve(path.dirname(file), fix.helpers.module), project);
    if (target === null) throw new Error('not fixed: its helper module lies outside of the project');
    const known = modules.get(target);
    const before = known ? known.before : await readFile(target).catch(() => null);
    const module: DecodedFile = decodeFile(before ?? Buffer.alloc(0));
    const textAfter = helperText(known?.textAfter ?? (before && module.text), fix, text, settings);
    const after = module.encoding?.encode(textAfter);
    if (!after) throw new Error(`its helper module ${path.basename(target)} is in an unknown encoding`);
    modules.set(target, { path: target, before, textBefore: module.text, textAfter, after });
  }
  return [...modules.values()].filter(({ textBefore, textAfter }) => textBefore !== textAfter);
}

const toSlashes = (name: string): string => name.split(path.sep).join('/');

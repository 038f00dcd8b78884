import path from 'node:path';
import { exists, resolveInside } from '../../disk/project';
import { ToolError } from './tool';

/** A file or folder by the root that it lies in. */
export interface Place {
  root: string;
  /** From the root, with forward slashes; `.` is the root itself. */
  path: string;
}

/** Finds what a path means: the first root that has it, links resolved. Throws for what lies outside of all roots, and what is not there. */
export async function findPlace(name: string, roots: readonly string[]): Promise<Place> {
  let isInside = false;
  for (const root of roots) {
    const file = path.resolve(root, name);
    // A file in the place of a folder, or a link in a circle, leads nowhere.
    if ((await resolveInside(file, root).catch(() => null)) === null) continue;
    isInside = true;
    const relative = path.relative(root, file);
    if (!relative.startsWith('..') && (await exists(file))) return { root, path: relative.split(path.sep).join('/') || '.' };
  }
  throw new ToolError(isInside ? `there is no ${name}` : `${name} lies outside of the workspace`);
}

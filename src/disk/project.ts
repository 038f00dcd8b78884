import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * The folder that nothing is written outside of when a file is fixed: the repository that holds the file, else the first of `folders`
 * (those of the workspace, or the working folder) that does, else the file's own folder.
 */
export async function projectOf(file: string, folders: readonly string[]): Promise<string> {
  const own = path.dirname(file);
  for (let folder = own; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (await exists(path.join(folder, '.git'))) return folder;
  }
  return folders.find((folder) => isInside(file, folder)) ?? own;
}

/** Where a path really leads, links resolved as far as there is something; null where that lies outside of the project. */
export async function resolveInside(file: string, project: string): Promise<string | null> {
  const target = await resolveLinks(path.resolve(file));
  return isInside(target, await resolveLinks(path.resolve(project))) ? target : null;
}

/** Is there something at a path? */
export const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** The real path; of what is not there yet, that of the folder above, and so on. */
async function resolveLinks(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    const above = path.dirname(file);
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!isMissing || above === file) throw error;
    return path.join(await resolveLinks(above), path.basename(file));
  }
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || (!/^\.\.(?:[\\/]|$)/.test(relative) && !path.isAbsolute(relative));
}

import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { LONGEST_PROJECT_FILE, projectFileName } from './core';

/** A project file as it was found. */
export interface FoundFile {
  /** Absolute, with forward slashes and none at the end. */
  folder: string;
  /** One that is too large, or no file, comes with a text that no reader takes. */
  text: string;
}

/** The project files that hold for folders. */
export interface ProjectFiles {
  /** From the root down: of the folder itself and of those above it, up to the one that has `.git`, or up to the top where none has. */
  chainOf(folder: string): Promise<readonly FoundFile[]>;
  /** Looks at the disk again from here on. */
  forget(): void;
}

/** Finds project files, and keeps what it found until told to forget. */
export function createProjectFiles(): ProjectFiles {
  const chains = new Map<string, Promise<readonly FoundFile[]>>();

  const look = async (folder: string): Promise<readonly FoundFile[]> => {
    const above = path.dirname(folder);
    const [own, isRoot] = await Promise.all([readProjectFile(folder), isThere(path.join(folder, '.git'))]);
    const outer = isRoot || above === folder ? [] : await chainOf(above);
    return own === null ? outer : [...outer, { folder: toSlashes(folder).replace(/\/$/, ''), text: own }];
  };
  const chainOf = (folder: string): Promise<readonly FoundFile[]> => {
    const known = chains.get(folder) ?? look(folder);
    chains.set(folder, known);
    return known;
  };
  return { chainOf: (folder) => chainOf(path.resolve(folder)), forget: () => chains.clear() };
}

const isThere = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    () => false,
  );

/** The text of a folder's project file, null where there is none. Reads at most one character more than a reader takes. */
async function readProjectFile(folder: string): Promise<string | null> {
  const file = path.join(folder, projectFileName);
  try {
    if (!(await stat(file)).isFile()) return null;
    const handle = await open(file);
    try {
      const bytes = Buffer.alloc(Math.min((await handle.stat()).size, 4 * (LONGEST_PROJECT_FILE + 1)));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return bytes.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

const toSlashes = (name: string) => (path.sep === '\\' ? name.replaceAll('\\', '/') : name);

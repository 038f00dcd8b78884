/** A Python file that is to import a module of its project. */
export interface PythonFile {
  text: string;
  /** Its folder, in parts. */
  folder: readonly string[];
  /** How many folders above it are still in the project. */
  levels: number;
  exists(path: string): Promise<boolean>;
}

/**
 * How a file names a module that lies `up` folders above its own: relative where it imports relatively, else from the folder that Python
 * looks in: the one in which the file's other imports are found, else the one above its packages. null where no import finds the module.
 * @param module path from the folder that holds it, such as `lib/helpers.py`
 */
export async function pythonSpecifier(module: string, up: number, file: PythonFile): Promise<string | null> {
  const { text, folder } = file;
  const name = module.replace(/\.py$/, '').replaceAll('/', '.');
  const depth = await packageDepth(file);
  const relative = depth > up ? '.'.repeat(up + 1) + name : null;
  if (relative && /^\s*from\s+\./m.test(text)) return relative;
  const start = (await searchedFolder(file)) ?? depth;
  if (start < up) return relative;
  const between = folder.slice(folder.length - start, folder.length - up);
  return between.every((part) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(part)) ? [...between, name].join('.') : relative;
}

/** How many folders are packages, from the file's own upward: 0 where it lies in none. */
async function packageDepth({ folder, levels, exists }: PythonFile): Promise<number> {
  let depth = 0;
  while (depth <= levels && (await exists([...folder.slice(0, folder.length - depth), '__init__.py'].join('/')))) depth++;
  return Math.min(depth, levels);
}

/** How many folders above the file's own its absolute imports are found; null where none of them is of the project. */
async function searchedFolder({ text, folder, levels, exists }: PythonFile): Promise<number | null> {
  const names = new Set([...text.matchAll(/^[ \t]*(?:from|import)[ \t]+([^\W\d]\w*)/gm)].map(([, name]) => name!));
  for (let up = 0; up <= levels; up++) {
    const above = folder.slice(0, folder.length - up);
    for (const name of names) {
      if ((await exists([...above, `${name}.py`].join('/'))) || (await exists([...above, name].join('/')))) return up;
    }
  }
  return null;
}

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { createGlobMatcher } from '../core';
import { type IgnoreRules, readIgnoreFile, readOuterRules } from './ignoreRules';

/** A file to analyse: as it is printed, and where it is. */
export interface InputFile {
  path: string;
  file: string;
}

export interface ListOptions {
  cwd: string;
  /** Globs, relative to `base`. */
  exclude: readonly string[];
  base: string;
  /** Which files of a folder are wanted. Files that are named one by one always are. */
  accepts(path: string): boolean;
}

/**
 * Lists files as given and the files of folders in the order of their names, each once. Folders are walked without
 * following links, and leave out what the `.gitignore` files and the excludes say.
 */
export async function listFiles(paths: readonly string[], options: ListOptions): Promise<InputFile[]> {
  const found = new Map<string, InputFile>();
  for (const given of paths) {
    const file = path.resolve(options.cwd, given);
    const isFolder = await stat(file).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    // What cannot be read is listed too, and named when it is opened.
    for (const input of isFolder ? await walkFolder(file, given, options) : [{ path: given, file }]) {
      if (!found.has(input.file)) found.set(input.file, input);
    }
  }
  return [...found.values()];
}

async function walkFolder(root: string, given: string, { exclude, base, accepts }: ListOptions): Promise<InputFile[]> {
  const prefix = printedPrefix(given);
  const isExcluded = createGlobMatcher(exclude);
  const inBase = !path.relative(base, root).startsWith('..');
  const found: InputFile[] = [];
  const walk = async (folder: string, outer: readonly IgnoreRules[]): Promise<void> => {
    const own = await readIgnoreFile(folder);
    const rules = own ? [...outer, own] : outer;
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      const isFolder = entry.isDirectory();
      if (entry.name === '.git' || !(isFolder || entry.isFile())) continue;
      const relative = toSlashes(path.relative(inBase ? base : root, file));
      // A glob such as **/dist/** means all that is in the folder, so the folder need not be entered.
      if (isExcluded(relative) || (isFolder && isExcluded(`${relative}/x`) && isExcluded(`${relative}/x/x.x`))) continue;
      if (isIgnored(rules, file, isFolder)) continue;
      if (isFolder) await walk(file, rules);
      else {
        const printed = prefix + toSlashes(path.relative(root, file));
        if (accepts(printed)) found.push({ path: printed, file });
      }
    }
  };
  await walk(root, await readOuterRules(root));
  return found;
}

/** The innermost file that says anything decides. */
function isIgnored(rules: readonly IgnoreRules[], file: string, isFolder: boolean): boolean {
  for (const rule of [...rules].reverse()) {
    const verdict = rule.test(file, isFolder);
    if (verdict !== null) return verdict === 'ignored';
  }
  return false;
}

function printedPrefix(given: string): string {
  const trimmed = toSlashes(given).replace(/\/+$/, '');
  if (trimmed === '.') return '';
  return trimmed === '' ? '/' : `${trimmed}/`;
}

const toSlashes = (name: string) => (path.sep === '\\' ? name.replaceAll('\\', '/') : name);

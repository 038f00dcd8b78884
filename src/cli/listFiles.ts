import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { createGlobMatcher, type Settings } from '../core';
import { type IgnoreRules, readIgnoreFile, readOuterRules } from './ignoreRules';

/** A file to analyse: as it is printed, where it is, and what holds for it. */
export interface InputFile {
  path: string;
  file: string;
  settings: Settings;
}

export interface ListOptions {
  cwd: string;
  /** The settings of the files in a folder; what they exclude is left out. */
  settingsOf(folder: string): Promise<Settings>;
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
    const inputs = isFolder
      ? await walkFolder(file, given, options)
      : [{ path: given, file, settings: await options.settingsOf(path.dirname(file)) }];
    for (const input of inputs) {
      if (!found.has(input.file)) found.set(input.file, input);
    }
  }
  return [...found.values()];
}

async function walkFolder(root: string, given: string, { cwd, settingsOf, accepts }: ListOptions): Promise<InputFile[]> {
  const prefix = printedPrefix(given);
  const isExcluded = createExcludes(path.relative(cwd, root).startsWith('..') ? root : cwd);
  const found: InputFile[] = [];
  const walk = async (folder: string, outer: readonly IgnoreRules[]): Promise<void> => {
    const own = await readIgnoreFile(folder);
    const rules = own ? [...outer, own] : outer;
    const settings = await settingsOf(folder);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      const isFolder = entry.isDirectory();
      if (entry.name === '.git' || !(isFolder || entry.isFile())) continue;
      if (isExcluded(file, settings) || isIgnored(rules, file, isFolder)) continue;
      if (isFolder) await walk(file, rules);
      else {
        const printed = prefix + toSlashes(path.relative(root, file));
        if (accepts(printed)) found.push({ path: printed, file, settings });
      }
    }
  };
  await walk(root, await readOuterRules(root));
  return found;
}

/** Whether settings leave a file or folder out. Their globs are relative to the folder that states them, else to `base`; `dist/**` means `dist` as well. */
function createExcludes(base: string): (file: string, settings: Settings) => boolean {
  const matchers = new Map<Settings, (path: string) => boolean>();
  return (file, settings) => {
    const matches = matchers.get(settings) ?? createGlobMatcher(settings.exclude);
    matchers.set(settings, matches);
    return matches(toSlashes(path.relative(settings.excludeFolder || base, file)));
  };
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

import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { createGlobMatcher, type Settings } from '../core';
import { type IgnoreRules, readIgnoreFile, readOuterRules } from './ignoreRules';

/** A file to analyse: as it is printed, where it is, and what holds for it. */
export interface InputFile {
  path: string;
  file: string;
  /** The name's bytes where they are not UTF-8, so that \uFFFD stands in the others for some of them. */
  bytes?: Uint8Array;
  settings: Settings;
}

/** What a file is opened by. */
export const nameOf = ({ file, bytes }: InputFile): string | Buffer => (bytes ? Buffer.from(bytes) : file);

export interface ListOptions {
  cwd: string;
  /** The settings of the files in a folder; what they exclude is left out. */
  settingsOf(folder: string): Promise<Settings>;
  /** Which files of a folder are wanted. Files that are named one by one always are. */
  accepts(path: string, settings: Settings): boolean;
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
      const key = nameOf(input).toString('latin1');
      if (!found.has(key)) found.set(key, input);
    }
  }
  return [...found.values()];
}

async function walkFolder(root: string, given: string, { cwd, settingsOf, accepts }: ListOptions): Promise<InputFile[]> {
  const prefix = printedPrefix(given);
  const isExcluded = createExcludes(path.relative(cwd, root).startsWith('..') ? root : cwd);
  const found: InputFile[] = [];
  const walk = async (folder: string, bytes: Buffer | undefined, outer: readonly IgnoreRules[]): Promise<void> => {
    const own = await readIgnoreFile(folder);
    const rules = own ? [...outer, own] : outer;
    const settings = await settingsOf(folder);
    for (const { name, entry, isUtf8Name } of await readEntries(bytes ?? folder)) {
      const file = path.join(folder, name);
      const isFolder = entry.isDirectory();
      if (name === '.git' || !(isFolder || entry.isFile())) continue;
      if (isExcluded(file, settings) || isIgnored(rules, file, isFolder)) continue;
      const inner = bytes || !isUtf8Name ? Buffer.concat([bytes ?? Buffer.from(folder), Buffer.from(path.sep), entry.name]) : undefined;
      if (isFolder) await walk(file, inner, rules);
      else {
        const printed = prefix + toSlashes(path.relative(root, file));
        if (accepts(printed, settings)) found.push({ path: printed, file, settings, ...(inner && { bytes: inner }) });
      }
    }
  };
  await walk(root, undefined, await readOuterRules(root));
  return found;
}

/** What is in a folder, in the order of the names; a folder that can't be read is empty. */
async function readEntries(folder: string | Buffer): Promise<{ name: string; entry: Dirent<Buffer>; isUtf8Name: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' }).catch(() => []);
  const named = entries.map((entry) => ({ name: entry.name.toString(), entry, isUtf8Name: isUtf8(entry.name) }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether settings leave a file or folder out. Their globs are relative to the folder that states them, else to `base`; `dist/**` means `dist` as well. */
export function createExcludes(base: string): (file: string, settings: Settings) => boolean {
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

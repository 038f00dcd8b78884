import { readFile, stat } from 'node:fs/promises';
import { LARGEST_TOKENIZER_FILE, type OpenBytes } from './core';
import { projectOf, resolveInside } from './disk/project';

/** Opens the tokenizer files of a project for the engine. `folders`: those of the workspace, or the working folder. */
export function createTokenizerOpener(folders: () => readonly string[]): OpenBytes {
  return async (file) => {
    try {
      const target = await resolveInside(file, await projectOf(file, folders()));
      if (target === null) return 'the file: lies outside of the project';
      const about = await stat(target);
      if (!about.isFile()) return 'the file: is no file';
      if (about.size > LARGEST_TOKENIZER_FILE) return 'the file: larger than 64 MB';
      return { version: `${about.mtimeMs} ${about.size}`, bytes: () => readFile(target) };
    } catch {
      return 'the file: cannot be read';
    }
  };
}

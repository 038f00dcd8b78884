import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ContextFiles } from '../core';
import { decodeFile } from '../disk/decode';
import { resolveInside } from '../disk/project';

/** Larger files are no instructions. */
const LARGEST = 2 * 1024 * 1024;
/** More files than any project has rules and skills. */
const MOST = 2000;

/** The files of a project for agents: nothing outside of it is read, links resolved. */
export function createContextFiles(root: string): ContextFiles {
  return {
    async read(name) {
      try {
        const file = await resolveInside(path.resolve(root, name), root);
        if (file === null) return null;
        const about = await stat(file);
        return about.isFile() && about.size <= LARGEST ? decodeFile(await readFile(file)).text : null;
      } catch {
        return null;
      }
    },
    async list(folder) {
      const found: string[] = [];
      const walk = async (inner: string, depth: number): Promise<void> => {
        const entries = await readdir(path.join(root, inner), { withFileTypes: true }).catch(() => []);
        for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
          const name = `${inner}/${entry.name}`;
          if (found.length === MOST) return;
          if (entry.isFile()) found.push(name);
          else if (entry.isDirectory() && depth < 6) await walk(name, depth + 1);
        }
      };
      await walk(folder, 0);
      return found;
    },
  };
}

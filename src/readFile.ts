import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ReadFile } from './core';

/** Largest file that is read for another's sake, in bytes. */
const LARGEST = 512 * 1024;
/** Files whose text is kept. */
const MOST = 300;

/**
 * Reads files for imports and literal paths, relative to `folder` where their path is. Keeps texts until the file changes
 * (time or size), so that a keystroke costs a look at the disk and no reading. Null for what is absent, no file, or too large.
 */
export function createFileReader(folder: string): ReadFile {
  const kept = new Map<string, { stamp: string; text: string }>();
  return async (name) => {
    const place = path.resolve(folder, name);
    try {
      const about = await stat(place);
      if (!about.isFile() || about.size > LARGEST) return null;
      const stamp = `${about.mtimeMs} ${about.size}`;
      const known = kept.get(place);
      if (known?.stamp === stamp) return known.text;
      const text = await readFile(place, 'utf8');
      kept.delete(place);
      kept.set(place, { stamp, text });
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST) break;
        kept.delete(oldest);
      }
      return text;
    } catch {
      return null;
    }
  };
}

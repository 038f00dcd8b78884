import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ReadFile } from './core';

/** Largest file that is read for another's sake, in bytes. */
const LARGEST = 512 * 1024;
/** How long an answer holds without another look at the disk, in milliseconds: typing asks for the same files again and again. */
const FRESH = 1000;
/** Files whose text is kept. */
const MOST = 300;

/**
 * Reads files for imports and literal paths, relative to `folder` where their path is. Keeps texts until the file changes
 * (time or size), and looks for a change at most once a second. Null for what is absent, no file, or too large.
 */
export function createFileReader(folder: string): ReadFile {
  const kept = new Map<string, { stamp: string; text: string | null; looked: number }>();
  return async (name) => {
    const place = path.resolve(folder, name);
    const known = kept.get(place);
    const now = performance.now();
    if (known && now - known.looked < FRESH) return known.text;
    const keep = (stamp: string, text: string | null): string | null => {
      kept.delete(place);
      kept.set(place, { stamp, text, looked: now });
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST) break;
        kept.delete(oldest);
      }
      return text;
    };
    try {
      const about = await stat(place);
      if (!about.isFile() || about.size > LARGEST) return keep('', null);
      const stamp = `${about.mtimeMs} ${about.size}`;
      return keep(stamp, known?.stamp === stamp ? known.text : await readFile(place, 'utf8'));
    } catch {
      return keep('', null);
    }
  };
}

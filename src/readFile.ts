import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ReadFile } from './core';
import { decodeFile } from './disk/decode';

/** Largest file that is read for another's sake, in bytes. */
const LARGEST = 512 * 1024;
/** How long an answer holds without another look at the disk, in milliseconds: typing asks for the same files again and again. */
const FRESH = 1000;
/** Files whose text is kept. */
const MOST_FILES = 300;
/** Folders whose list of names is kept. */
const MOST_FOLDERS = 2000;

/**
 * Reads files for imports and literal paths, relative to `folder` where their path is. Keeps texts until the file changes
 * (time or size), and looks for a change at most once a second. Null for what is absent, no file, or too large. Most of what is asked
 * for is absent, as an import may mean many places, so folders are listed rather than files looked for one by one.
 */
export function createFileReader(folder: string): ReadFile {
  const texts = createStore<{ stamp: string; text: string | null }>(MOST_FILES);
  const lists = createStore<Promise<ReadonlySet<string>>>(MOST_FOLDERS);

  const list = async (place: string): Promise<ReadonlySet<string>> => new Set(await readdir(place).catch(() => []));
  const namesIn = (place: string): Promise<ReadonlySet<string>> => lists.fresh(place) ?? lists.keep(place, list(place));

  return async (name) => {
    const place = path.resolve(folder, name);
    if (!(await namesIn(path.dirname(place))).has(path.basename(place))) return null;
    const fresh = texts.fresh(place);
    if (fresh) return fresh.text;
    try {
      const about = await stat(place);
      if (!about.isFile() || about.size > LARGEST) return texts.keep(place, { stamp: '', text: null }).text;
      const stamp = `${about.mtimeMs} ${about.size}`;
      const known = texts.last(place);
      return texts.keep(place, { stamp, text: known?.stamp === stamp ? known.text : decodeFile(await readFile(place)).text }).text;
    } catch {
      return texts.keep(place, { stamp: '', text: null }).text;
    }
  };
}

/** The last answers by place, the oldest forgotten first. */
interface Store<T> {
  /** An answer that still holds. */
  fresh(place: string): T | undefined;
  last(place: string): T | undefined;
  keep(place: string, value: T): T;
}

function createStore<T>(most: number): Store<T> {
  const kept = new Map<string, { value: T; looked: number }>();
  return {
    fresh(place) {
      const known = kept.get(place);
      return known && performance.now() - known.looked < FRESH ? known.value : undefined;
    },
    last: (place) => kept.get(place)?.value,
    keep(place, value) {
      kept.delete(place);
      kept.set(place, { value, looked: performance.now() });
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return value;
    },
  };
}

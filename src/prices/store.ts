import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { type PriceUpdate, restoreUpdate } from '../core';

/** Where the prices of an update lie. One for the user: the command line and every editor read the same. */
export interface PriceStore {
  readonly file: string;
  /** The update in use; null where there is none, or it can't be read. */
  read(): Promise<PriceUpdate | null>;
  /** Takes an update into use, and keeps the one before. The file is whole at any moment. */
  write(update: PriceUpdate): Promise<void>;
  /** Goes back to the update before, or to the shipped prices; what was in use is deleted. False where there was none. */
  revert(): Promise<boolean>;
}

/** The folder for a user's data on this system; `PROMPT_COST_DATA` names another. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const { PROMPT_COST_DATA: own, XDG_DATA_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (own) return own;
  if (platform === 'win32') return path.join(local ?? path.join(homedir(), 'AppData', 'Local'), 'prompt-cost');
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'prompt-cost');
  return path.join(xdg || path.join(homedir(), '.local', 'share'), 'prompt-cost');
}

export function createPriceStore(folder: string = dataFolder()): PriceStore {
  const file = path.join(folder, 'prices.json');
  const previous = path.join(folder, 'prices.previous.json');
  return {
    file,
    read: () => readStored(file),
    async write(update) {
      await mkdir(folder, { recursive: true });
      const fresh = `${file}.${process.pid}.new`;
      await writeFile(fresh, JSON.stringify(update));
      const before = await readOptional(file);
      if (before === null) await rm(previous, { force: true });
      else {
        const copy = `${previous}.${process.pid}.new`;
        await writeFile(copy, before);
        await rename(copy, previous);
      }
      await rename(fresh, file);
    },
    async revert() {
      if ((await readOptional(file)) === null) return false;
      if (await exists(previous)) await rename(previous, file);
      else await rm(file);
      return true;
    },
  };
}

async function readStored(file: string): Promise<PriceUpdate | null> {
  const text = await readOptional(file);
  if (text === null) return null;
  try {
    return restoreUpdate(JSON.parse(text));
  } catch {
    return null;
  }
}

async function readOptional(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

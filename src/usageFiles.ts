import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type MeasuredUsage, measure, parseUsage, usageFileName } from './core';

/** What was measured, by folder. */
export interface UsageFiles {
  /** Of the nearest folder up to the repository's root that has a usage file; null without one. The same object as long as nothing is forgotten. */
  usageOf(folder: string): Promise<MeasuredUsage | null>;
  /** Looks at the disk again from here on. */
  forget(): void;
}

/** Finds usage files and keeps what they say. `onBroken` is told of each that could not be read; it counts for nothing. */
export function createUsageFiles(onBroken: (file: string, reason: string) => void): UsageFiles {
  const known = new Map<string, Promise<MeasuredUsage | null>>();
  const look = async (folder: string): Promise<MeasuredUsage | null> => {
    const file = path.join(folder, usageFileName);
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) {
      const read = parseUsage(text);
      if (read.kind === 'read') return measure(read.parts, folder.replaceAll('\\', '/').replace(/\/$/, ''), usageFileName);
      onBroken(file, read.reason);
      return null;
    }
    const above = path.dirname(folder);
    const isRoot = await stat(path.join(folder, '.git')).then(
      () => true,
      () => false,
    );
    return isRoot || above === folder ? null : usageOf(above);
  };
  const usageOf = (folder: string): Promise<MeasuredUsage | null> => {
    const found = known.get(folder) ?? look(folder);
    known.set(folder, found);
    return found;
  };
  return { usageOf: (folder) => usageOf(path.resolve(folder)), forget: () => known.clear() };
}

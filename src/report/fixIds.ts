import type { Problem } from '../core';
import { hashText } from './hash';

/**
 * The ids of the fixes of a file's problems, in the order of both: `app/chat.py#1c9e0f3a.2` is the second fix of a problem. They name the
 * problem by what it says, so they survive moved lines; of problems that say the same, each has its own.
 */
export function fixIdsOf(path: string, problems: readonly Problem[]): string[][] {
  const seen = new Map<string, number>();
  return problems.map(({ rule, cell, message, fixes }) => {
    const about = `${rule}\n${cell ?? ''}\n${message}`;
    const before = seen.get(about) ?? 0;
    seen.set(about, before + 1);
    const name = hashText(`${about}\n${before}`, 8);
    return fixes.map((_, index) => `${path.replaceAll('\\', '/')}#${name}.${index + 1}`);
  });
}

/** The file that a fix's id names; null for what is no id. */
export function fileOfFix(id: string): string | null {
  return /^(.+)#[0-9a-f]{8}\.[1-9]\d*$/s.exec(id)?.[1] ?? null;
}

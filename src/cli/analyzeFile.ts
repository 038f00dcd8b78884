import { readFile } from 'node:fs/promises';
import type { Engine, Settings } from '../core';
import { decodeFile, unknownEncoding } from '../disk/decode';
import { type CheckedFile, describeFile, describeIdleFile, describeProblems } from '../report';
import { createCellLocator } from './cellLocator';
import { type InputFile, nameOf } from './listFiles';

/** A file's reports, or why there are none. */
export type FileOutcome = CheckedFile | Unreadable;

export interface Unreadable {
  path: string;
  /** `no such file`, `permission denied`, … */
  error: string;
}

/** What is asked of the engine for each file. Rules run only where problems are wanted. */
export interface Task {
  settings: Settings;
  problems: boolean;
}

/** Reads and analyses one file. Never throws: what goes wrong is named in the outcome. */
export async function analyzeFile(engine: Engine, input: InputFile, { settings, problems }: Task): Promise<FileOutcome> {
  const { path } = input;
  try {
    const { text, encoding } = decodeFile(await readFile(nameOf(input)));
    const source = { text, path: path.replaceAll('\\', '/') };
    if (engine.accepts(source.path) && !engine.mayMatter(source)) return { file: describeIdleFile(path, languageOf(engine, path)), problems: [] };
    const analysis = await engine.analyze(source, settings);
    const locate = createCellLocator(path, text);
    const found = problems ? describeProblems(path, analysis, locate) : [];
    const file = describeFile(path, analysis, locate);
    if (analysis.notice) return { file, problems: found, notice: { path, ...analysis.notice } };
    if (encoding) return { file, problems: found };
    // Offsets in a text that the bytes do not give again are no place to edit.
    return {
      file: { ...file, notice: unknownEncoding },
      problems: found.map((problem) => ({ ...problem, fixes: [] })),
      notice: { path, kind: 'encoding', message: unknownEncoding },
    };
  } catch (error) {
    return { path, error: describeError(error) };
  }
}

function languageOf(engine: Engine, path: string): string {
  return engine.languages.find(({ extensions }) => extensions.some((extension) => path.endsWith(extension)))?.id ?? 'unknown';
}

const reasons: Record<string, string> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a folder',
  ERR_FS_FILE_TOO_LARGE: 'too large',
  ERR_STRING_TOO_LONG: 'too large',
};

/** What went wrong with a file, in a few words. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? error.message.replace(/\s+/g, ' ');
}

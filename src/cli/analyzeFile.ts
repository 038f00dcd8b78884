import { readFile } from 'node:fs/promises';
import { type Engine, type FileLinks, isStatedPrompt, type JoinTarget, mayCall } from '../core';
import { decodeFile, unknownEncoding } from '../disk/decode';
import { type CheckedFile, describeFile, describeIdleFile, describeProblems } from '../report';
import { createCellLocator, createCellReader } from './cellLocator';
import { describeTargets } from './joinTargets';
import { type InputFile, nameOf } from './listFiles';

/** A file's reports, or why there are none. */
export type FileOutcome = LinkedFile | Unreadable;

/** A file's reports with what it has to do with others; without links where there was nothing in it to find. */
export interface LinkedFile extends CheckedFile {
  links?: FileLinks;
  /** One for each call of the file. */
  targets?: JoinTarget[];
}

export interface Unreadable {
  path: string;
  /** `no such file`, `permission denied`, … */
  error: string;
}

/** Functions of other files whose callers are requests. */
export type Helpers = readonly { path: string; name: string }[];

/** Reads and analyses one file; rules run only where problems are wanted. Never throws: what goes wrong is named in the outcome. */
export async function analyzeFile(engine: Engine, input: InputFile, problems: boolean, helpers: Helpers = []): Promise<FileOutcome> {
  const { path, settings } = input;
  try {
    const { text, encoding } = decodeFile(await readFile(nameOf(input)));
    const source = { text, path: path.replaceAll('\\', '/') };
    if (engine.accepts(source.path) && !isStatedPrompt(settings, source.path) && !engine.mayMatter(source) && !mayCall(text, helpers))
      return { file: describeIdleFile(path, languageOf(engine, path)), problems: [] };
    const analysis = await engine.analyze(source, settings);
    const textOf = createCellReader(path, text);
    const locate = createCellLocator(textOf);
    const found = problems ? describeProblems(path, analysis, locate, textOf) : [];
    const file = describeFile(path, analysis, locate);
    const linked = { file, problems: found, links: analysis.links, targets: describeTargets(source.path, text, analysis, locate) };
    if (analysis.notice) return { ...linked, notice: { path, ...analysis.notice } };
    if (encoding) return linked;
    // Offsets in a text that the bytes do not give again are no place to edit.
    return {
      ...linked,
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

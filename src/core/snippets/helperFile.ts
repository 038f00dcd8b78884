import type { Settings } from '../config';
import type { Fix } from '../types';
import { extendHelperModule } from './helperModule';
import { type PythonFile, pythonSpecifier } from './pythonPath';
import { sourceLanguage } from './snippet';
import { readStyle } from './style';

/** Where the helper module of a fix is or will be, and the fix as it is written for that place. */
export interface HelperPlace {
  /** With forward slashes, on the same root as the path of the edited file. */
  path: string;
  fix: Fix;
}

/** What is around the file that a fix edits. */
export interface HelperSurroundings {
  /** The file's text. */
  text: string;
  /** The project's folder, with forward slashes: no folder above it is looked through. */
  root: string;
  /** Is there a file or a folder? */
  exists(path: string): Promise<boolean>;
}

/** Folders above the edited file's own that are looked through for the project's helper module. */
const highest = 8;

/**
 * Finds the helper module for a fix to the file at `path`: the one that is beside it or in a folder above, else a new one beside it. The
 * host writes `helperText` there and applies that place's fix. null for a fix without helpers, and where no import would find the module.
 */
export async function findHelperPlace(fix: Fix, path: string, around: HelperSurroundings): Promise<HelperPlace | null> {
  const { helpers } = fix;
  if (!helpers) return null;
  const folder = path.split('/').slice(0, -1);
  const inFolder = `${folder.join('/')}/`;
  const root = `${around.root.replace(/\/$/, '')}/`;
  // An import that was there before says where the module is.
  if (!isNew(fix)) {
    const there = join(folder, helpers.module);
    return there.startsWith(root) ? { path: there, fix } : null;
  }
  const levels = inFolder.startsWith(root) ? Math.min(highest, inFolder.slice(root.length).split('/').length - 1) : 0;
  const python: PythonFile | null = helpers.language === 'python' ? { folder, levels, ...around } : null;
  const placeAt = async (up: number): Promise<HelperPlace | null> => {
    const specifier = python ? await pythonSpecifier(helpers.module, up, python) : raised(helpers.specifier, up);
    if (specifier === null) return null;
    return { path: join(folder.slice(0, folder.length - up), helpers.module), fix: withSpecifier(fix, specifier, '../'.repeat(up)) };
  };
  for (let up = 0; up <= levels; up++) {
    if (!(await around.exists(join(folder.slice(0, folder.length - up), helpers.module)))) continue;
    const place = await placeAt(up);
    if (place) return place;
  }
  return placeAt(0);
}

/** The helper module's text with what a fix needs; `existing` is null where there is no module yet. A new one is written like the edited file. */
export function helperText(existing: string | null, { helpers }: Fix, edited: string, settings: Settings): string {
  if (!helpers) return existing ?? '';
  const { language, snippets } = helpers;
  return extendHelperModule(existing, snippets, language, settings, existing?.trim() ? undefined : readStyle(edited, sourceLanguage(language))).text;
}

/** Resolves `..` and puts the parts together. */
function join(folder: readonly string[], module: string): string {
  const parts = [...folder];
  for (const part of module.split('/')) {
    if (part === '..' && parts.length) parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const isNew = ({ edits, helpers }: Fix): boolean => edits.some(({ text }) => text.includes(helpers?.specifier ?? '\0'));

/** A relative import of JavaScript from so many folders below. */
const raised = (specifier: string, up: number): string => (up ? '../'.repeat(up) + specifier.replace(/^\.\//, '') : specifier);

/** The fix with its import written in another way. */
function withSpecifier(fix: Fix, specifier: string, above: string): Fix {
  const { helpers } = fix;
  if (!helpers) return fix;
  const edits = fix.edits.map((edit) => ({ ...edit, text: edit.text.replace(helpers.specifier, () => specifier) }));
  return { ...fix, edits, helpers: { ...helpers, module: above + helpers.module, specifier } };
}

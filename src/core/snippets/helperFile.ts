import type { Settings } from '../config';
import type { Fix } from '../types';
import { extendHelperModule } from './helperModule';
import { sourceLanguage } from './snippet';
import { readStyle } from './style';

/** A place where the helper module of a fix may be, and the fix as it is written for that place. */
export interface HelperPlace {
  /** With forward slashes, on the same root as the path of the edited file. */
  path: string;
  fix: Fix;
}

/** Folders above the edited file's own that are looked through for the project's helper module. */
const highest = 8;

/**
 * Where a host looks for the helper module of a fix to the file at `path`: beside it, then in the folders above. It takes the first that
 * exists, else the first of all, writes `helperText` there and applies that place's fix. Empty for a fix without helpers.
 */
export function helperPlaces(fix: Fix, path: string): HelperPlace[] {
  const { helpers } = fix;
  if (!helpers) return [];
  const folder = path.split('/').slice(0, -1);
  const first = { path: join(folder, helpers.module), fix };
  // An import that was there before says where the module is.
  if (!isNew(fix) || helpers.module.startsWith('../')) return [first];
  const above = Array.from({ length: Math.min(highest, folder.length) }, (_, index) => index + 1);
  return [first, ...above.map((up) => ({ path: join(folder.slice(0, -up), helpers.module), fix: withModuleAbove(fix, up) }))];
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

/** The fix with its import pointing so many folders up. An absolute import of Python finds the module by itself. */
function withModuleAbove(fix: Fix, up: number): Fix {
  const { helpers } = fix;
  if (!helpers) return fix;
  const { specifier } = helpers;
  const raised = specifier.startsWith('./')
    ? '../'.repeat(up) + specifier.slice(2)
    : specifier.startsWith('.')
      ? '.'.repeat(up) + specifier
      : specifier;
  const edits = fix.edits.map((edit) => ({ ...edit, text: edit.text.replace(specifier, raised) }));
  return { ...fix, edits, helpers: { ...helpers, module: '../'.repeat(up) + helpers.module, specifier: raised } };
}

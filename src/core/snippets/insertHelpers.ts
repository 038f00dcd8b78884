import type { RunContext } from '../rules/rule';
import type { Fix, TextEdit } from '../types';
import { type ActionContext, helperLanguage, styleOf } from './action';
import { declarationOf, helperModuleName, missingSnippets } from './helperModule';
import { findImport, importPlace, missingImports, writeImport } from './imports';
import { snippets } from './index';
import { published } from './javascript';
import { type HelperLanguage, sourceLanguage } from './snippet';
import { restyle, type Style } from './style';

export interface Insertion {
  edits: TextEdit[];
  /** What the host puts into the helper module; null where the helpers go into the file itself. */
  helpers: NonNullable<Fix['helpers']> | null;
}

/**
 * Makes helpers usable in a file: an import of their names from the helper module, or the helpers themselves where the settings say so.
 * null where the file has something else by one of the names, or the module cannot be imported by its name. `imports`: further lines that the edits need.
 */
export function insertHelpers(
  names: readonly string[],
  ids: readonly string[],
  context: ActionContext,
  imports: readonly string[] = [],
): Insertion | null {
  const language = helperLanguage(context);
  if (!language) return null;
  const { text, path, settings } = context;
  const style = styleOf(context, sourceLanguage(language));
  if (settings.helperPlacement === 'inline') return { edits: inline(text, ids, language, style, imports, context), helpers: null };

  const module = helperModuleName(language, settings, path);
  const base = module.replace(/\.\w+$/, '').replace(/^.*\//, '');
  if (!isImportable(module, language) || isForeign(base, context)) return null;
  const found = findImport(text, (candidate) => lastOf(candidate, language) === base, language);
  const missing = names.filter((name) => !found?.names.includes(name));
  if (missing.some((name) => context.once(namesInUse).has(name))) return null;
  if (found) {
    const edits = missing.length ? [{ start: found.end, end: found.end, text: `, ${missing.join(', ')}` }] : [];
    const further = missingImports(text, imports, language, style);
    if (further.length) edits.push(importEdit(text, further, language, style));
    return { edits, helpers: { language, snippets: [...ids], module: pathOf(found.module, module, language), specifier: found.module } };
  }
  const specifier = specifierOf(text, module, language);
  const line = restyle(writeImport(specifier, missing, language), sourceLanguage(language), style);
  const lines = [...missingImports(text, imports, language, style), line];
  return { edits: [importEdit(text, lines, language, style)], helpers: { language, snippets: [...ids], module, specifier } };
}

const keywords = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

/** Python imports a module by words. */
function isImportable(module: string, language: HelperLanguage): boolean {
  if (language !== 'python') return true;
  const parts = module.replace(/\.py$/, '').split('/');
  return parts.every((part) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(part) && !keywords.has(part));
}

/** Does the file import a package of this name, as an SDK or a part of the language? A module so called would hide it. */
function isForeign(name: string, { facts, settings }: RunContext): boolean {
  if (!settings.helperFileName) return false;
  const imported = facts?.imports.filter(({ module }) => module.replace(/^node:/, '').split(/[./]/)[0] === name) ?? [];
  return imported.length > 0 && !imported.some((fact) => snippets.some(({ exports }) => exports.includes(fact.name ?? '')));
}

/** What the file declares at the left margin, or imports. */
function namesInUse({ text, facts, language }: RunContext): Set<string> {
  const declarations = declarationOf('(\\w+)', language?.id === 'python' ? 'python' : 'typescript');
  const declared = [...text.matchAll(new RegExp(declarations.source, 'gm'))].flatMap((match) => match.slice(1).filter(Boolean));
  return new Set([...declared, ...(facts?.imports.map((fact) => fact.local) ?? [])]);
}

const lastOf = (module: string, language: HelperLanguage): string =>
  (language === 'python' ? module.split('.') : module.replace(/\.[cm]?[jt]s$/, '').split('/')).at(-1) ?? '';

/** Where an import that is there says that the module is; an alias says nothing, so it is taken to be beside the file. */
function pathOf(specifier: string, module: string, language: HelperLanguage): string {
  if (!specifier.startsWith('.')) return module;
  const ending = /\.\w+$/.exec(module)?.[0] ?? '';
  if (language !== 'python') return `${specifier.replace(/^\.\//, '').replace(/\.[cm]?[jt]s$/, '')}${ending}`;
  const up = /^\.+/.exec(specifier)?.[0].length ?? 1;
  return `${'../'.repeat(up - 1)}${specifier.slice(up).replaceAll('.', '/')}.py`;
}

/** The module as an import names it: with the ending that the file's other relative imports have; relative in Python where they are. */
function specifierOf(text: string, module: string, language: HelperLanguage): string {
  const path = module.replace(/\.\w+$/, '');
  if (language === 'python') {
    const dotted = path.replace(/^(?:\.\.\/)+/, '').replaceAll('/', '.');
    const up = path.match(/\.\.\//g)?.length ?? 0;
    return /^from \.+\w* import/m.test(text) || up ? '.'.repeat(up + 1) + dotted : dotted;
  }
  return (path.startsWith('../') ? path : `./${path}`) + endingOf(text, module, language);
}

/** Node finds ES modules, and any `.cjs`, only by their whole name; bundlers find them without the ending as well. */
function endingOf(text: string, module: string, language: HelperLanguage): string {
  const relative = /(?:from\s*|require\(\s*)['"]\.{1,2}\/[^'"\n]*?(\.[cm]?[jt]s)?['"]/.exec(text);
  const own = /\.\w+$/.exec(module)?.[0] ?? '';
  if (language === 'typescript') return relative?.[1] ?? '';
  if (own !== '.js') return own;
  return relative ? (relative[1] ? own : '') : language === 'javascript' ? own : '';
}

function importEdit(text: string, lines: readonly string[], language: HelperLanguage, style: Style): TextEdit {
  const { offset, first } = importPlace(text, language);
  const before = offset > 0 && text[offset - 1] !== '\n' ? style.newline : first && offset > 0 && text.slice(0, offset).trim() ? style.newline : '';
  const after = first && text.slice(offset).trim() && !/^\s*\n/.test(text.slice(offset)) ? style.newline : '';
  return { start: offset, end: offset, text: before + lines.map((line) => line + style.newline).join('') + after };
}

/** Imports and code of the helpers that the file does not have yet, below its imports; not exported. */
function inline(
  text: string,
  ids: readonly string[],
  language: HelperLanguage,
  style: Style,
  further: readonly string[],
  { settings }: ActionContext,
): TextEdit[] {
  const missing = missingSnippets(ids, language, text);
  const imports = missingImports(text, [...missing.flatMap((snippet) => snippet.imports), ...further], language, style);
  if (!missing.length && !imports.length) return [];
  const gap = style.newline.repeat(language === 'python' ? 2 : 1);
  const source = sourceLanguage(language);
  const code = missing.map((snippet) => gap + restyle(published(`${snippet.code(settings).trim()}\n`, snippet, language, true), source, style));
  const edit = importEdit(text, imports, language, style);
  const rest = text.slice(edit.start);
  return [{ ...edit, text: edit.text.trimEnd() + (edit.text.trimEnd() && style.newline) + code.join('') + (/^\s*\n/.test(rest) ? '' : gap) }];
}

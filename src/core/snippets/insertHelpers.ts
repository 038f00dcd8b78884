import type { RunContext } from '../rules/rule';
import type { Fix, TextEdit } from '../types';
import { type ActionContext, snippetLanguage, styleOf } from './action';
import { declarationOf, helperModuleName, missingSnippets } from './helperModule';
import { findImport, importPlace, missingImports, writeImport } from './imports';
import type { SnippetLanguage } from './snippet';
import { restyle, type Style } from './style';

export interface Insertion {
  edits: TextEdit[];
  /** What the host puts into the helper module; null where the helpers go into the file itself. */
  helpers: NonNullable<Fix['helpers']> | null;
}

/**
 * Makes helpers usable in a file: an import of their names from the helper module, or the helpers themselves where the settings say so.
 * null where the file has something else by one of the names. `imports`: further lines that the edits need.
 */
export function insertHelpers(
  names: readonly string[],
  ids: readonly string[],
  context: ActionContext,
  imports: readonly string[] = [],
): Insertion | null {
  const language = snippetLanguage(context);
  if (!language) return null;
  const { text, settings } = context;
  const style = styleOf(context, language);
  if (settings.helperPlacement === 'inline') return { edits: inline(text, ids, language, style, imports, context), helpers: null };

  const module = helperModuleName(language, settings);
  const base = module.replace(/\.\w+$/, '').replace(/^.*\//, '');
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
  const line = restyle(writeImport(specifier, missing, language), language, style);
  const lines = [...missingImports(text, imports, language, style), line];
  return { edits: [importEdit(text, lines, language, style)], helpers: { language, snippets: [...ids], module, specifier } };
}

/** What the file declares at the left margin, or imports. */
function namesInUse({ text, facts, language }: RunContext): Set<string> {
  const declarations = language?.id === 'python' ? declarationOf('(w+)', 'python') : declarationOf('(w+)', 'typescript');
  const declared = [...text.matchAll(new RegExp(declarations.source, 'gm'))].flatMap((match) => match.slice(1).filter(Boolean));
  return new Set([...declared, ...(facts?.imports.map((fact) => fact.local) ?? [])]);
}

const lastOf = (module: string, language: SnippetLanguage): string =>
  (language === 'python' ? module.split('.') : module.replace(/\.[cm]?[jt]s$/, '').split('/')).at(-1) ?? '';

/** Where an import that is there says that the module is; an alias says nothing, so it is taken to be beside the file. */
function pathOf(specifier: string, module: string, language: SnippetLanguage): string {
  if (!specifier.startsWith('.')) return module;
  if (language === 'typescript') return `${specifier.replace(/^\.\//, '').replace(/\.[cm]?[jt]s$/, '')}.ts`;
  const up = /^\.+/.exec(specifier)?.[0].length ?? 1;
  return `${'../'.repeat(up - 1)}${specifier.slice(up).replaceAll('.', '/')}.py`;
}

/** The module as an import names it: with the ending that the file's other relative imports have; relative in Python where they are. */
function specifierOf(text: string, module: string, language: SnippetLanguage): string {
  const path = module.replace(/\.\w+$/, '');
  if (language === 'python') {
    const dotted = path.replace(/^(?:\.\.\/)+/, '').replaceAll('/', '.');
    const up = path.match(/\.\.\//g)?.length ?? 0;
    return /^from \.+\w* import/m.test(text) || up ? '.'.repeat(up + 1) + dotted : dotted;
  }
  const ending = /from\s*['"]\.{1,2}\/[^'"\n]*?(\.[cm]?[jt]s)['"]/.exec(text)?.[1] ?? '';
  return (path.startsWith('../') ? path : `./${path}`) + ending;
}

function importEdit(text: string, lines: readonly string[], language: SnippetLanguage, style: Style): TextEdit {
  const { offset, first } = importPlace(text, language);
  const before = offset > 0 && text[offset - 1] !== '\n' ? style.newline : first && offset > 0 && text.slice(0, offset).trim() ? style.newline : '';
  const after = first && text.slice(offset).trim() && !/^\s*\n/.test(text.slice(offset)) ? style.newline : '';
  return { start: offset, end: offset, text: before + lines.map((line) => line + style.newline).join('') + after };
}

/** Imports and code of the helpers that the file does not have yet, below its imports; not exported. */
function inline(
  text: string,
  ids: readonly string[],
  language: SnippetLanguage,
  style: Style,
  further: readonly string[],
  { settings }: ActionContext,
): TextEdit[] {
  const missing = missingSnippets(ids, language, text);
  const imports = missingImports(text, [...missing.flatMap((snippet) => snippet.imports), ...further], language, style);
  if (!missing.length && !imports.length) return [];
  const gap = style.newline.repeat(language === 'python' ? 2 : 1);
  const code = missing.map(
    (snippet) =>
      gap +
      restyle(
        `${snippet
          .code(settings)
          .trim()
          .replace(/^export /gm, '')}\n`,
        language,
        style,
      ),
  );
  const edit = importEdit(text, imports, language, style);
  const rest = text.slice(edit.start);
  return [{ ...edit, text: edit.text.trimEnd() + (edit.text.trimEnd() && style.newline) + code.join('') + (/^\s*\n/.test(rest) ? '' : gap) }];
}

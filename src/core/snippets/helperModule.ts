import type { Settings } from '../config';
import { mergeImports } from './imports';
import { snippets } from './index';
import { inLanguage, isCommonJs, published } from './javascript';
import { type HelperLanguage, type Snippet, type SnippetLanguage, sourceLanguage } from './snippet';
import { ownStyle, readStyle, restyle, type Style } from './style';

const endings: Record<HelperLanguage, string> = { python: '.py', typescript: '.ts', javascript: '.js', commonjs: '.js' };
const names: Record<SnippetLanguage, string> = { python: 'prompt_cost_helpers', typescript: 'promptCostHelpers' };
const headers: Record<SnippetLanguage, string> = {
  python: '"""Helpers that keep the cost of LLM calls down. Yours to change: later additions only append."""\n',
  typescript: '/** Helpers that keep the cost of LLM calls down. Yours to change: later additions only append. */\n',
};

/**
 * Path of the helper module from the folder of the file that imports it: `promptCostHelpers.ts`, or what the settings name. Beside `.mjs`
 * and `.cjs` it ends as they do, since `.js` may mean the other kind of module.
 */
export function helperModuleName(language: HelperLanguage, settings: Pick<Settings, 'helperFileName'>, importer = ''): string {
  const ending = sourceLanguage(language) === language ? endings[language] : (/\.[cm]js$/.exec(importer)?.[0] ?? endings[language]);
  const given = settings.helperFileName
    .replaceAll('\\', '/')
    .replace(/^\.\//, '')
    .replace(/\.[cm]?[jt]sx?$|\.py$/, '');
  const base = given || names[sourceLanguage(language)];
  // A hyphen has no place in the name of a Python module.
  return (language === 'python' ? base.replace(/[^/]+$/, (name) => name.replaceAll('-', '_')) : base) + ending;
}

/**
 * The snippets, by id, that a text lacks, with what they in turn build on, the needed ones first. What a text has needs nothing more:
 * it may be a helper that the user has written anew. Unknown ids are left out.
 */
export function missingSnippets(ids: readonly string[], language: HelperLanguage, text: string): Snippet[] {
  const result: Snippet[] = [];
  const add = (id: string) => {
    const snippet = snippets.find((candidate) => candidate.id === id && candidate.language === sourceLanguage(language));
    if (!snippet || result.some((other) => other.id === id) || declares(text, snippet)) return;
    snippet.requires.forEach(add);
    result.push(inLanguage(snippet, language));
  };
  ids.forEach(add);
  return result;
}

/** Does a text declare one of the snippet's exports at its top level? */
export function declares(text: string, { exports, language }: Pick<Snippet, 'exports' | 'language'>): boolean {
  return exports.some((name) => declarationOf(name, language).test(text));
}

/** Matches a declaration of the name at the start of a line. */
export function declarationOf(name: string, language: SnippetLanguage): RegExp {
  return language === 'python'
    ? new RegExp(`^(?:(?:async )?def|class) ${name}\\b|^${name}\\s*[:=]`, 'm')
    : new RegExp(`^(?:export )?(?:declare )?(?:default )?(?:async )?(?:function\\*?|const|let|var|class|interface|type|enum) ${name}\\b`, 'm');
}

/**
 * The text of a helper module that has the wanted helpers: a new one where `existing` is null, else the given one with what it lacks
 * appended. A helper that the module declares, changed or not, stays as it is; of the existing lines none changes.
 */
export function extendHelperModule(
  existing: string | null,
  ids: readonly string[],
  wanted: HelperLanguage,
  settings: Settings,
  style: Style = existing?.trim() ? readStyle(existing, sourceLanguage(wanted)) : ownStyle(sourceLanguage(wanted)),
): { text: string } {
  const { newline } = style;
  const source = sourceLanguage(wanted);
  // A module that is there says by itself which kind it is.
  const language = wanted === source || !existing?.trim() ? wanted : isCommonJs(existing) ? 'commonjs' : 'javascript';
  const before = existing?.trim() ? existing : restyle(headers[source], source, style);
  const missing = missingSnippets(ids, language, before);
  if (!missing.length) return { text: before };
  const imported = mergeImports(
    before,
    missing.flatMap((snippet) => snippet.imports),
    language,
    style,
  );
  const gap = language === 'python' ? newline.repeat(2) : newline;
  const blocks = missing.map((snippet) => gap + restyle(published(`${snippet.code(settings).trim()}\n`, snippet, language), source, style));
  return { text: imported.trimEnd() + newline + blocks.join('') };
}

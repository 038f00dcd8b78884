import { toRequire } from './javascript';
import { type HelperLanguage, sourceLanguage } from './snippet';
import { restyle, type Style } from './style';

/** One import line, read as far as merging needs it. */
interface ImportLine {
  module: string;
  /** Names between the braces, or behind Python's `import`; null for any other form. */
  names: string[] | null;
  line: string;
}

const esModule = /^import\b(?:[^'"`;\n{]|\{[^}'"`]*\})*['"][^'"\n]+['"](?:\s*with\s*\{[^}]*\})?;?[^\S\n]*(?:\/\/[^\n]*)?$/gm;

/** Import statements at the left margin; in Python with brackets over several lines, in JavaScript with braces. */
const statements: Record<HelperLanguage, RegExp> = {
  typescript: esModule,
  javascript: esModule,
  commonjs: /^(?:const|let|var)\s+(?:\w+|\{[^}'"`]*\})\s*=\s*require\(\s*['"][^'"\n]+['"]\s*\)(?:\.\w+)*;?[^\S\n]*(?:\/\/[^\n]*)?$/gm,
  python: /^(?:import [^\n]+|from \S+ import (?:\([^)]*\)|[^\n(]+(?:\\\n[^\n]+)*))[^\S\n]*$/gm,
};

/** What may stand above the first import: `#!`, comments, directives, a docstring, `from __future__`. */
const preambles = {
  typescript: /^(?:#![^\n]*\n)?(?:\s*(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/|['"]use [^'"\n]+['"];?)[^\S\n]*(?:\n|$))*/,
  python: /^(?:#[^\n]*\n|[^\S\n]*\n)*(?:[rRuU]?(?:"""[\s\S]*?"""|'''[\s\S]*?''')[^\S\n]*(?:\n|$))?/,
};

/** Where a new import line goes: behind the last import at the left margin, else below what must stand on top. `first`: none is there yet. */
export function importPlace(text: string, language: HelperLanguage): { offset: number; first: boolean } {
  const head = text.replaceAll('\r', ' ');
  const preamble = preambles[sourceLanguage(language)].exec(head)?.[0].length ?? 0;
  let end = -1;
  for (const match of head.matchAll(statements[language])) {
    // Texts that only look like imports stand inside other code: only what follows on imports, comments and blank lines counts.
    if (end >= 0 ? !isQuiet(head.slice(end, match.index)) : match.index < preamble - 1) continue;
    end = match.index + match[0].trimEnd().length;
  }
  if (end < 0) return { offset: preamble, first: true };
  const lineEnd = text.indexOf('\n', end);
  return { offset: lineEnd < 0 ? text.length : lineEnd + 1, first: false };
}

/** May imports follow behind this? Short code between imports is common (`sys.path.append(…)`, `load_dotenv()`), texts are not. */
function isQuiet(between: string): boolean {
  return !/`|"""|'''/.test(between);
}

/** The lines that the text's imports lack, in the text's style; names that are there already are left out. */
export function missingImports(text: string, lines: readonly string[], language: HelperLanguage, style: Style): string[] {
  const present = [...text.replaceAll('\r', ' ').matchAll(statements[language])].map(([line]) => readImport(line, language));
  const wanted = new Map<string, ImportLine>();
  for (const line of lines) {
    const read = readImport(line, language);
    const key = read.names ? read.module : line;
    const before = wanted.get(key);
    wanted.set(key, before?.names && read.names ? { ...read, names: [...new Set([...before.names, ...read.names])] } : read);
  }
  const result: string[] = [];
  for (const { module, names, line } of wanted.values()) {
    if (!names) {
      if (!present.some((other) => other.names === null && other.line === readImport(line, language).line)) result.push(line);
      continue;
    }
    const known = present.flatMap((other) => (other.module === module ? (other.names ?? []) : []));
    const missing = names.filter((name) => !known.includes(name));
    if (missing.length) result.push(writeImport(module, missing, language));
  }
  return result.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).map((line) => restyle(line, sourceLanguage(language), style));
}

/** What comes with the language stands before packages. */
const rank = (line: string): number =>
  /'node:/.test(line) ? 0 : /^import .*['"]|^const .*\brequire\(|^(?:import|from) (?:anthropic|litellm|openai|redis)\b/.test(line) ? 2 : 1;

/** Adds what is missing below the imports. */
export function mergeImports(text: string, lines: readonly string[], language: HelperLanguage, style: Style): string {
  const missing = missingImports(text, lines, language, style);
  if (!missing.length) return text;
  const { offset, first } = importPlace(text, language);
  const head = text.slice(0, offset);
  const gap = head && first ? style.newline : head && !head.endsWith('\n') ? style.newline : '';
  return (
    head + gap + missing.map((line) => line + style.newline).join('') + (first && text.slice(offset).trim() ? style.newline : '') + text.slice(offset)
  );
}

/** `import { a, b } from 'm';` or `from m import a, b`, as our own code writes it. */
export function writeImport(module: string, names: readonly string[], language: HelperLanguage): string {
  const all = [...names].sort().join(', ');
  if (language === 'python') return `from ${module} import ${all}`;
  const line = `import { ${all} } from '${module}';`;
  return language === 'commonjs' ? toRequire(line) : line;
}

/** An import of names from a module that the test accepts, with the place behind its last name. */
export function findImport(
  text: string,
  accepts: (module: string) => boolean,
  language: HelperLanguage,
): { module: string; names: string[]; end: number } | null {
  for (const match of text.replaceAll('\r', ' ').matchAll(statements[language])) {
    const { module, names } = readImport(match[0], language);
    if (!names || !accepts(module)) continue;
    const list = language === 'python' ? match[0].search(/\bimport\b/) + 6 : match[0].indexOf('{');
    const close = language === 'python' ? (match[0].includes('(') ? match[0].lastIndexOf(')') : match[0].trimEnd().length) : match[0].indexOf('}');
    const end = match.index + list + match[0].slice(list, close).replace(/[\s,]+$/, '').length;
    return { module, names, end };
  }
  return null;
}

function readImport(source: string, language: HelperLanguage): ImportLine {
  const line = source
    .replace(/\s+/g, ' ')
    .replace(/\s*;?\s*$/, '')
    .replaceAll('"', "'");
  if (language === 'python') {
    const [, module, list] = /^from (\S+) import \(?([^)]*)\)?/.exec(line) ?? [];
    return { module: module ?? '', names: list === undefined ? null : nameList(list.replace(/#.*$/, '')), line };
  }
  const [, list, module] = /^(?:import|const|let|var) ?\{([^}]*)\} ?(?:from|= ?require\() ?'([^']+)'/.exec(line) ?? [];
  return { module: module ?? '', names: list === undefined ? null : nameList(list), line };
}

const nameList = (list: string): string[] =>
  list
    .replaceAll('\\', ' ')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

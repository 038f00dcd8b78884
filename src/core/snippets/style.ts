import type { SnippetLanguage } from './snippet';

/** How a file is written. */
export interface Style {
  quote: "'" | '"';
  /** Always false in Python. */
  semicolons: boolean;
  /** One level: spaces or a tab. */
  indent: string;
  newline: '\n' | '\r\n';
}

/** A piece of source text: code, a quoted text, or what is left as it is (comments, template texts, triple quotes). */
interface Piece {
  kind: 'code' | 'quoted' | 'other';
  text: string;
}

const own: Record<SnippetLanguage, Style> = {
  typescript: { quote: "'", semicolons: true, indent: '  ', newline: '\n' },
  python: { quote: '"', semicolons: false, indent: '    ', newline: '\n' },
};

/** What snippets are written in, and what a new helper module gets when nothing else is known. */
export const ownStyle = (language: SnippetLanguage): Style => own[language];

/** Reads quotes, semicolons, indentation and line ends from a text; what the text does not show is as in our own code. */
export function readStyle(text: string, language: SnippetLanguage): Style {
  const base = own[language];
  const pieces = split(text, language);
  const single = pieces.filter(({ kind, text: piece }) => kind === 'quoted' && piece.startsWith("'")).length;
  const double = pieces.filter(({ kind, text: piece }) => kind === 'quoted' && piece.startsWith('"')).length;
  const code = pieces.map((piece) => (piece.kind === 'code' ? piece.text : piece.kind === 'quoted' ? '""' : ' ')).join('');
  return {
    quote: single === double ? base.quote : single > double ? "'" : '"',
    semicolons: language === 'typescript' && hasSemicolons(code),
    indent: readIndent(code) ?? base.indent,
    newline: /\r\n/.test(text) ? '\r\n' : '\n',
  };
}

function hasSemicolons(code: string): boolean {
  const withOne = code.match(/;[^\S\n]*$/gm)?.length ?? 0;
  const without = code.match(/^[^\S\n]*(?:import|export|const|let|return)\b[^\n]*[\w)\]}"][^\S\n]*$/gm)?.length ?? 0;
  return withOne > 0 || without === 0;
}

/** The step between an indented line and the less indented one before it that occurs most often. */
function readIndent(code: string): string | null {
  if (/^\t+\S/m.test(code)) return '\t';
  const steps = new Map<number, number>();
  let before = 0;
  for (const line of code.split('\n')) {
    if (!line.trim()) continue;
    const depth = /^ */.exec(line)?.[0].length ?? 0;
    const step = depth - before;
    if (step > 1 && step <= 8) steps.set(step, (steps.get(step) ?? 0) + 1);
    before = depth;
  }
  const [most] = [...steps].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most ? ' '.repeat(most[0]) : null;
}

/** Rewrites code of ours in another style. Texts that hold the other quote, comments and template texts stay as they are. */
export function restyle(code: string, language: SnippetLanguage, style: Style): string {
  const base = own[language];
  const quoted = split(code, language).map(({ kind, text }) => {
    if (kind === 'quoted') return requote(text, style.quote);
    return kind === 'code' && base.semicolons && !style.semicolons ? text.replace(/;(?=[^\S\n]*(?:\n|$))/g, '') : text;
  });
  const lines = quoted.join('').split('\n');
  return lines.map((line) => reindent(line, base.indent, style.indent)).join(style.newline);
}

function requote(text: string, quote: Style['quote']): string {
  const inner = text.slice(1, -1);
  return /['"\\]/.test(inner) ? text : quote + inner + quote;
}

function reindent(line: string, from: string, to: string): string {
  const levels = Math.floor((/^ */.exec(line)?.[0].length ?? 0) / from.length);
  return to.repeat(levels) + line.slice(levels * from.length);
}

const pieces: Record<SnippetLanguage, RegExp> = {
  typescript: /(\/\/[^\n]*|\/\*[\s\S]*?\*\/|`(?:[^`\\]|\\[\s\S])*`)|('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g,
  python: /(#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?''')|('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g,
};

function split(text: string, language: SnippetLanguage): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(pieces[language])) {
    result.push({ kind: 'code', text: text.slice(at, match.index) }, { kind: match[1] === undefined ? 'quoted' : 'other', text: match[0] });
    at = match.index + match[0].length;
  }
  result.push({ kind: 'code', text: text.slice(at) });
  return result;
}

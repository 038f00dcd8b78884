import type { Span } from '../../types';
import { matchSpans } from '../spans';

/** A fenced block, its marks included. */
export interface Fence extends Span {
  info: string;
  bodyStart: number;
  bodyEnd: number;
}

/** A line of a text without its line break. */
export interface Line extends Span {
  text: string;
}

export function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const end = start + line.length;
    const result = { start, end, text: line };
    start = end + 1;
    return result;
  });
}

/** Fenced blocks; one that stays open runs to the end. */
export function fencesOf(lines: readonly Line[]): Fence[] {
  const found: Fence[] = [];
  let open: { fence: Fence; mark: string } | null = null;
  for (const { text, start, end } of lines) {
    const mark = /^[ \t]*(`{3,}|~{3,})(.*)$/.exec(text);
    if (open) {
      open.fence.end = end;
      if (mark && mark[1]!.startsWith(open.mark) && !mark[2]!.trim()) {
        open.fence.bodyEnd = start;
        open = null;
      } else open.fence.bodyEnd = end;
    } else if (mark && !mark[2]!.includes('`')) {
      open = { mark: mark[1]!, fence: { start, end, info: mark[2]!.trim().toLowerCase(), bodyStart: end + 1, bodyEnd: end + 1 } };
      found.push(open.fence);
    }
  }
  return found;
}

/** Fenced code. A fence around nearly the whole text, with sentences in it, only packs a prompt: of it, the marks alone. */
export function fencedCode(text: string, lines: readonly Line[]): Span[] {
  const fences = fencesOf(lines);
  const [only] = fences;
  if (fences.length !== 1 || !only || !packsPrompt(text, only)) return fences;
  return [
    { start: only.start, end: only.bodyStart },
    { start: only.bodyEnd, end: only.end },
  ];
}

/** The text without the marks of a fence that only packs a prompt. */
export function unpacked(text: string): string {
  const fences = fencesOf(linesOf(text));
  const [only] = fences;
  if (fences.length !== 1 || !only || !packsPrompt(text, only)) return text;
  return text.slice(0, only.start) + text.slice(only.bodyStart, only.bodyEnd) + text.slice(only.end);
}

function packsPrompt(text: string, { info, bodyStart, bodyEnd }: Fence): boolean {
  if (!/^(?:|md|markdown|text|txt|plaintext|prompt)$/.test(info)) return false;
  const body = text.slice(bodyStart, bodyEnd);
  if (body.trim().length < text.trim().length * 0.6) return false;
  const lines = body.split('\n').filter((line) => line.trim());
  const sentences = lines.filter((line) => /\p{L}{2,} \p{L}+ .*[.!?:]["”)*]*\s*$/u.test(line)).length;
  return sentences >= 1 && sentences >= lines.length * 0.3 && lines.filter(isCode).length < lines.length * 0.2;
}

const operator = /=>|::|->|[=!<>]=|\(\)|\+=|&&|\|\|/g;
const keyword =
  /^[ \t]*(?:import|from|def|class|function|const|let|var|return|elif|else:|async|await|public|private|SELECT|INSERT|#include|@\w+|\/\/)(?![\w-])/;

/** Does a line read like code rather than like a sentence? One arrow in a sentence makes it none. */
export function isCode(line: string): boolean {
  const trimmed = line.trim();
  if (/[;{]$/.test(trimmed) && /[=(){}<>]/.test(trimmed)) return true;
  if (trimmed.endsWith('}') && !/\{[\w.$[\]"' :|!-]{0,60}\}$/.test(trimmed)) return true;
  if (/^[\w-]+[ \t]*=[ \t]*\S/.test(trimmed)) return true;
  const words = trimmed.match(/(?<![\w.$])[\p{L}'’-]{2,}(?=[\s,.:;!?]|$)/gu)?.length ?? 0;
  if (keyword.test(line)) return words < 6 || /[=({;]|:$/.test(trimmed);
  const operators = trimmed.match(operator)?.length ?? 0;
  return operators > 0 && words < 4 + operators * 2;
}

/** What stands around an arrow or another operator in a sentence: `in -> out`. */
const operands = /(?<!\S)\S{1,60}?[ \t]{0,2}(?:=>|::|->|[=!<>]=|\(\)|\+=|&&|\|\|)[ \t]{0,2}\S{0,60}/g;
/** Names with inner marks: snake_case, dotted.paths, std::names, paths, camelCase. */
const names = /(?<![\w$])[\w$]+(?:(?:::|->|[._/\\])[\w$]+)+|\b[a-z]+(?:[A-Z][a-z0-9]*)+\b/g;

/** Code lines, operands and names outside fences. */
export function bareCode(text: string, lines: readonly Line[]): Span[] {
  return [...lines.filter((line) => line.text.length < 2000 && isCode(line.text)), ...matchSpans(text, operands), ...matchSpans(text, names)];
}

/** From each opening mark to the next closing one: front matter, comments, text in three quotes. */
export function delimited(text: string): Span[] {
  const front = /^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/.exec(text);
  return [
    ...(front ? [{ start: 0, end: front[0].length }] : []),
    ...between(text, '<!--', '-->'),
    ...between(text, '"""', '"""'),
    ...between(text, "'''", "'''"),
  ];
}

export function between(text: string, opener: string, closer: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(opener); start >= 0; ) {
    const close = text.indexOf(closer, start + opener.length);
    if (close < 0) break;
    found.push({ start, end: close + closer.length });
    start = text.indexOf(opener, close + closer.length);
  }
  return found;
}

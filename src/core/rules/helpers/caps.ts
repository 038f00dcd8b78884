import type { Loop } from '../../facts';
import type { Ecosystem } from '../../languages/language';
import type { TextEdit } from '../../types';

/**
 * Edits that end an endless loop with an error after so many turns; a loop that ends by itself before does what it did. Python gets a
 * `for` with an `else`, JavaScript a counter and a check. null for other heads and languages.
 */
export function capLoop(text: string, loop: Loop, ecosystem: Ecosystem | undefined, turns: number): TextEdit[] | null {
  const source = text.slice(loop.span.start, loop.span.end);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = text.lastIndexOf('\n', loop.span.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, loop.span.start))?.[0] ?? '';
  const name = ['turn', 'turns', 'turn_count', 'turn_number'].find((candidate) => !new RegExp(`\\b${candidate}\\b`).test(text));
  if (!name) return null;
  if (ecosystem === 'python') {
    const head = /^while\s*(?:True|1|\(True\))\s*:(?=[ \t]*(?:#[^\n]*)?\r?\n)/.exec(source)?.[0];
    const alone = lineStart + indent.length === loop.span.start;
    if (!head || !alone || new RegExp(`^${indent}else\\b`, 'm').test(source)) return null;
    const inner = /\n([ \t]+)\S/.exec(source.slice(head.length))?.[1];
    const at = endOfLine(text, loop.span.start + source.trimEnd().length);
    const ending = `${newline}${indent}else:${newline}${inner ?? `${indent}    `}raise RuntimeError("no end after ${turns} turns")`;
    return [
      { start: loop.span.start, end: loop.span.start + head.length, text: `for ${name} in range(${turns}):` },
      { start: at, end: at, text: ending },
    ];
  }
  const head = /^(?:while\s*\(\s*(?:true|1)\s*\)|for\s*\(\s*;\s*;\s*\))\s*\{(?=[ \t]*(?:\/\/[^\n]*)?\r?\n)/.exec(source)?.[0];
  if (ecosystem !== 'javascript' || !head) return null;
  const counter = name.replace(/_(\w)/, (_, letter: string) => letter.toUpperCase());
  const inner = /\n([ \t]+)\S/.exec(source.slice(head.length))?.[1] ?? `${indent}  `;
  const at = endOfLine(text, loop.span.start + head.length);
  const quote = (text.match(/"/g)?.length ?? 0) > (text.match(/'/g)?.length ?? 0) ? '"' : "'";
  const semicolon = /;[ \t]*\r?$/m.test(source) ? ';' : '';
  const check = `${newline}${inner}if (${counter} >= ${turns}) throw new Error(${quote}no end after ${turns} turns${quote})${semicolon}`;
  return [
    { start: loop.span.start, end: loop.span.start + head.length, text: `for (let ${counter} = 0; ; ${counter}++) {` },
    { start: at, end: at, text: check },
  ];
}

function endOfLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
}

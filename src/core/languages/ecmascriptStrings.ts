import type { Node } from 'web-tree-sitter';
import type { Escape, StringExpr, StringPart, TextPart } from '../facts';
import { lowerValue } from './ecmascriptExpressions';
import { unknown, values } from './ecmascriptNodes';
import type { Lowering } from './lowering';
import { holeName } from './strings';

/** An escape sequence, or a line end that a template literal turns into `\n`. */
const ESCAPE = /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{0,2}|[4-7][0-7]?)|(\r\n|[\s\S]))|\r\n?/g;
const RAW_LINE_END = /\r\n?/g;
const NAMED: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
  '\r': '',
  '\r\n': '',
  '\u2028': '',
  '\u2029': '',
};

/** A quoted string, or a template literal whose substitutions become holes. `raw`: escapes stand for themselves. */
export function lowerString(node: Node, lw: Lowering, raw = false): StringExpr {
  const { source } = lw;
  const start = node.startIndex + 1;
  let end = node.endIndex;
  if (end > start && source[end - 1] === source[node.startIndex]) end--;
  const parts: StringPart[] = [];
  let at = start;
  const addText = (to: number) => {
    if (to > at) parts.push(decode(at, to, raw, lw));
  };
  if (node.type === 'template_string' && source.slice(start, end).includes('${')) {
    for (const child of node.namedChildren) {
      if (child.type !== 'template_substitution') continue;
      addText(child.startIndex);
      const inner = values(child, lw)[0];
      const value = inner ? lowerValue(inner, lw) : unknown(child, lw);
      parts.push({ kind: 'hole', value, name: inner ? holeName(lw.text(inner)) : '', span: lw.span(child) });
      at = child.endIndex;
    }
  }
  addText(end);
  return { kind: 'string', span: lw.span(node), parts };
}

function decode(start: number, end: number, raw: boolean, lw: Lowering): TextPart {
  const source = lw.source.slice(start, end);
  const span = lw.range(start, end);
  if (!source.includes('\\') && !source.includes('\r')) return { kind: 'text', text: source, span, escapes: [] };
  const escapes: Escape[] = [];
  let text = '';
  let at = 0;
  for (const match of source.matchAll(raw ? RAW_LINE_END : ESCAPE)) {
    const sequence = match[0];
    const decoded = decodeEscape(match);
    text += source.slice(at, match.index);
    if (decoded.length !== sequence.length) escapes.push({ at: text.length, length: decoded.length, sourceLength: sequence.length });
    text += decoded;
    at = match.index + sequence.length;
  }
  return { kind: 'text', text: text + source.slice(at), span, escapes };
}

function decodeEscape(match: RegExpExecArray): string {
  const [sequence, point, unit, byte, octal, character] = match;
  if (character !== undefined) return NAMED[character] ?? character;
  const hex = point ?? unit ?? byte;
  const code = hex !== undefined ? Number.parseInt(hex, 16) : octal !== undefined ? Number.parseInt(octal, 8) : null;
  if (code === null) return '\n';
  return code <= 0x10ffff ? String.fromCodePoint(code) : sequence;
}

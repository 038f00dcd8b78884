import type { Node } from 'web-tree-sitter';
import type { Expr, StringPart } from '../facts';
import { decodeBackslash, decodeIndented, decodeText, dropLastLineEnd, type EscapeStyle, QUOTE_ONLY } from './escapes';
import { holeName } from './strings';
import type { Walker } from './walker';

/** Escapes of double quotes and heredocs; any other backslash stays. */
const DOUBLE: EscapeStyle = { pattern: /\\(?:[ntrvef\\$"]|[0-7]{1,3}|x[0-9a-fA-F]{1,2}|u\{[0-9a-fA-F]+\})/g, decode: decodeBackslash };

/** Text and interpolations below `node`, between two offsets. */
function partsOf(node: Node, start: number, end: number, style: EscapeStyle | null, walker: Walker): StringPart[] {
  const { source } = walker.lowering;
  const parts: StringPart[] = [];
  let at = start;
  const braces = new Set(node.children.flatMap((child) => (child?.type === '{' ? child.endIndex : [])));
  for (const child of walker.items(node)) {
    if (/^(?:string_content|escape_sequence|nowdoc_string)$/.test(child.type)) continue;
    const braced = braces.has(child.startIndex);
    const from = braced ? child.startIndex - 1 : child.startIndex;
    const to = braced && source[child.endIndex] === '}' ? child.endIndex + 1 : child.endIndex;
    if (from > at) parts.push(decodeText(source, at, from, style, walker.range));
    parts.push({ kind: 'hole', value: walker.visit(child), name: holeName(walker.text(child)), span: walker.range(from, to) });
    at = to;
  }
  if (end > at) parts.push(decodeText(source, at, end, style, walker.range));
  return parts;
}

const inside = (node: Node): [number, number] => [node.startIndex + 1, Math.max(node.startIndex + 1, node.endIndex - 1)];

export function lowerSingle(node: Node, walker: Walker): Expr {
  return walker.string(node, [decodeText(walker.lowering.source, ...inside(node), QUOTE_ONLY, walker.range)]);
}

export function lowerEncapsed(node: Node, walker: Walker): Expr {
  return walker.string(node, partsOf(node, ...inside(node), DOUBLE, walker));
}

/** A heredoc or nowdoc, without the indentation of its closing marker. */
export function lowerHeredoc(node: Node, walker: Walker): Expr {
  const { source } = walker.lowering;
  const body = node.childForFieldName('value');
  const marker = node.childForFieldName('identifier');
  const closing = node.childForFieldName('end_tag');
  if (!body || !marker) return walker.string(node, []);
  const start = source.indexOf('\n', marker.endIndex) + 1;
  const end = closing?.startIndex ?? node.endIndex;
  if (start <= 0 || start >= end) return walker.string(node, []);
  const style = node.type === 'nowdoc' ? null : DOUBLE;
  const lines = decodeIndented(source, partsOf(body, start, end, null, walker), style, true, walker.range);
  return walker.string(node, dropLastLineEnd(lines, walker.range));
}

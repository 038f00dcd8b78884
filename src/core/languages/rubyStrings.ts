import type { Node } from 'web-tree-sitter';
import type { Expr, StringPart } from '../facts';
import { BACKSLASH, decodeIndented, decodeText, type EscapeStyle, QUOTE_ONLY } from './escapes';
import type { Walker } from './walker';

/** Text and interpolations of a literal between two offsets. */
function partsOf(node: Node, start: number, end: number, style: EscapeStyle | null, walker: Walker): StringPart[] {
  const parts: StringPart[] = [];
  let at = start;
  for (const child of node.namedChildren) {
    if (child?.type !== 'interpolation') continue;
    if (child.startIndex > at) parts.push(decodeText(walker.lowering.source, at, child.startIndex, style, walker.range));
    parts.push(walker.hole(child, walker.items(child)[0] ?? null));
    at = child.endIndex;
  }
  if (end > at) parts.push(decodeText(walker.lowering.source, at, end, style, walker.range));
  return parts;
}

/** `"…"`, `'…'`, `%q(…)`, `%Q(…)`, and a word of `%w(…)`. */
export function lowerString(node: Node, walker: Walker): Expr {
  const opening = walker.lowering.source.slice(node.startIndex, node.startIndex + 3);
  const first = node.child(0);
  const last = node.child(node.childCount - 1);
  const start = first && !first.isNamed ? first.endIndex : node.startIndex;
  const end = last && !last.isNamed && last.startIndex >= start ? last.startIndex : node.endIndex;
  const single = opening.startsWith("'") || opening.startsWith('%q') || node.type === 'bare_string';
  return walker.string(node, partsOf(node, start, Math.max(start, end), single ? QUOTE_ONLY : BACKSLASH, walker));
}

export function lowerSymbol(node: Node, walker: Walker): Expr {
  const text = decodeText(walker.lowering.source, node.startIndex + 1, node.endIndex, null, walker.range);
  return { kind: 'string', span: walker.lowering.span(node), parts: [text], symbol: true };
}

/** A heredoc: its text stands behind the line that begins it. */
export function lowerHeredoc(node: Node, walker: Walker): Expr {
  const { source } = walker.lowering;
  const [, indent = '', quote = '', tag = ''] = /^<<([~-]?)(["'`]?)(\w+)/.exec(walker.text(node)) ?? [];
  const body = findBody(node, tag, walker);
  if (!body) return walker.unknown(node);
  const start = source.indexOf('\n', body.startIndex) + 1;
  const closing = body.namedChildren.find((child) => child?.type === 'heredoc_end');
  const end = source.lastIndexOf('\n', (closing?.startIndex ?? body.endIndex) - 1) + 1;
  if (start <= 0 || end <= start) return walker.string(node, []);
  const style = quote === "'" ? null : BACKSLASH;
  if (indent !== '~') return walker.string(node, partsOf(body, start, end, style, walker));
  return walker.string(node, decodeIndented(source, partsOf(body, start, end, null, walker), style, false, walker.range));
}

function findBody(beginning: Node, tag: string, walker: Walker): Node | null {
  const bodies = walker.lowering.trailingNodes(beginning);
  let first = 0;
  for (let end = bodies.length; first < end; ) {
    const middle = (first + end) >> 1;
    if ((bodies[middle]?.startIndex ?? 0) < beginning.endIndex) first = middle + 1;
    else end = middle;
  }
  for (; first < bodies.length; first++) if (walker.text(bodies[first]?.lastChild) === tag) return bodies[first] ?? null;
  return null;
}

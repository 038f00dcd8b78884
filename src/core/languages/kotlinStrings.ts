import type { Node } from 'web-tree-sitter';
import type { Expr, StringPart } from '../facts';
import { BACKSLASH, decodeText } from './escapes';
import type { Walker } from './walker';

/** `"…"` and `"""…"""` with `$name` and `${expression}`. The grammar makes no node of `$name`. */
export function lowerString(node: Node, walker: Walker): Expr {
  const { source } = walker.lowering;
  const raw = node.type === 'multiline_string_literal';
  const style = raw ? null : BACKSLASH;
  const quotes = raw ? 3 : 1;
  const parts: StringPart[] = [];
  let at = node.startIndex + quotes;

  const text = (until: number): void => {
    const written = source.slice(at, until);
    for (const match of written.matchAll(raw ? /\$([A-Za-z_]\w*)/g : /\\[\s\S]|\$([A-Za-z_]\w*)/g)) {
      const [whole, name] = match;
      if (!name) continue;
      const start = until - written.length + match.index;
      if (start > at) parts.push(decodeText(source, at, start, style, walker.range));
      at = start + whole.length;
      const value = walker.name({ startIndex: start + 1, endIndex: at });
      parts.push({ kind: 'hole', value, name, span: walker.range(start, at) });
    }
    if (until > at) parts.push(decodeText(source, at, until, style, walker.range));
  };

  for (const child of walker.items(node)) {
    if (child.type !== 'interpolation') continue;
    const start = source[child.startIndex] === '$' ? child.startIndex : child.startIndex - 1;
    text(start);
    parts.push(walker.hole(child, walker.items(child)[0] ?? null));
    at = child.endIndex;
  }
  text(Math.max(at, node.endIndex - quotes));
  return walker.string(node, parts);
}

import type { Node } from 'web-tree-sitter';
import type { Expr, StringPart } from '../facts';
import { BACKSLASH, decodeIndented, decodeText, doubled, dropLastLineEnd, type EscapeStyle } from './escapes';
import type { Walker } from './walker';

const VERBATIM = doubled(/""/g);
const VERBATIM_HOLES = doubled(/""|\{\{|\}\}/g);
const BRACES = doubled(/\{\{|\}\}/g);
const INTERPOLATED: EscapeStyle = {
  pattern: new RegExp(`\\{\\{|\\}\\}|${BACKSLASH.pattern.source}`, 'g'),
  decode: (written) => (written.startsWith('\\') ? BACKSLASH : BRACES).decode(written),
};
/** Any string literal: regular, verbatim, raw, each with or without interpolation. */
export function lowerString(node: Node, walker: Walker): Expr {
  const { source } = walker.lowering;
  const [, sigils = '', quotes = '"'] = /^([$@]*)("""+|")/.exec(walker.text(node)) ?? [];
  const raw = quotes.length > 2;
  let at = node.startIndex + sigils.length + quotes.length;
  const closing = source.slice(at, node.endIndex).lastIndexOf(quotes);
  const end = closing < 0 ? node.endIndex : at + closing;
  const verbatim = sigils.includes('@');
  const holes = sigils.includes('$');
  const style = raw ? null : verbatim ? (holes ? VERBATIM_HOLES : VERBATIM) : holes ? INTERPOLATED : BACKSLASH;
  const opening = raw ? /^[ \t]*\r?\n/.exec(source.slice(at, end))?.[0].length : undefined;
  const decode = opening === undefined ? style : null;
  at += opening ?? 0;
  const parts: StringPart[] = [];
  for (const child of walker.items(node)) {
    if (child.type !== 'interpolation') continue;
    if (child.startIndex > at) parts.push(decodeText(source, at, child.startIndex, decode, walker.range));
    parts.push(walker.hole(child, walker.items(child).find((part) => !part.type.startsWith('interpolation_')) ?? null));
    at = child.endIndex;
  }
  if (at < end) parts.push(decodeText(source, at, end, decode, walker.range));
  if (opening === undefined) return walker.string(node, parts);
  return walker.string(node, dropLastLineEnd(decodeIndented(source, parts, null, true, walker.range), walker.range));
}

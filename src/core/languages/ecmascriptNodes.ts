import type { Node } from 'web-tree-sitter';
import type { Expr, ListSite, MemberExpr, NameExpr, Span } from '../facts';
import type { Lowering } from './lowering';

/** Notes a comment that asks to be heard. */
export function noteComment(node: Node, lw: Lowering): void {
  lw.addComment(node);
}

/** Named children that are no comments; the comments are noted. Call it once per node. */
export function values(node: Node, lw: Lowering): Node[] {
  const result: Node[] = [];
  for (const child of node.namedChildren) {
    if (child.type === 'comment') noteComment(child, lw);
    else result.push(child);
  }
  return result;
}

export function unknown(node: Node, lw: Lowering): Expr {
  return { kind: 'unknown', span: lw.span(node) };
}

/** A name that stands at `node`, read in the present scope. */
export function nameOf(name: string, node: Node, lw: Lowering): NameExpr {
  return { kind: 'name', span: lw.span(node), name, scope: lw.scope };
}

/** `object.property` as a pattern or a declaration implies it: both spans are where the property stands. */
export function memberOf(object: Expr | null, property: string, node: Node, lw: Lowering): Expr {
  if (!object || object.kind === 'unknown') return unknown(node, lw);
  const propertySpan = lw.span(node);
  lw.addRead(property, propertySpan);
  const member: MemberExpr = { kind: 'member', span: lw.span(node), object, property, propertySpan };
  return member;
}

/** `value`, or `fallback` where it is undefined. */
export function withDefault(value: Expr | null, fallback: Expr, node: Node, lw: Lowering): Expr {
  return { kind: 'choice', span: lw.span(node), options: [value ?? unknown(node, lw), fallback], fallback: true };
}

const COMMENTS = /\/\/.*|\/\*[\s\S]*?\*\//g;

/** The brackets and items of an argument list or a literal. */
export function listSite(node: Node, items: readonly Node[], style: ListSite['style'], lw: Lowering): ListSite {
  const last = items.at(-1);
  const behind = last ? lw.source.slice(last.endIndex, node.endIndex).replace(COMMENTS, '') : '';
  return { span: lw.span(node), items: items.map((item) => lw.span(item)), trailingComma: behind.trimStart().startsWith(','), style };
}

/** The list of a call without brackets: `new Client`. */
export function noList(at: number, lw: Lowering): ListSite {
  const span: Span = lw.range(at, at);
  return { span, items: [], trailingComma: false, style: 'positional' };
}

const WRAPPERS = new Set(
  'Promise PromiseLike Awaited Readonly ReadonlyArray Array Partial Required NonNullable InstanceType Omit Pick typeof readonly null undefined void'.split(
    ' ',
  ),
);

/** Identifiers of a type or type annotation without wrappers and literals; none for object and function types. */
export function typeNames(node: Node | null, lw: Lowering): string[] {
  if (!node) return [];
  const text = lw.text(node).replace(/(["'`])(?:(?!\1).)*\1/g, '');
  if (/[{]|=>/.test(text)) return [];
  return (text.match(/[A-Za-z_$][\w$]*/g) ?? []).filter((name) => !WRAPPERS.has(name));
}

/** The key that an object's or class's member name stands for; null where it is computed. */
export function keyText(node: Node | null, lw: Lowering): string | null {
  if (!node) return null;
  if (node.type === 'computed_property_name') {
    const literal = /^\[\s*(["'])([^"'\\]*)\1\s*\]$/.exec(lw.text(node));
    return literal?.[2] ?? null;
  }
  const text = lw.text(node);
  return node.type === 'string' ? text.slice(1, -1) : text;
}

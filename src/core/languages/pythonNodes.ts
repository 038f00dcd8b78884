import type { Node } from 'web-tree-sitter';
import type { Expr, ListSite, Scope } from '../facts';
import type { Lowering } from './lowering';

/** What can't be read. */
export function unknown(node: Node, lw: Lowering): Expr {
  return { kind: 'unknown', span: lw.span(node) };
}

/** The named children, comments left out. */
export function values(node: Node): Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null && child.type !== 'comment');
}

/** The first of them. */
export function firstNamed(node: Node): Node | null {
  return values(node)[0] ?? null;
}

/** Makes spans of a pass, as the string helpers want them. */
export function makeSpan(lw: Lowering) {
  return (start: number, end: number) => lw.range(start, end);
}

/** A list that has no brackets of its own. */
export function emptyList(node: Node, lw: Lowering): ListSite {
  return { span: lw.span(node), items: [], trailingComma: false, style: 'positional' };
}

/** A bracketed list as edits need it. */
export function listSite(node: Node, style: ListSite['style'], lw: Lowering): ListSite {
  const children = node.children.filter((child) => child?.type !== 'comment');
  return { span: lw.span(node), items: values(node).map((item) => lw.span(item)), trailingComma: children.at(-2)?.type === ',', style };
}

/** `self`, `cls`, and the class's own name within it: what `Class.client` holds is a field like any other. */
export function isOwnObject(name: string, lw: Lowering): boolean {
  if (name === 'self' || name === 'cls') return true;
  for (let scope: Scope | null = lw.scope; scope; scope = scope.parent) if (scope.kind === 'class') return scope.name === name;
  return false;
}

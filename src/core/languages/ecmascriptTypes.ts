import type { Node } from 'web-tree-sitter';
import type { TypeExpr, TypeMember } from '../facts';
import { keyText } from './ecmascriptNodes';
import type { Lowering } from './lowering';

/** Types nested deeper than this say nothing. */
const DEEPEST = 12;
const UNKNOWN: TypeExpr = { kind: 'unknown' };
const WORDS: Record<string, boolean | null> = { true: true, false: false, null: null };

/** A type or a type annotation in full. */
export function typeExpr(node: Node | null, lw: Lowering): TypeExpr | null {
  return node && read(node, lw, 0);
}

function read(node: Node, lw: Lowering, depth: number): TypeExpr {
  if (depth > DEEPEST) return UNKNOWN;
  const first = (): TypeExpr => {
    const inner = node.namedChild(0);
    return inner ? read(inner, lw, depth + 1) : UNKNOWN;
  };
  const all = (inner: Node): TypeExpr[] => inner.namedChildren.flatMap((child) => (child.type === 'comment' ? [] : read(child, lw, depth + 1)));
  switch (node.type) {
    case 'type_annotation':
    case 'parenthesized_type':
    case 'readonly_type':
      return first();
    case 'predefined_type':
    case 'type_identifier':
    case 'nested_type_identifier':
    case 'identifier':
    case 'nested_identifier':
      return { kind: 'name', name: lw.text(node), args: [] };
    case 'generic_type': {
      const [name, args] = node.namedChildren;
      return name ? { kind: 'name', name: lw.text(name), args: args ? all(args) : [] } : UNKNOWN;
    }
    case 'array_type':
      return { kind: 'name', name: 'Array', args: [first()] };
    case 'union_type':
      return { kind: 'union', options: chain(node).map((part) => read(part, lw, depth + 1)) };
    case 'intersection_type':
      return { kind: 'intersection', options: chain(node).map((part) => read(part, lw, depth + 1)) };
    case 'literal_type':
      return literal(node, lw);
    case 'tuple_type':
      return { kind: 'tuple', items: all(node) };
    case 'object_type':
    case 'interface_body':
      return { kind: 'object', members: members(node, lw, depth) };
    default:
      return UNKNOWN;
  }
}

function literal(node: Node, lw: Lowering): TypeExpr {
  const text = lw.text(node);
  if (/^["']/.test(text)) return { kind: 'literal', value: text.slice(1, -1) };
  const word = WORDS[text];
  if (word !== undefined) return { kind: 'literal', value: word };
  const value = Number(text.replaceAll('_', ''));
  return Number.isNaN(value) ? { kind: 'name', name: text, args: [] } : { kind: 'literal', value };
}

/** The parts of a left-nested union or intersection, in order, without recursion. */
function chain(node: Node): Node[] {
  const result: Node[] = [];
  let at: Node | null = node;
  while (at?.type === node.type) {
    const parts: Node[] = at.namedChildren.filter((child) => child.type !== 'comment');
    result.push(...parts.slice(1).reverse());
    at = parts[0] ?? null;
  }
  if (at) result.push(at);
  return result.reverse();
}

function members(node: Node, lw: Lowering, depth: number): TypeMember[] {
  return node.namedChildren.flatMap((member) => {
    const name = member.type === 'property_signature' ? keyText(member.childForFieldName('name'), lw) : null;
    if (name === null) return [];
    const type = member.childForFieldName('type');
    return { name, type: type ? read(type, lw, depth + 1) : UNKNOWN, optional: isOptional(member) };
  });
}

/** Is a `?` written behind the name? */
export function isOptional(member: Node): boolean {
  return member.children.some((child) => child.type === '?');
}

/** `interface A extends B { … }`, `type A = …`. */
export function lowerType(node: Node, lw: Lowering): void {
  const name = node.childForFieldName('name');
  const type = typeExpr(node.childForFieldName(node.type === 'interface_declaration' ? 'body' : 'value'), lw);
  if (!name || !type) return;
  const heritage = node.namedChildren.find((child) => child.type === 'extends_type_clause');
  const bases = (heritage?.namedChildren ?? []).map((base) => lw.text(base));
  lw.addType({ name: lw.text(name), type, bases, span: lw.span(node) });
}

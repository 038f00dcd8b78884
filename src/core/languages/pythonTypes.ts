import type { Node } from 'web-tree-sitter';
import type { Expr, TypeExpr } from '../facts';

const LITERALS: Record<string, (text: string) => string | number | boolean | null> = {
  none: () => null,
  true: () => true,
  false: () => false,
  integer: (text) => Number(text.replaceAll('_', '')),
  float: (text) => Number(text.replaceAll('_', '')),
};
const QUOTED = /^[a-z]*("""|'''|"|')([\s\S]*)\1$/i;
const FORWARD = /^[A-Za-z_][\w.]*$/;
/** Types nested deeper than this say nothing. */
const DEEPEST = 12;
const UNKNOWN: TypeExpr = { kind: 'unknown' };

/** A type annotation in full. `note` lowers what `Annotated` adds to a type. */
export function typeExpr(node: Node | null, text: (node: Node) => string, note: (node: Node) => Expr): TypeExpr | null {
  if (!node) return null;
  const parts = (inner: Node): Node[] => inner.namedChildren.filter((child) => child !== null && child.type !== 'comment');

  function read(at: Node, depth: number): TypeExpr {
    if (depth > DEEPEST) return UNKNOWN;
    switch (at.type) {
      case 'type':
      case 'parenthesized_expression':
        return readFirst(at, depth);
      case 'identifier':
      case 'attribute':
      case 'member_type':
        return { kind: 'name', name: text(at), args: [] };
      case 'string': {
        const name = QUOTED.exec(text(at))?.[2] ?? '';
        return FORWARD.test(name) ? { kind: 'name', name, args: [] } : UNKNOWN;
      }
      case 'generic_type':
      case 'subscript': {
        const [base, ...rest] = parts(at);
        const args = rest.flatMap((one) => (one.type === 'type_parameter' ? parts(one) : [one]));
        return base ? generic(text(base), args, depth) : UNKNOWN;
      }
      case 'union_type':
      case 'binary_operator':
        return { kind: 'union', options: parts(at).flatMap((part) => flat(read(part, depth + 1))) };
      default: {
        const literal = literalOf(at);
        return literal === undefined ? UNKNOWN : { kind: 'literal', value: literal };
      }
    }
  }

  function readFirst(at: Node, depth: number): TypeExpr {
    const [inner] = parts(at);
    return inner ? read(inner, depth) : UNKNOWN;
  }

  function generic(name: string, args: Node[], depth: number): TypeExpr {
    const plain = name.replace(/^(?:typing|typing_extensions|t)\./, '');
    const types = (nodes: Node[]): TypeExpr[] => nodes.map((arg) => read(arg, depth + 1));
    if (plain === 'Literal') return { kind: 'union', options: args.map(literalType) };
    if (plain === 'Union') return { kind: 'union', options: types(args).flatMap(flat) };
    if (plain === 'Optional') return { kind: 'union', options: [...types(args).flatMap(flat), { kind: 'literal', value: null }] };
    const [first, ...notes] = args;
    if (plain === 'Annotated' && first) return { kind: 'annotated', type: read(first, depth + 1), notes: notes.map((one) => note(inside(one))) };
    return { kind: 'name', name, args: types(args) };
  }

  function inside(at: Node): Node {
    return at.type === 'type' ? (parts(at)[0] ?? at) : at;
  }

  function literalType(at: Node): TypeExpr {
    const inner = inside(at);
    const value = inner.type === 'string' ? QUOTED.exec(text(inner))?.[2] : literalOf(inner);
    return value === undefined ? UNKNOWN : { kind: 'literal', value };
  }

  const literalOf = (at: Node) => LITERALS[at.type]?.(text(at));

  return read(node, 0);
}

const flat = (type: TypeExpr): TypeExpr[] => (type.kind === 'union' ? type.options : [type]);

import type { Node } from 'web-tree-sitter';
import type { Expr, Param, Scope, TypeExpr } from '../facts';
import { typeExpr } from './pythonTypes';
import type { Walker } from './walker';

interface Declared {
  type?: string[];
  annotation?: TypeExpr | null;
}

/** Binds what stands left of `=`, `for … in` or `as`. */
export function bindTarget(target: Node | null, value: Expr | null, kind: 'assign' | 'add' | 'item', walker: Walker, declared: Declared = {}): void {
  if (!target) return;
  switch (target.type) {
    case 'identifier':
      walker.lowering.bind(kind, walker.text(target), value, { span: walker.lowering.span(target), ...declared });
      return;
    case 'attribute':
    case 'subscript':
      walker.assign(walker.evaluate(target), kind === 'assign' ? 'reassign' : kind, value, declared.type);
      return;
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern': {
      const parts = walker.items(target);
      parts.forEach((part, index) => {
        const item = value?.kind === 'array' && value.items.length === parts.length ? value.items[index] : undefined;
        bindTarget(part, (kind === 'item' ? loopedPart(value, index) : null) ?? item ?? walker.unknown(part), kind, walker);
      });
      return;
    }
    default:
      for (const part of walker.items(target)) if (part.type === 'identifier') bindTarget(part, null, kind, walker);
  }
}

/** What the parts of a loop's target run over: `for i, x in enumerate(items)`, `for a, b in zip(items, others)`. */
function loopedPart(over: Expr | null, index: number): Expr | null {
  if (over?.kind !== 'call' || over.call.callee.kind !== 'name') return null;
  const { callee, args } = over.call;
  if (callee.name === 'enumerate') return index === 1 ? (args[0]?.value ?? null) : null;
  return callee.name === 'zip' ? (args[index]?.value ?? null) : null;
}

/** Parameters of a function or lambda; `self` and `cls` are left out. */
export function lowerParams(node: Node | null, walker: Walker): Param[] {
  if (!node) return [];
  return walker.items(node).flatMap((param): Param[] => {
    const rest = param.type === 'list_splat_pattern' || param.type === 'dictionary_splat_pattern';
    const name = param.type === 'identifier' ? param : (param.childForFieldName('name') ?? walker.items(param)[0]);
    if (!name || /^(self|cls|\*|\/)$/.test(walker.text(name))) return [];
    const value = param.childForFieldName('value');
    return [
      {
        name: walker.text(name).replace(/^\*+/, ''),
        default: value && walker.visit(value),
        type: typeNames(param.childForFieldName('type'), walker),
        annotation: fullType(param.childForFieldName('type'), walker),
        rest: rest || /^\*/.test(walker.text(name)),
        span: walker.lowering.span(param),
      },
    ];
  });
}

/** A type annotation in full; texts in it are no values. */
export function fullType(node: Node | null, walker: Walker): TypeExpr | null {
  return typeExpr(
    node,
    (at) => walker.text(at),
    (at) => walker.evaluate(at),
  );
}

const WRAPPERS = new Set(['Optional', 'Union', 'Annotated', 'Type', 'type', 'None', 'typing', 'Final', 'ClassVar', 'Awaitable', 'Callable']);

/** Identifiers of a type annotation, wrappers left out. */
export function typeNames(node: Node | null, walker: Walker): string[] {
  if (!node) return [];
  return (walker.text(node).match(/[A-Za-z_]\w*/g) ?? []).filter((name) => !WRAPPERS.has(name));
}

/** `self`, `cls`, and the class's own name within it: what `Class.client` holds is a field like any other. */
export function isOwnObject(name: string, walker: Walker): boolean {
  if (name === 'self' || name === 'cls') return true;
  for (let scope: Scope | null = walker.lowering.scope; scope; scope = scope.parent) if (scope.kind === 'class') return scope.name === name;
  return false;
}

import type { Node } from 'web-tree-sitter';
import type { Expr, Param, TypeExpr } from '../facts';
import type { Lowering } from './lowering';
import { lowerExpression } from './pythonExpressions';
import { firstNamed, isOwnObject, values } from './pythonNodes';
import { lowerString } from './pythonStrings';
import { typeExpr } from './pythonTypes';
import { literalText } from './strings';

interface Declared {
  type?: string[];
  annotation?: TypeExpr | null;
}

/** Binds what stands left of `=`, `for … in` or `as`. */
export function bindTarget(target: Node | null, value: Expr | null, kind: 'assign' | 'add' | 'item', lw: Lowering, declared: Declared = {}): void {
  if (!target) return;
  switch (target.type) {
    case 'identifier':
      lw.bind(kind, lw.text(target), value, { span: lw.span(target), ...declared });
      return;
    case 'attribute': {
      const object = target.childForFieldName('object');
      const property = lw.text(target.childForFieldName('attribute') as Node);
      if (object?.type === 'identifier') {
        const name = lw.text(object);
        if (isOwnObject(name, lw)) lw.bind(kind, `this.${property}`, value, { span: lw.span(target), ...declared });
        else lw.bind('set', name, value, { key: property, span: lw.span(target) });
      } else if (object?.type === 'attribute' && /^(self|cls)\./.test(lw.text(object))) {
        lw.bind('set', `this.${lw.text(object.childForFieldName('attribute') as Node)}`, value, { key: property, span: lw.span(target) });
      }
      return;
    }
    case 'subscript': {
      const object = target.childForFieldName('value');
      const subscript = lowerExpression(target.childForFieldName('subscript'), lw);
      const key = literalText(subscript);
      // messages[-1]["content"] = …: an item of messages is changed
      const name = object
        ? lw
            .text(object)
            .replace(/\[[^\][]*\]$/, '')
            .replace(/^(self|cls)\./, 'this.')
        : '';
      // params[key] = …: any entry may be set
      const open = key === null && object?.type !== 'subscript' && subscript.kind !== 'number';
      if ((key !== null || open) && /^[\w.]+$/.test(name)) lw.bind('set', name, value, { key: key ?? undefined, span: lw.span(target) });
      return;
    }
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern': {
      const parts = values(target);
      parts.forEach((part, index) => {
        const item = value?.kind === 'array' && value.items.length === parts.length ? (value.items[index] ?? null) : null;
        bindTarget(part, kind === 'item' ? (loopedPart(value, index) ?? item) : item, kind, lw);
      });
      return;
    }
    default:
      for (const part of values(target)) if (part.type === 'identifier') bindTarget(part, null, kind, lw);
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
export function lowerParams(node: Node | null, lw: Lowering): Param[] {
  if (!node) return [];
  return values(node).flatMap((param): Param[] => {
    const rest = param.type === 'list_splat_pattern' || param.type === 'dictionary_splat_pattern';
    const name = param.type === 'identifier' ? param : (param.childForFieldName('name') ?? firstNamed(param));
    if (!name || /^(self|cls|\*|\/)$/.test(lw.text(name))) return [];
    const value = param.childForFieldName('value');
    return [
      {
        name: lw.text(name).replace(/^\*+/, ''),
        default: value ? lowerExpression(value, lw) : null,
        type: typeNames(param.childForFieldName('type'), lw),
        annotation: fullType(param.childForFieldName('type'), lw),
        rest: rest || /^\*/.test(lw.text(name)),
        span: lw.span(param),
      },
    ];
  });
}

/** A type annotation in full; texts in it are no values. */
export function fullType(node: Node | null, lw: Lowering): TypeExpr | null {
  return typeExpr(
    node,
    (at) => lw.text(at),
    (at) => (at.type === 'string' ? lowerString(at, lw, 0) : lowerExpression(at, lw)),
  );
}

const WRAPPERS = new Set(['Optional', 'Union', 'Annotated', 'Type', 'type', 'None', 'typing', 'Final', 'ClassVar', 'Awaitable', 'Callable']);

/** Identifiers of a type annotation, wrappers left out. */
export function typeNames(node: Node | null, lw: Lowering): string[] {
  if (!node) return [];
  return (lw.text(node).match(/[A-Za-z_]\w*/g) ?? []).filter((name) => !WRAPPERS.has(name));
}

import type { Node } from 'web-tree-sitter';
import type { BindingKind, Expr, TypeExpr } from '../facts';
import { bindIn, placeOf } from './changes';
import { lowerExpression, lowerValue } from './ecmascriptExpressions';
import { lowerRequire } from './ecmascriptImports';
import { keyText, memberOf, nameOf, noteComment, typeNames, unknown, values, withDefault } from './ecmascriptNodes';
import { typeExpr } from './ecmascriptTypes';
import type { Lowering } from './lowering';

/** `const`, `let`, `var`, `using`. */
export function lowerDeclaration(node: Node, lw: Lowering): void {
  for (const declarator of values(node, lw)) {
    if (declarator.type !== 'variable_declarator') {
      lowerExpression(declarator, lw);
      continue;
    }
    const target = declarator.childForFieldName('name');
    const value = declarator.childForFieldName('value');
    if (!target || (value && lowerRequire(node, target, value, lw))) continue;
    const expr = value && lowerValue(value, lw, target.type === 'identifier' ? lw.text(target) : null);
    bindPattern('assign', target, expr, lw, declaredType(declarator, value, lw), typeExpr(declarator.childForFieldName('type'), lw));
  }
}

/** The annotated type, else the one that the value is cast to. */
export function declaredType(declaration: Node, value: Node | null, lw: Lowering): string[] {
  const type = declaration.childForFieldName('type');
  if (type) return typeNames(type, lw);
  if (value?.type !== 'as_expression' && value?.type !== 'satisfies_expression') return [];
  return typeNames(value.namedChildren[1] ?? null, lw);
}

/** Binds what stands left of `=` or `of`, in a parameter or in `catch`: names, members, patterns with defaults. */
export function bindPattern(
  kind: BindingKind | 'reassign',
  target: Node,
  value: Expr | null,
  lw: Lowering,
  type: string[] = [],
  annotation: TypeExpr | null = null,
): void {
  lw.nest(() => bindOne(kind, target, value, lw, type, annotation));
}

function bindOne(kind: BindingKind | 'reassign', target: Node, value: Expr | null, lw: Lowering, type: string[], annotation: TypeExpr | null): void {
  switch (target.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
    case 'undefined':
      lw.bind(kind === 'reassign' ? 'assign' : kind, lw.text(target), value, { span: lw.span(target), type, annotation, free: kind === 'reassign' });
      return;
    case 'member_expression':
    case 'subscript_expression':
      bindMember(kind, target, value, lw, type);
      return;
    case 'parenthesized_expression':
    case 'non_null_expression':
    case 'as_expression':
    case 'satisfies_expression': {
      const inner = values(target, lw)[0];
      if (inner) bindPattern(kind, inner, value, lw, type);
      return;
    }
    case 'assignment_pattern': {
      const left = target.childForFieldName('left');
      if (left) bindPattern(kind, left, defaulted(target, value, lw), lw, type);
      return;
    }
    case 'object_pattern':
    case 'array_pattern': {
      // an item or a parameter has no name of its own: the pattern's text serves, which no identifier can be
      const whole = kind === 'item' ? nameOf(lw.text(target), target, lw) : value;
      if (kind === 'item') lw.bind('item', lw.text(target), value, { span: lw.span(target) });
      if (target.type === 'object_pattern') for (const item of values(target, lw)) bindProperty(item, whole, lw);
      else bindItems(target, whole, lw);
      return;
    }
    default:
      for (const inner of values(target, lw)) bindPattern('assign', inner, unknown(inner, lw), lw);
  }
}

function defaulted(pattern: Node, value: Expr | null, lw: Lowering): Expr {
  const right = pattern.childForFieldName('right');
  return right ? withDefault(value, lowerValue(right, lw), pattern, lw) : (value ?? unknown(pattern, lw));
}

function bindProperty(item: Node, object: Expr | null, lw: Lowering): void {
  if (item.type === 'pair_pattern') {
    const key = item.childForFieldName('key');
    const target = item.childForFieldName('value');
    const name = keyText(key, lw);
    if (target) bindPattern('assign', target, name === null || !key ? unknown(item, lw) : memberOf(object, name, key, lw), lw);
  } else if (item.type === 'object_assignment_pattern') {
    const left = item.childForFieldName('left');
    if (left) bindPattern('assign', left, defaulted(item, memberOf(object, lw.text(left), left, lw), lw), lw);
  } else if (item.type === 'shorthand_property_identifier_pattern') {
    bindPattern('assign', item, memberOf(object, lw.text(item), item, lw), lw);
  } else {
    bindPattern('assign', item, unknown(item, lw), lw);
  }
}

function bindItems(pattern: Node, array: Expr | null, lw: Lowering): void {
  const items = array?.kind === 'array' && !array.items.some((item) => item.kind === 'spread') ? array.items : [];
  let index = 0;
  for (const child of pattern.children) {
    if (child.type === ',') index++;
    else if (child.type === 'comment') noteComment(child, lw);
    else if (child.isNamed) bindPattern('assign', child, items[index] ?? unknown(child, lw), lw);
  }
}

/** `this.x = v` binds x of the class, `a.b = v` and `a["b"] = v` a key of a. */
function bindMember(kind: BindingKind | 'reassign', target: Node, value: Expr | null, lw: Lowering, type: string[]): void {
  const expr = lowerExpression(target, lw);
  if (expr.kind === 'member') lw.dropRead(expr.propertySpan);
  const place = placeOf(expr);
  if (place && kind !== 'set' && kind !== 'item') bindIn(lw, place, kind, value, { span: lw.span(target), type });
}

/** `a = b`; its value is the right side's. */
export function lowerAssignment(node: Node, lw: Lowering): Expr {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (!left || !right) return unknown(node, lw);
  const value = lowerExpression(right, lw, left.type === 'identifier' ? lw.text(left) : null);
  bindPattern('reassign', left, value, lw, declaredType(node, right, lw));
  return value;
}

/** `a += b`, `a ??= b`, `a -= b`. */
export function lowerAugmented(node: Node, lw: Lowering): Expr {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (!left || !right) return unknown(node, lw);
  const value = lowerValue(right, lw);
  const operator = node.childForFieldName('operator')?.type ?? '';
  if (operator === '+=') bindPattern('add', left, value, lw);
  else if (/^(\?\?|\|\||&&)=$/.test(operator)) lw.inBlock(node, () => bindPattern('reassign', left, value, lw));
  else bindPattern('reassign', left, unknown(node, lw), lw);
  return unknown(node, lw);
}

/** `x++` leaves no known value. */
export function lowerUpdate(node: Node, lw: Lowering): Expr {
  const target = node.childForFieldName('argument');
  if (target) bindPattern('reassign', target, unknown(node, lw), lw);
  return unknown(node, lw);
}

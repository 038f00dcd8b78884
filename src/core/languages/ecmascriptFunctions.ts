import type { Node } from 'web-tree-sitter';
import type { DecoratorFact, Expr, Param, Scope, TypeExpr } from '../facts';
import { bindPattern, declaredType } from './ecmascriptBindings';
import { lowerExpression, lowerValue } from './ecmascriptExpressions';
import { keyText, nameOf, typeNames, unknown, values } from './ecmascriptNodes';
import { isOptional, typeExpr } from './ecmascriptTypes';
import type { Lowering } from './lowering';

export const FUNCTIONS: ReadonlySet<string> = new Set(['arrow_function', 'function_expression', 'generator_function', 'function']);

interface FunctionOptions {
  /** The loops around the function go on inside: a callback that is run where it stands. */
  keepLoops?: boolean;
  /** Runs inside the function once its parameters are known. */
  before?: (params: readonly Param[]) => void;
}

/** A function, method or arrow. Parameters and their defaults belong to its own scope. */
export function lowerFunction(node: Node, name: string | null, lw: Lowering, options: FunctionOptions = {}): Scope {
  const body = node.childForFieldName('body');
  const list = node.childForFieldName('parameters') ?? node.childForFieldName('parameter');
  const returns = node.childForFieldName('return_type');
  const params: Param[] = [];
  const read = () => {
    if (list) lowerParams(list, params, lw);
    options.before?.(params);
    if (!body) return;
    if (body.type === 'statement_block') lw.statements(body.namedChildren);
    else lw.addReturn(lowerValue(body, lw));
  };
  return lw.inFunction(node, name, params, read, {
    keepLoops: options.keepLoops,
    type: typeNames(returns, lw),
    annotation: typeExpr(returns, lw),
  });
}

/**
 * Parameters in order. A destructured one is named by its pattern's text, so that positions hold; the names in it are
 * bound to its members, and follow behind the others as parameters of their own.
 */
function lowerParams(list: Node, params: Param[], lw: Lowering): void {
  const destructured: Param[] = [];
  for (const param of list.type === 'formal_parameters' ? values(list, lw) : [list]) {
    lowerParam(param, params, destructured, lw);
  }
  params.push(...destructured);
}

function lowerParam(param: Node, params: Param[], destructured: Param[], lw: Lowering): void {
  // `x => …` has a bare name, and so have parameters that an error has torn apart
  const target = param.childForFieldName('pattern') ?? param;
  if (target.type === 'this') return;
  const value = param.childForFieldName('value');
  const annotation = param.childForFieldName('type');
  const type = typeNames(annotation, lw);
  const rest = target.type === 'rest_pattern';
  const name = lw.text(rest ? (values(target, lw)[0] ?? target) : target);
  const declared = { type, annotation: declaredTypeExpr(param, lw) };
  params.push({ name, default: value && lowerValue(value, lw), ...declared, rest, span: lw.span(param) });
  if (isProperty(param, target, lw)) {
    lw.bind('assign', `this.${name}`, nameOf(name, target, lw), { span: lw.span(target), ...declared });
  }
  if (target.type === 'object_pattern' || target.type === 'array_pattern') {
    bindPattern('assign', target, nameOf(name, target, lw), lw);
    if (target.type === 'object_pattern') addDestructured(target, annotation, destructured, lw);
  }
}

/** The full type of a parameter or field; one that may be left out may be undefined. */
function declaredTypeExpr(node: Node, lw: Lowering): TypeExpr | null {
  const type = typeExpr(node.childForFieldName('type'), lw);
  if (!type || !isOptional(node)) return type;
  return { kind: 'union', options: [type, { kind: 'name', name: 'undefined', args: [] }] };
}

/** `private x: T` in a constructor: what stands before the name is a modifier. */
function isProperty(param: Node, target: Node, lw: Lowering): boolean {
  return /\b(?:public|private|protected|readonly)\s+$/.test(lw.source.slice(param.startIndex, target.startIndex));
}

function addDestructured(pattern: Node, annotation: Node | null, params: Param[], lw: Lowering): void {
  const types = memberTypes(annotation, lw);
  const full = typeExpr(annotation, lw);
  const typeOf = (key: string): TypeExpr | null => (full?.kind === 'object' && full.members.find((member) => member.name === key)?.type) || null;
  for (const item of pattern.namedChildren) {
    if (item.type === 'comment' || item.type === 'ERROR') continue;
    const key = item.childForFieldName('key') ?? item.childForFieldName('left') ?? item;
    const target = item.childForFieldName('value') ?? key;
    const inner = target.type === 'assignment_pattern' ? (target.childForFieldName('left') ?? target) : target;
    if (inner.type !== 'identifier' && inner.type !== 'shorthand_property_identifier_pattern') continue;
    const name = lw.text(inner);
    const type = types.get(lw.text(key)) ?? [];
    const annotation = typeOf(lw.text(key));
    const binding = lw.scope.bindings.findLast((candidate) => candidate.name === name);
    if (binding) binding.type = type;
    const fallback = binding?.value?.kind === 'choice' ? (binding.value.options[1] ?? null) : null;
    params.push({ name, default: fallback, type, annotation, rest: false, span: lw.span(item) });
  }
}

/** The types in an annotation such as `{ client: OpenAI; model?: string }`. */
function memberTypes(annotation: Node | null, lw: Lowering): Map<string, string[]> {
  const types = new Map<string, string[]>();
  const object = annotation?.namedChildren[0];
  if (object?.type !== 'object_type') return types;
  for (const member of object.namedChildren) {
    if (member.type !== 'property_signature') continue;
    const name = keyText(member.childForFieldName('name'), lw);
    if (name) types.set(name, typeNames(member.childForFieldName('type'), lw));
  }
  return types;
}

/** A class declaration or expression; each member is a unit of its own. `outer`: decorators that stand before its `export`. */
export function lowerClass(node: Node, name: string | null, lw: Lowering, outer: readonly Node[] = []): void {
  let bases: string[] = [];
  let members: Node[] = [];
  const decorators = [...outer];
  for (const child of values(node, lw)) {
    if (child.type === 'class_heritage') bases = lowerHeritage(child, lw);
    else if (child.type === 'class_body') members = child.namedChildren;
    else if (child.type === 'decorator') decorators.push(child);
  }
  lw.inClass(node, name, bases, members, { decorators: decorators.flatMap((decorator) => lowerDecorator(decorator, lw)) });
}

function lowerDecorator(node: Node, lw: Lowering): DecoratorFact[] {
  const name = /^@\s*([\w$.]+)/.exec(lw.text(node))?.[1];
  const [value] = values(node, lw).map((child) => lowerValue(child, lw));
  const call = value?.kind === 'call' ? value.call : null;
  return name === undefined ? [] : [{ name, args: call?.args ?? [], span: lw.span(node), call }];
}

function lowerHeritage(node: Node, lw: Lowering): string[] {
  const bases: string[] = [];
  for (const child of values(node, lw)) {
    if (child.type === 'implements_clause') continue;
    const base = child.type === 'extends_clause' ? child.childForFieldName('value') : child;
    if (!base || base.type === 'type_arguments') continue;
    bases.push(lw.text(base));
    if (base.type !== 'identifier' && base.type !== 'member_expression') lowerExpression(base, lw);
  }
  return bases;
}

/** A method or accessor of a class. */
export function lowerMethod(node: Node, lw: Lowering): void {
  const name = keyText(node.childForFieldName('name'), lw);
  const scope = lowerFunction(node, name, lw);
  const [value] = scope.returns;
  const getter = /^(?:(?:public|private|protected|static|override)\s+)*get\s+[\w$#"'[]/.test(lw.source.slice(node.startIndex, node.startIndex + 80));
  if (getter && name && value && scope.returns.length === 1) {
    lw.bind('assign', `this.${name}`, value, { span: lw.span(node), type: scope.type });
  }
}

/** A class field: bound as `this.name`, static or not. */
export function lowerField(node: Node, lw: Lowering): void {
  for (const decorator of node.childrenForFieldName('decorator')) lowerExpression(decorator, lw);
  const target = node.childForFieldName('name');
  const name = keyText(target, lw);
  const value = node.childForFieldName('value');
  const expr = value && lowerValue(value, lw, name);
  if (name && target)
    lw.bind('assign', `this.${name}`, expr, {
      span: lw.span(target),
      type: declaredType(node, value, lw),
      annotation: declaredTypeExpr(node, lw),
    });
}

/** `enum Model { A = "gpt-4o" }` is read as an object of that name. */
export function lowerEnum(node: Node, lw: Lowering): void {
  const target = node.childForFieldName('name');
  const body = node.childForFieldName('body');
  if (!target || !body) return;
  const items = values(body, lw);
  const entries = items.map((item) => {
    const value = item.childForFieldName('value');
    const key = keyText(item.childForFieldName('name') ?? item, lw);
    return { key, value: value ? lowerValue(value, lw) : unknown(item, lw), spread: false, span: lw.span(item) };
  });
  const list = { span: lw.span(body), items: items.map((item) => lw.span(item)), trailingComma: false, style: 'property' as const };
  const value: Expr = { kind: 'object', span: lw.span(body), type: null, entries, list };
  lw.bind('assign', lw.text(target), value, { span: lw.span(target) });
}

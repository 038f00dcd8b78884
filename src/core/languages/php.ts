import type { Node } from 'web-tree-sitter';
import type { Argument, DecoratorFact, Expr, ObjectEntry, Param } from '../facts';
import { type Handler, type Handlers, lowerWith } from './handlers';
import type { Language } from './language';
import { dotted, typeNames } from './names';
import { neutralMethod } from './neutral';
import { builtIn } from './phpFunctions';
import { lowerEncapsed, lowerHeredoc, lowerSingle } from './phpStrings';
import { literalText } from './strings';
import type { Walker } from './walker';

const LAMBDAS = /^(?:arrow_function|anonymous_function)$/;

const variableName = (node: Node | null, walker: Walker): string => walker.text(node).replace(/^&?\$/, '');

/** `A\B` as A.B; `self` and `static` as `this`. */
function pathExpr(node: Node, walker: Walker): Expr {
  const text = walker.text(node);
  if (node.type === 'relative_scope') return walker.name(node, text === 'parent' ? 'parent' : 'this');
  const [first = text, ...rest] = text.split('\\').filter(Boolean);
  return rest.reduce((object: Expr, name) => walker.member(node, object, null, name), walker.name(node, first));
}

function params(node: Node | null, walker: Walker): Param[] {
  return walker.items(node).map((param): Param => {
    const type = typeNames(walker.text(param.childForFieldName('type')));
    const name = variableName(param.childForFieldName('name'), walker);
    return {
      name,
      default: walker.visitField(param, 'default_value'),
      type,
      rest: param.type === 'variadic_parameter',
      span: walker.lowering.span(param),
    };
  });
}

/** The attributes of a declaration. */
function decorators(node: Node, walker: Walker): DecoratorFact[] {
  const groups = walker.items(node.childForFieldName('attributes')).flatMap((group) => walker.items(group));
  return groups.map((attribute) => {
    const args = lowerArguments(attribute.childForFieldName('parameters'), '', walker);
    for (const arg of args) walker.keep(arg.value);
    const name = walker.text(walker.items(attribute)[0]).split('\\').filter(Boolean).join('.');
    return walker.decorator(attribute, name, args);
  });
}

function lowerFunction(node: Node, walker: Walker, keepLoops = false): Expr {
  const { lowering } = walker;
  const name = node.childForFieldName('name');
  const list = node.childForFieldName('parameters');
  const body = node.childForFieldName('body');
  const attributes = decorators(node, walker);
  const read = () => {
    for (const param of list?.namedChildren ?? []) {
      const promoted = param?.type === 'property_promotion_parameter' ? param.childForFieldName('name') : null;
      if (!promoted) continue;
      const own = variableName(promoted, walker);
      lowering.bind('assign', `this.${own}`, walker.name(promoted, own), {
        span: lowering.span(promoted),
        type: typeNames(walker.text(param?.childForFieldName('type'))),
      });
    }
    if (body?.type === 'compound_statement') lowering.statements(body.namedChildren);
    else if (body) lowering.addReturn(walker.visit(body));
  };
  const type = typeNames(walker.text(node.childForFieldName('return_type')));
  const scope = lowering.inFunction(node, name ? walker.text(name) : null, params(list, walker), read, {
    keepLoops,
    type,
    decorators: attributes,
  });
  return { kind: 'function', span: lowering.span(node), scope };
}

function lowerClass(node: Node, walker: Walker): void {
  const parents = walker.items(node).filter((child) => /^(?:base_clause|class_interface_clause)$/.test(child.type));
  const bases = parents.flatMap((parent) => walker.items(parent).map((base) => walker.text(base).split('\\').filter(Boolean).join('.')));
  const members = node.childForFieldName('body')?.namedChildren ?? [];
  walker.lowering.inClass(node, walker.text(node.childForFieldName('name')) || null, bases, members, { decorators: decorators(node, walker) });
}

function lowerUse(node: Node, walker: Walker): void {
  const items = walker.items(node);
  const group = items.find((item) => item.type === 'namespace_use_group');
  const prefix = group ? `${walker.text(items[0])}\\` : '';
  for (const clause of group ? walker.items(group) : items) {
    const path = prefix + walker.text(walker.items(clause)[0]).replace(/^\\/, '');
    const alias = walker.text(clause.childForFieldName('alias'));
    const [, module, name] = /^(.*)\\([^\\]+)$/.exec(path) ?? [];
    const local = alias || name || path;
    walker.lowering.addImport({ local, module: module ?? path, name: name ?? null, span: walker.lowering.span(clause) });
  }
}

function lowerArguments(list: Node | null, method: string, walker: Walker): Argument[] {
  return walker.items(list).map((node): Argument => {
    const name = node.childForFieldName('name');
    const value = walker.items(node).at(-1) ?? node;
    if (LAMBDAS.test(value.type))
      return walker.argument(
        node,
        walker.lambda(value, method, (keepLoops) => lowerFunction(value, walker, keepLoops)),
        name && walker.text(name),
      );
    const spread = value.type === 'variadic_unpacking';
    return walker.argument(
      node,
      spread ? walker.inner(value) : value === node ? walker.unknown(node) : walker.evaluate(value),
      name && walker.text(name),
      spread,
    );
  });
}

/** A key's text; a constant's name, which says as much: `CURLOPT_URL`, `RequestOptions::JSON`. */
function keyOf(node: Node, walker: Walker): string | null {
  if (node.type === 'name') return walker.text(node);
  const key = walker.evaluate(node);
  return node.type === 'class_constant_access_expression' && key.kind === 'member' ? key.property : literalText(key);
}

/** `['a' => 1]` as an object, `[1, 2]` as a list. */
function lowerArray(node: Node, walker: Walker): Expr {
  const elements = walker.items(node);
  const keyed = (element: Node): boolean => element.children.some((child) => child?.type === '=>');
  if (!elements.some(keyed)) {
    return walker.array(
      node,
      elements.map((element) => {
        const inner = walker.items(element)[0] ?? element;
        return inner.type === 'variadic_unpacking' ? walker.spread(inner, walker.inner(inner)) : walker.evaluate(inner);
      }),
    );
  }
  const entries = elements.map((element): ObjectEntry => {
    const [first, second] = walker.items(element);
    if (!first) return walker.entry(element, null, walker.unknown(element));
    if (first.type === 'variadic_unpacking') return walker.entry(element, null, walker.inner(first), true);
    return second ? walker.entry(element, keyOf(first, walker), walker.evaluate(second)) : walker.entry(element, null, walker.evaluate(first));
  });
  return walker.object(node, null, entries, walker.list(node, 'stringKey'));
}

function lowerCall(node: Node, walker: Walker): Expr {
  const list = node.childForFieldName('arguments');
  const name = node.childForFieldName('name');
  const target = node.childForFieldName('function') ?? node.childForFieldName('scope') ?? node.childForFieldName('object');
  if (!target) return walker.unknown(node);
  const object = node.type === 'scoped_call_expression' ? scopeOf(target, walker) : walker.evaluate(target);
  const callee = node.type === 'function_call_expression' ? object : walker.member(name ?? node, object, name);
  callee.span.start = node.startIndex;
  const method = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  const args = lowerArguments(list, method, walker);
  const values = args.map((arg) => arg.value);
  const known = builtIn(node, dotted(callee) ?? '', args, walker) ?? (callee !== object ? neutralMethod(walker, node, object, method, values) : null);
  return known ?? walker.call(node, { callee, args, list: walker.list(list, 'keyword', node) });
}

const scopeOf = (node: Node, walker: Walker): Expr =>
  /^(?:name|qualified_name|relative_scope)$/.test(node.type) ? pathExpr(node, walker) : walker.evaluate(node);

function lowerNew(node: Node, walker: Walker): Expr {
  const [type, list] = walker.items(node);
  if (!type) return walker.unknown(node);
  if (type.type === 'anonymous_class') {
    lowerClass(type, walker);
    return walker.unknown(node);
  }
  const callee = scopeOf(type, walker);
  const given = list?.type === 'arguments' ? list : null;
  return walker.call(node, { callee, args: lowerArguments(given, '', walker), list: walker.list(given, 'keyword', node), constructs: true });
}

function lowerAssignment(node: Node, walker: Walker): Expr {
  const left = node.childForFieldName('left');
  const value = walker.visitField(node, 'right');
  const operator = node.childForFieldName('operator')?.type ?? '=';
  if (!left || !value) return walker.unknown(node);
  if (left.type === 'list_literal' || left.type === 'array_creation_expression') {
    for (const item of walker.items(left)) if (item.type === 'variable_name') walker.assign(walker.evaluate(item), 'assign', null);
    return value;
  }
  const [array, key] = left.type === 'subscript_expression' ? walker.items(left) : [];
  if (array && !key) walker.assign(walker.evaluate(array), 'append', value);
  else walker.assign(walker.evaluate(left), /^(?:\.|\+)=$/.test(operator) ? 'add' : 'assign', value);
  return value.kind === 'string' ? walker.unknown(node) : value;
}

function lowerLoop(node: Node, walker: Walker): void {
  const condition = node.childForFieldName('condition');
  const isFor = node.type === 'for_statement';
  const endless = condition ? /^\(?\s*(?:true|1)\s*\)?$/i.test(walker.text(condition)) : isFor;
  walker.loop(isFor ? 'for' : 'while', node, endless);
}

function lowerForeach(node: Node, walker: Walker): void {
  const [list, target, ...bodies] = walker.items(node);
  const over = list ? walker.visit(list) : null;
  walker.lowering.inLoop('for', node, false, (loop) => {
    loop.over = over;
    const name = target?.type === 'pair' ? walker.items(target).at(-1) : target;
    if (name && over && /^(?:variable_name|by_ref)$/.test(name.type)) walker.assign(walker.evaluate(name), 'item', over);
    for (const body of bodies) walker.branch(body);
  });
}

/** Properties and constants: `this.x` in a class, a plain name elsewhere. */
function lowerElement(node: Node, walker: Walker): void {
  const { lowering } = walker;
  const name = node.childForFieldName('name') ?? node.namedChild(0);
  const value = node.type === 'property_element' ? node.childForFieldName('default_value') : (walker.items(node)[1] ?? null);
  const type = typeNames(walker.text(node.parent?.childForFieldName('type')));
  const expr = value && walker.visit(value);
  if (name)
    lowering.bind('assign', `${lowering.scope.kind === 'class' ? 'this.' : ''}${variableName(name, walker)}`, expr, {
      span: lowering.span(name),
      type,
    });
}

const access: Handler = (node, walker) => walker.member(node, walker.keep(walker.field(node, 'object')), node.childForFieldName('name'));
const number: Handler = (node, walker) => walker.number(node);
const block: Handler = (node, walker) => walker.block(node);
const lambda: Handler = (node, walker) => lowerFunction(node, walker);
const method: Handler = (node, walker) => void lowerFunction(node, walker);
const inner: Handler = (node, walker) => walker.inner(node);
const skip: Handler = () => {};
const staticMember: Handler = (node, walker) => {
  const [scope, name] = walker.items(node);
  return scope ? walker.member(node, scopeOf(scope, walker), name ?? null, variableName(name ?? null, walker)) : walker.unknown(node);
};

const handlers: Handlers = {
  php_tag: skip,
  text: skip,
  text_interpolation: skip,
  namespace_use_declaration: lowerUse,
  use_declaration: skip,
  namespace_definition: (node, walker) => walker.lowering.statements(node.childForFieldName('body')?.namedChildren ?? []),
  const_element: lowerElement,
  property_element: lowerElement,
  class_declaration: lowerClass,
  interface_declaration: lowerClass,
  trait_declaration: lowerClass,
  enum_declaration: lowerClass,
  method_declaration: method,
  function_definition: method,
  anonymous_function: lambda,
  arrow_function: lambda,
  compound_statement: block,
  colon_block: block,
  case_statement: block,
  default_statement: block,
  if_statement(node, walker) {
    walker.visitField(node, 'condition');
    walker.branch(node.childForFieldName('body'));
    for (const child of node.childrenForFieldName('alternative')) if (child) walker.lowering.statement(child);
  },
  else_if_clause(node, walker) {
    walker.visitField(node, 'condition');
    walker.branch(node.childForFieldName('body'));
  },
  else_clause: (node, walker) => walker.branch(node.childForFieldName('body')),
  for_statement: lowerLoop,
  while_statement: lowerLoop,
  do_statement: lowerLoop,
  foreach_statement: lowerForeach,
  match_expression(node, walker) {
    walker.visitField(node, 'condition');
    const arms = walker.items(node.childForFieldName('body'));
    return walker.choice(
      node,
      arms.map((arm) => walker.field(arm, 'return_expression')),
      false,
    );
  },
  return_statement(node, walker) {
    const [value] = walker.items(node);
    if (value) walker.lowering.addReturn(walker.visit(value));
  },
  assignment_expression: lowerAssignment,
  augmented_assignment_expression: lowerAssignment,
  function_call_expression: lowerCall,
  member_call_expression: lowerCall,
  nullsafe_member_call_expression: lowerCall,
  scoped_call_expression: lowerCall,
  object_creation_expression: lowerNew,
  array_creation_expression: lowerArray,
  member_access_expression: access,
  nullsafe_member_access_expression: access,
  class_constant_access_expression: staticMember,
  scoped_property_access_expression: staticMember,
  subscript_expression(node, walker) {
    const [array, index] = walker.items(node);
    if (!array) return walker.unknown(node);
    const object = walker.evaluate(array);
    const key = index ? walker.evaluate(index) : null;
    const name = literalText(key);
    return name === null ? walker.element(node, object, key) : walker.member(node, object, index ?? null, name);
  },
  conditional_expression(node, walker) {
    const body = node.childForFieldName('body');
    const condition = walker.field(node, 'condition');
    if (!body) return walker.choice(node, [condition, walker.field(node, 'alternative')], true);
    walker.keep(condition);
    return walker.choice(node, [walker.evaluate(body), walker.field(node, 'alternative')], false);
  },
  binary_expression: (node, walker) => walker.binary(node, walker.text(node.childForFieldName('operator')) === '.' ? '.' : '', ['??', '||', 'or']),
  unary_op_expression: (node, walker) => walker.negative(node),
  parenthesized_expression: inner,
  by_ref: inner,
  clone_expression: inner,
  error_suppression_expression: inner,
  cast_expression: (node, walker) => walker.field(node, 'value'),
  variable_name: (node, walker) => walker.name(node, variableName(node, walker)),
  name: (node, walker) => walker.name(node),
  qualified_name: pathExpr,
  string: lowerSingle,
  encapsed_string: lowerEncapsed,
  heredoc: lowerHeredoc,
  nowdoc: lowerHeredoc,
  integer: number,
  float: number,
  boolean: (node, walker) => walker.boolean(node, walker.text(node).toLowerCase() === 'true'),
  null: (node, walker) => walker.null(node),
};

export default {
  id: 'php',
  editorIds: ['php'],
  extensions: ['.php'],
  grammar: 'php',
  ecosystem: 'php',
  syntax: {
    lineComment: '//',
    item: (style, name, value) => (style === 'keyword' ? `${name}: ${value}` : style === 'stringKey' ? `'${name}' => ${value}` : null),
    case: 'asIs',
  },
  lower: lowerWith(handlers),
} satisfies Language;

import type { Node } from 'web-tree-sitter';
import type { Argument, DecoratorFact, Expr, ObjectEntry, Param } from '../facts';
import { lowerString } from './csharpStrings';
import { type Handler, type Handlers, lowerWith } from './handlers';
import type { Language } from './language';
import { dotted, typeNames } from './names';
import { collection, neutralMethod } from './neutral';
import { concatenate, joinStrings, literalText } from './strings';
import type { Walker } from './walker';

/** `{0}`, `{1:N2}` and doubled braces of string.Format. */
const FORMAT = /\{\{|\}\}|\{(\d+)[^{}]*\}/g;
const brace = (match: string): string | null => (match === '{{' ? '{' : match === '}}' ? '}' : null);
/** Calls and classes that give their first argument in another form. */
const BOXES =
  /^(?:BinaryData\.(?:FromString|FromObjectAsJson)|Encoding\.UTF8\.GetBytes|(?:System\.Text\.Json\.)?JsonSerializer\.Serialize|JsonConvert\.SerializeObject|JsonContent\.Create|StringContent|ByteArrayContent|Uri)$/;
const LAMBDAS = /^(?:lambda_expression|anonymous_method_expression)$/;

const find = (node: Node, type: string): Node | null => node.namedChildren.find((child) => child?.type === type) ?? null;

function typeExpr(node: Node, walker: Walker): Expr {
  const children = walker.items(node);
  const [first, last] = [children[0], children.at(-1)];
  if ((node.type === 'generic_name' || node.type === 'nullable_type' || node.type === 'array_type') && first) return typeExpr(first, walker);
  if (node.type === 'qualified_name' && first && last && first !== last) {
    return walker.member(node, typeExpr(first, walker), last, walker.text(last).replace(/<.*/s, ''));
  }
  return walker.name(node);
}

function params(node: Node | null, walker: Walker): Param[] {
  if (!node) return [];
  if (/^(?:implicit_parameter|identifier)$/.test(node.type))
    return [{ name: walker.text(node), default: null, type: [], rest: false, span: walker.lowering.span(node) }];
  const result = walker.items(node).flatMap((param): Param[] => {
    if (!/parameter$/.test(param.type)) return [];
    const name = param.childForFieldName('name') ?? param;
    const equals = param.children.findIndex((child) => child?.type === '=');
    const value = equals < 0 ? null : param.children[equals + 1];
    const type = typeNames(walker.text(param.childForFieldName('type')));
    return [{ name: walker.text(name), default: value ? walker.visit(value) : null, type, rest: false, span: walker.lowering.span(param) }];
  });
  const rest = node.childForFieldName('name');
  if (rest)
    result.push({
      name: walker.text(rest),
      default: null,
      type: typeNames(walker.text(node.childForFieldName('type'))),
      rest: true,
      span: walker.lowering.span(rest),
    });
  return result;
}

/** The attributes of a declaration. */
function decorators(node: Node, walker: Walker): DecoratorFact[] {
  const lists = walker.items(node).filter((child) => child.type === 'attribute_list');
  return lists.flatMap((list) =>
    walker.items(list).flatMap((attribute) => {
      if (attribute.type !== 'attribute') return [];
      const args = lowerArguments(find(attribute, 'attribute_argument_list'), '', walker);
      for (const arg of args) walker.keep(arg.value);
      return walker.decorator(attribute, walker.text(attribute.childForFieldName('name')).replace(/<.*/s, ''), args);
    }),
  );
}

/** Methods, constructors, local functions and lambdas. */
function lowerFunction(node: Node, walker: Walker, keepLoops = false): Expr {
  const { lowering } = walker;
  const attributes = decorators(node, walker);
  for (const child of walker.items(node)) if (child.type === 'constructor_initializer') walker.visit(child);
  const body = node.childForFieldName('body') ?? find(node, 'block');
  const returns = node.childForFieldName('returns') ?? node.childForFieldName('type');
  const read = () => {
    if (body?.type === 'block') lowering.statements(body.namedChildren);
    else if (body) lowering.addReturn(walker.visit(body));
  };
  const name = node.childForFieldName('name');
  const list = node.childForFieldName('parameters');
  const scope = lowering.inFunction(node, name ? walker.text(name) : null, params(list, walker), read, {
    keepLoops,
    type: typeNames(walker.text(returns)),
    decorators: attributes,
  });
  return { kind: 'function', span: lowering.span(node), scope };
}

function lowerClass(node: Node, walker: Walker): void {
  const attributes = decorators(node, walker);
  const bases = walker.items(find(node, 'base_list')).map((base) => walker.text(base).replace(/[<(].*/s, ''));
  const members = [...(find(node, 'parameter_list')?.namedChildren ?? []), ...(node.childForFieldName('body')?.namedChildren ?? [])];
  walker.lowering.inClass(node, walker.text(node.childForFieldName('name')), bases, members, {
    pieces: node.children.some((child) => child?.type === 'modifier' && child.text === 'partial'),
    decorators: attributes,
  });
}

/** A value whose type may be left to the declaration: `ChatClient c = new("gpt-4o")`. */
function typedValue(value: Node, type: Node | null, walker: Walker): Expr {
  return walker.keep(value.type === 'implicit_object_creation_expression' ? lowerNew(value, walker, type) : walker.evaluate(value));
}

function lowerVariables(node: Node, walker: Walker): void {
  const { lowering } = walker;
  const type = node.childForFieldName('type');
  for (const declarator of walker.items(node)) {
    if (declarator.type !== 'variable_declarator') continue;
    const name = declarator.childForFieldName('name');
    const last = walker.items(declarator).at(-1);
    const value = last && declarator.children.some((child) => child?.type === '=') ? typedValue(last, type, walker) : null;
    const span = lowering.span(name ?? declarator);
    if (name)
      lowering.bind('assign', `${lowering.scope.kind === 'class' ? 'this.' : ''}${walker.text(name)}`, value, {
        span,
        type: typeNames(walker.text(type)),
      });
  }
}

function lowerArguments(list: Node | null, method: string, walker: Walker, over: Expr | null = null): Argument[] {
  return walker.items(list).map((node): Argument => {
    const name = node.childForFieldName('name');
    const value = walker.items(node).at(-1) ?? node;
    const spread = value.type === 'range_expression';
    const expr = LAMBDAS.test(value.type)
      ? walker.lambda(value, method, (keepLoops) => lowerFunction(value, walker, keepLoops), over)
      : spread
        ? walker.inner(value)
        : walker.evaluate(value);
    return walker.argument(node, expr, name ? walker.text(name) : null, spread);
  });
}

function lowerCall(node: Node, walker: Walker): Expr {
  const { lowering } = walker;
  const list = node.childForFieldName('arguments');
  const callee = walker.field(node, 'function');
  const method = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  const args = lowerArguments(list, method, walker, callee.kind === 'member' ? callee.object : null);
  const values = args.map((arg) => arg.value);
  const [first, second] = values;
  const path = dotted(callee) ?? '';
  if (first && /^[sS]tring\.(?:Format|Concat|Join)$/.test(path)) {
    if (method === 'Format')
      return first.kind === 'string'
        ? walker.formatted(node, first, values.slice(1), FORMAT, brace)
        : concatenate([first], lowering.span(node), lowering.source);
    if (method === 'Concat') return concatenate(values, lowering.span(node), lowering.source);
    const separator = literalText(first);
    const items = second?.kind === 'array' ? second.items : values.slice(1);
    if (separator !== null) return joinStrings(items, separator, lowering.span(node), lowering.source, walker.range);
  }
  if (first && BOXES.test(path)) return first;
  const neutral = callee.kind === 'member' && neutralMethod(walker, node, callee.object, method, values);
  return neutral || walker.call(node, { callee, args, list: walker.list(list, 'keyword', node) });
}

function lowerNew(node: Node, walker: Walker, declared: Node | null = null): Expr {
  const type = node.childForFieldName('type') ?? (declared?.type === 'implicit_type' ? null : declared);
  const list = find(node, 'argument_list');
  const callee = type ? typeExpr(type, walker) : walker.unknown(node);
  const args = lowerArguments(list, '', walker);
  const initializer = find(node, 'initializer_expression');
  const block = initializer && lowerInitializer(initializer, type, walker);
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  const values = args.map((arg) => arg.value);
  const [boxed] = BOXES.test(name) ? values : [];
  return (
    boxed ??
    collection(walker, node, name, values, block) ??
    walker.call(node, { callee, args, list: walker.list(list, 'keyword', node), constructs: true, block })
  );
}

/** `{ A = b }`, `{ ["k"] = v }`, `{ { "k", v } }` as an object; `{ a, b }` as a list. */
function lowerInitializer(node: Node, type: Node | null, walker: Walker): Expr {
  const items = walker.items(node);
  const pairs = items.length > 0 && items.every((item) => item.type === 'initializer_expression' && walker.items(item).length === 2);
  if (!pairs && !items.some((item) => item.type === 'assignment_expression'))
    return walker.array(
      node,
      items.map((item) => walker.evaluate(item)),
    );
  const entries = items.map((item): ObjectEntry => {
    const [left, right] = walker.items(item);
    if (!left || !right) return walker.entry(item, null, walker.unknown(item));
    const key =
      left.type === 'identifier' && !pairs
        ? walker.text(left)
        : left.type === 'element_binding_expression'
          ? literalText(lowerArguments(left, '', walker)[0]?.value)
          : literalText(walker.evaluate(left));
    return walker.entry(item, key, right.type === 'initializer_expression' ? lowerInitializer(right, null, walker) : walker.evaluate(right));
  });
  return walker.object(node, type && !pairs ? typeExpr(type, walker) : null, entries, walker.list(node, pairs ? 'stringKey' : 'property'));
}

function lowerAnonymous(node: Node, walker: Walker): Expr {
  const entries: ObjectEntry[] = [];
  const { children } = node;
  children.forEach((child, index) => {
    if (!child?.isNamed || children[index - 1]?.type === '=') return;
    const value = children[index + 1]?.type === '=' ? children[index + 2] : child;
    if (!value) return;
    const key = value !== child || child.type === 'identifier' ? walker.text(child) : (/\w+$/.exec(walker.text(child))?.[0] ?? null);
    entries.push({ key, value: walker.visit(value), spread: false, span: walker.range(child.startIndex, value.endIndex) });
  });
  return walker.object(node, null, entries, {
    ...walker.list(node, 'property'),
    span: walker.range(children[1]?.startIndex ?? node.startIndex, node.endIndex),
    items: entries.map((entry) => walker.range(entry.span.start, entry.span.end)),
  });
}

function lowerLoop(node: Node, walker: Walker): void {
  const condition = node.childForFieldName('condition');
  const isFor = node.type === 'for_statement';
  walker.loop(isFor ? 'for' : 'while', node, condition ? walker.text(condition) === 'true' : isFor);
}

const number: Handler = (node, walker) => walker.number(node);
const lambda: Handler = (node, walker) => lowerFunction(node, walker);
const method: Handler = (node, walker) => void lowerFunction(node, walker);

const handlers: Handlers = {
  using_directive(node, walker) {
    const alias = walker.text(node.childForFieldName('name'));
    const path = walker.text(walker.items(node).at(-1)).replace(/<.*/s, '');
    const [, module = '', name = path] = /^(.*)\.([^.]+)$/s.exec(path) ?? [];
    const span = walker.lowering.span(node);
    walker.lowering.addImport(alias ? { local: alias, module, name, span } : { local: '*', module: path, name: null, span });
  },
  global_statement: (node, walker) => walker.lowering.statements(node.namedChildren),
  file_scoped_namespace_declaration: (node, walker) => walker.lowering.statements(walker.items(node).slice(1)),
  namespace_declaration: (node, walker) => walker.lowering.statements(node.childForFieldName('body')?.namedChildren ?? []),
  class_declaration: lowerClass,
  struct_declaration: lowerClass,
  record_declaration: lowerClass,
  interface_declaration: lowerClass,
  parameter(node, walker) {
    const name = node.childForFieldName('name');
    if (name)
      walker.lowering.bind('assign', `this.${walker.text(name)}`, null, {
        span: walker.lowering.span(node),
        type: typeNames(walker.text(node.childForFieldName('type'))),
      });
  },
  variable_declaration: lowerVariables,
  property_declaration(node, walker) {
    const { lowering } = walker;
    const name = node.childForFieldName('name');
    const type = node.childForFieldName('type');
    const value = node.childForFieldName('value');
    for (const child of walker.items(node)) if (child.type === 'accessor_list' || child.type === 'attribute_list') walker.visit(child);
    const expr = value && typedValue(value, type, walker);
    if (name) lowering.bind('assign', `this.${walker.text(name)}`, expr, { span: lowering.span(name), type: typeNames(walker.text(type)) });
  },
  accessor_declaration: method,
  method_declaration: method,
  constructor_declaration: method,
  local_function_statement: method,
  operator_declaration: method,
  lambda_expression: lambda,
  anonymous_method_expression: lambda,
  arrow_expression_clause: (node, walker) => walker.inner(node),
  block: (node, walker) => walker.block(node),
  switch_section: (node, walker) => walker.block(node),
  if_statement(node, walker) {
    walker.visitField(node, 'condition');
    walker.branch(node.childForFieldName('consequence'));
    walker.branch(node.childForFieldName('alternative'));
  },
  for_statement: lowerLoop,
  while_statement: lowerLoop,
  do_statement: lowerLoop,
  foreach_statement(node, walker) {
    const over = walker.visitField(node, 'right');
    walker.lowering.inLoop('for', node, false, (loop) => {
      loop.over = over;
      const name = node.childForFieldName('left');
      if (name?.type === 'identifier' && over) walker.assign(walker.name(name), 'item', over, typeNames(walker.text(node.childForFieldName('type'))));
      walker.branch(node.childForFieldName('body'));
    });
  },
  switch_expression(node, walker) {
    const [value, ...arms] = walker.items(node);
    if (value) walker.visit(value);
    return walker.choice(
      node,
      arms.flatMap((arm) =>
        walker
          .items(arm)
          .slice(-1)
          .map((result) => walker.evaluate(result)),
      ),
      false,
    );
  },
  constant_pattern() {},
  return_statement(node, walker) {
    const [value] = walker.items(node);
    if (value) walker.lowering.addReturn(walker.visit(value));
  },
  assignment_expression(node, walker) {
    const target = walker.field(node, 'left');
    const value = walker.visitField(node, 'right');
    walker.assign(target, node.childForFieldName('operator')?.type === '+=' ? 'add' : 'reassign', value);
    return target;
  },
  invocation_expression: lowerCall,
  object_creation_expression: (node, walker) => lowerNew(node, walker),
  implicit_object_creation_expression: (node, walker) => lowerNew(node, walker),
  anonymous_object_creation_expression: lowerAnonymous,
  initializer_expression: (node, walker) => lowerInitializer(node, null, walker),
  array_creation_expression: (node, walker) => walker.last(node),
  implicit_array_creation_expression: (node, walker) => walker.last(node),
  element_binding_expression(node, walker) {
    return walker.array(
      node,
      lowerArguments(node, '', walker).map((arg): Expr => (arg.spread ? { kind: 'spread', span: arg.span, value: arg.value } : arg.value)),
    );
  },
  tuple_expression: (node, walker) =>
    walker.array(
      node,
      lowerArguments(node, '', walker).map((arg) => arg.value),
      true,
    ),
  await_expression(node, walker) {
    const value = walker.inner(node);
    if (value.kind === 'call') value.call.awaited = true;
    return value;
  },
  member_access_expression(node, walker) {
    const name = node.childForFieldName('name');
    const object = node.childForFieldName('expression');
    const value = object ? (object.type === 'this' ? walker.name(object, 'this') : walker.evaluate(object)) : walker.unknown(node);
    return walker.member(node, value, name, walker.text(name).replace(/<.*/s, ''));
  },
  conditional_access_expression: (node, walker) => walker.conditional(node),
  member_binding_expression: (node, walker) => walker.member(node, walker.receiver ?? walker.unknown(node), node.childForFieldName('name')),
  element_access_expression(node, walker) {
    const object = walker.field(node, 'expression');
    const list = node.childForFieldName('subscript');
    const [index] = lowerArguments(list, '', walker);
    const name = literalText(index?.value);
    return name === null ? walker.element(node, object, index?.value ?? null) : walker.member(node, object, list, name);
  },
  cast_expression: (node, walker) => walker.field(node, 'value'),
  as_expression: (node, walker) => walker.field(node, 'left'),
  parenthesized_expression: (node, walker) => walker.inner(node),
  postfix_unary_expression: (node, walker) => walker.inner(node),
  prefix_unary_expression: (node, walker) => walker.negative(node),
  conditional_expression(node, walker) {
    walker.visitField(node, 'condition');
    return walker.choice(node, [walker.field(node, 'consequence'), walker.field(node, 'alternative')], false);
  },
  binary_expression: (node, walker) => walker.binary(node, '+', ['??']),
  identifier: (node, walker) => walker.name(node),
  generic_name: (node, walker) => typeExpr(node, walker),
  predefined_type: (node, walker) => walker.name(node),
  this: (node, walker) => walker.name(node, 'this'),
  string_literal: lowerString,
  verbatim_string_literal: lowerString,
  raw_string_literal: lowerString,
  interpolated_string_expression: lowerString,
  integer_literal: number,
  real_literal: number,
  boolean_literal: (node, walker) => walker.boolean(node, walker.text(node) === 'true'),
  null_literal: (node, walker) => walker.null(node),
  default_expression: (node, walker) => walker.null(node),
};

export default {
  id: 'csharp',
  editorIds: ['csharp'],
  extensions: ['.cs'],
  grammar: 'c-sharp',
  ecosystem: 'dotnet',
  implicitThis: true,
  syntax: {
    lineComment: '//',
    item: (style, name, value) =>
      style === 'keyword'
        ? `${name}: ${value}`
        : style === 'property'
          ? `${name} = ${value}`
          : style === 'stringKey'
            ? `["${name}"] = ${value}`
            : null,
    case: 'pascal',
  },
  lower: lowerWith(handlers, { bareFields: true }),
} satisfies Language;

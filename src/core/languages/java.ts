import type { Node } from 'web-tree-sitter';
import type { Argument, DecoratorFact, Expr, ObjectEntry, Param } from '../facts';
import { BACKSLASH, decodeIndented, decodeText } from './escapes';
import { type Handler, type Handlers, lowerWith } from './handlers';
import type { Language } from './language';
import { dotted, PRINTF, percent, typeNames } from './names';
import { collection, neutralMethod } from './neutral';
import { concatenate, joinStrings, literalText } from './strings';
import type { Walker } from './walker';

const LISTS = /^(?:List|Set|Stream|ImmutableList|Arrays|Collections|Lists|Flux)\.(?:of|asList|singletonList|newArrayList|just)$/;
const BOXES =
  /^(?:Optional\.(?:of|ofNullable)|(?:JsonValue|JsonField|JsonString)\.(?:from|of)|(?:HttpRequest\.)?BodyPublishers\.\w+|URI\.create|BodyInserters\.fromValue|String\.valueOf|Integer\.valueOf|Objects\.requireNonNull|Mono\.just)$/;
/** Methods that write an object as JSON. */
const WRITES_JSON = /^(?:writeValueAsString|writeValueAsBytes|toJson|toJSONString|toJsonStr|toJsonString)$/;
/** Classes that hold what they are made with. */
const HOLDERS = /^(?:HttpEntity|URL|URI|StringEntity)$/;
/** Methods of optionals and streams alike; a loop only where the chain shows a stream. */
const MAPS = /^(?:map|flatMap|filter)$/;
const STREAM = /stream|flux|range|iterate/i;

function typeExpr(node: Node, walker: Walker): Expr {
  const children = walker.items(node);
  const [first, last] = [children[0], children.at(-1)];
  if (node.type === 'generic_type' && first) return typeExpr(first, walker);
  if (node.type === 'scoped_type_identifier' && first && last && first !== last) return walker.member(node, typeExpr(first, walker), last);
  return walker.name(node);
}

/** The annotations of a declaration. */
function decorators(node: Node, walker: Walker): DecoratorFact[] {
  const modifiers = node.namedChildren.filter((child) => child?.type === 'modifiers').flatMap((child) => walker.items(child));
  return modifiers.flatMap((modifier) => {
    const value = walker.visit(modifier);
    return modifier.type.endsWith('annotation') ? walker.decorator(modifier, walker.text(modifier.childForFieldName('name')), [], value) : [];
  });
}

function lowerParam(node: Node, walker: Walker): Param {
  const rest = node.type === 'spread_parameter';
  for (const child of node.namedChildren) if (child?.type === 'modifiers') walker.visit(child);
  const declarator = node.namedChildren.find((child) => child?.type === 'variable_declarator') ?? node;
  const name = declarator.childForFieldName('name') ?? node;
  const type = node.childForFieldName('type') ?? (rest ? node.namedChildren.find((child) => child?.type !== 'modifiers') : null);
  return { name: walker.text(name), default: null, type: typeNames(walker.text(type)), rest, span: walker.lowering.span(node) };
}

function params(node: Node | null, walker: Walker): Param[] {
  return (node?.type === 'identifier' ? [node] : walker.items(node)).map((param) => lowerParam(param, walker));
}

function lowerMethod(node: Node, walker: Walker): void {
  const { lowering } = walker;
  const annotations = decorators(node, walker);
  const name = node.childForFieldName('name');
  const type = typeNames(walker.text(node.childForFieldName('type')));
  const body = () => lowering.statements(node.childForFieldName('body')?.namedChildren ?? []);
  lowering.inFunction(node, walker.text(name) || null, params(node.childForFieldName('parameters'), walker), body, {
    type,
    decorators: annotations,
  });
}

function lowerLambda(node: Node, walker: Walker, keepLoops = false): Expr {
  const { lowering } = walker;
  const body = node.childForFieldName('body');
  const read = () => {
    if (body?.type === 'block') lowering.statements(body.namedChildren);
    else if (body) lowering.addReturn(walker.visit(body));
  };
  const scope = lowering.inFunction(node, null, params(node.childForFieldName('parameters'), walker), read, { keepLoops });
  return { kind: 'function', span: lowering.span(node), scope };
}

function lowerClass(node: Node, walker: Walker): void {
  const annotations = decorators(node, walker);
  const parents = ['superclass', 'interfaces']
    .map((field) => node.childForFieldName(field))
    .concat(node.namedChildren.filter((child) => child?.type === 'extends_interfaces'));
  const bases = parents
    .flatMap((parent) =>
      walker
        .text(parent)
        .replace(/^(?:extends|implements)\s+/, '')
        .replace(/<.*>/s, '')
        .split(/\s*,\s*/),
    )
    .filter(Boolean);
  const members = [...(node.childForFieldName('parameters')?.namedChildren ?? []), ...(node.childForFieldName('body')?.namedChildren ?? [])];
  walker.lowering.inClass(node, walker.text(node.childForFieldName('name')), bases, members, { decorators: annotations });
}

/** Variables of one declaration; fields are `this.x`. */
function lowerVariables(node: Node, walker: Walker): void {
  const { lowering } = walker;
  for (const child of node.namedChildren) if (child?.type === 'modifiers') walker.visit(child);
  const type = typeNames(walker.text(node.childForFieldName('type')));
  for (const declarator of node.childrenForFieldName('declarator')) {
    const name = declarator?.childForFieldName('name');
    if (!declarator || !name) continue;
    const value = walker.visitField(declarator, 'value');
    lowering.bind('assign', `${lowering.scope.kind === 'class' ? 'this.' : ''}${walker.text(name)}`, value, { span: lowering.span(name), type });
  }
}

function lowerArguments(list: Node | null, method: string, walker: Walker, over: Expr | null = null): Argument[] {
  return walker.items(list).map((node): Argument => {
    if (node.type !== 'lambda_expression') return walker.argument(node, walker.evaluate(node));
    return walker.argument(
      node,
      walker.lambda(node, method, (keepLoops) => lowerLambda(node, walker, keepLoops), over),
    );
  });
}

/** OkHttp takes the media type before the body in old versions, behind it in new ones. */
const isMediaType = (value: Expr): boolean => /MediaType|media_?type|^JSON$/i.test(dotted(value.kind === 'call' ? value.call.callee : value) ?? '');

function lowerCall(node: Node, walker: Walker): Expr {
  const { lowering } = walker;
  const receiver = node.childForFieldName('object');
  const name = node.childForFieldName('name');
  const list = node.childForFieldName('arguments');
  if (!name) return walker.unknown(node);
  const object = receiver && walker.evaluate(receiver);
  const callee = object ? walker.member(name, object, name) : walker.name(name);
  if (receiver) callee.span.start = receiver.startIndex;
  const method = walker.text(name);
  const once = MAPS.test(method) && !STREAM.test(walker.text(receiver));
  const args = lowerArguments(list, once ? '' : method, walker, object);
  const values = args.map((arg) => arg.value);
  const [first] = values;
  const path = dotted(callee) ?? '';
  if (LISTS.test(path)) return walker.array(node, values);
  if (first && (BOXES.test(path) || (object && WRITES_JSON.test(method)))) return first;
  if (path === 'RequestBody.create' && values.length) return values.find((value) => !isMediaType(value)) ?? values[0]!;
  if (path === 'Map.of') {
    const entries = args.flatMap((arg, index): ObjectEntry[] => {
      const value = args[index + 1];
      return index % 2 || !value
        ? []
        : [{ key: literalText(arg.value), value: walker.keep(value.value), spread: false, span: lowering.range(arg.span.start, value.span.end) }];
    });
    return walker.object(node, null, entries, walker.list(list, 'positional', node));
  }
  if (path === 'String.format' && first) {
    return first.kind === 'string'
      ? walker.formatted(node, first, values.slice(1), PRINTF, percent)
      : concatenate([first], lowering.span(node), lowering.source);
  }
  if (path === 'String.join' && values.length > 1) {
    const separator = literalText(first);
    const items = values[1]?.kind === 'array' ? values[1].items : values.slice(1);
    if (separator !== null) return joinStrings(items, separator, lowering.span(node), lowering.source, walker.range);
  }
  if (/^Objects\.requireNonNullElse$/.test(path) || (method === 'getOrDefault' && values.length === 2))
    return walker.choice(node, path.startsWith('Objects') ? values : [walker.unknown(node), values[1]!], true);
  const neutral = object && neutralMethod(walker, node, object, method, values);
  return neutral ?? walker.call(node, { callee, args, list: walker.list(list, 'positional', node) });
}

function lowerNew(node: Node, walker: Walker): Expr {
  const type = node.childForFieldName('type');
  if (!type) return walker.unknown(node);
  const list = node.childForFieldName('arguments');
  const callee = typeExpr(type, walker);
  const args = lowerArguments(list, '', walker);
  const body = node.namedChildren.find((child) => child?.type === 'class_body');
  if (body) walker.lowering.inClass(body, null, [walker.text(type)], body.namedChildren);
  const name = body ? '' : callee.kind === 'name' ? callee.name : '';
  const [held] = HOLDERS.test(name) ? args : [];
  if (held) return held.value;
  return (
    collection(
      walker,
      node,
      name,
      args.map((arg) => arg.value),
      null,
    ) ?? walker.call(node, { callee, args, list: walker.list(list, 'positional', node), constructs: true })
  );
}

/** `@SystemMessage("…")` reads as a constructor, so that prompts in annotations are seen. */
function lowerAnnotation(node: Node, walker: Walker): Expr {
  const name = node.childForFieldName('name');
  const list = node.childForFieldName('arguments');
  if (!name || !list) return walker.unknown(node);
  const args = walker.items(list).map((item): Argument => {
    if (item.type !== 'element_value_pair') return walker.argument(item, walker.evaluate(item));
    return walker.argument(item, walker.field(item, 'value'), walker.text(item.childForFieldName('key')));
  });
  return walker.call(node, { callee: walker.name(name), args, list: walker.list(list, 'positional', node), constructs: true });
}

function lowerLoop(node: Node, walker: Walker): void {
  const condition = node.childForFieldName('condition');
  const isFor = node.type === 'for_statement';
  const endless = condition ? /^\(?\s*true\s*\)?$/.test(walker.text(condition)) : isFor;
  const parts = walker.items(node);
  // the block of a `do` stands before its condition
  walker.loop(isFor ? 'for' : 'while', node, endless, [
    ...parts.filter((child) => child.type !== 'block'),
    ...parts.filter((child) => child.type === 'block'),
  ]);
}

function lowerSwitch(node: Node, walker: Walker): Expr {
  walker.visitField(node, 'condition');
  const options: Expr[] = [];
  for (const rule of walker.items(node.childForFieldName('body'))) {
    const result = rule.type === 'switch_rule' ? walker.items(rule).at(-1) : undefined;
    const value = result?.type === 'expression_statement' ? walker.items(result)[0] : undefined;
    if (value) walker.lowering.inBlock(rule, () => options.push(walker.evaluate(value)));
    else walker.block(rule);
  }
  return options.length ? walker.choice(node, options, false) : walker.unknown(node);
}

function lowerString(node: Node, walker: Walker): Expr {
  const { source } = walker.lowering;
  const opening = /^"""[ \t\f]*\r?\n/.exec(walker.text(node))?.[0].length;
  if (!opening)
    return walker.string(node, [decodeText(source, node.startIndex + 1, Math.max(node.startIndex + 1, node.endIndex - 1), BACKSLASH, walker.range)]);
  const start = node.startIndex + opening;
  const raw = decodeText(source, start, Math.max(start, node.endIndex - 3), null, walker.range);
  return walker.string(node, decodeIndented(source, [raw], BACKSLASH, true, walker.range));
}

const number: Handler = (node, walker) => walker.number(node);
const initializer: Handler = (node, walker) => walker.array(node, walker.values(node));
const skip: Handler = () => {};

const handlers: Handlers = {
  package_declaration: skip,
  switch_label: skip,
  import_declaration(node, walker) {
    const [path] = walker.items(node);
    const all = node.namedChildren.some((child) => child?.type === 'asterisk');
    const [, module = '', name = ''] = /^(?:(.*)\.)?([^.]+)$/s.exec(walker.text(path)) ?? [];
    const span = walker.lowering.span(node);
    walker.lowering.addImport(all ? { local: '*', module: walker.text(path), name: null, span } : { local: name, module, name, span });
  },
  class_declaration: lowerClass,
  interface_declaration: lowerClass,
  record_declaration: lowerClass,
  enum_declaration: lowerClass,
  field_declaration: lowerVariables,
  constant_declaration: lowerVariables,
  local_variable_declaration: lowerVariables,
  formal_parameter(node, walker) {
    const param = lowerParam(node, walker); // of a record: a field
    walker.lowering.bind('assign', `this.${param.name}`, null, { span: param.span, type: param.type });
  },
  method_declaration: lowerMethod,
  constructor_declaration: lowerMethod,
  compact_constructor_declaration: lowerMethod,
  lambda_expression: (node, walker) => lowerLambda(node, walker),
  annotation: lowerAnnotation,
  element_value_array_initializer: initializer,
  array_initializer: initializer,
  array_creation_expression: (node, walker) => (node.childForFieldName('value') ? walker.field(node, 'value') : walker.unknown(node)),
  block: (node, walker) => walker.block(node),
  if_statement(node, walker) {
    walker.visitField(node, 'condition');
    walker.branch(node.childForFieldName('consequence'));
    walker.branch(node.childForFieldName('alternative'));
  },
  for_statement: lowerLoop,
  while_statement: lowerLoop,
  do_statement: lowerLoop,
  enhanced_for_statement(node, walker) {
    const over = walker.visitField(node, 'value');
    walker.lowering.inLoop('for', node, false, (loop) => {
      loop.over = over;
      const name = node.childForFieldName('name');
      if (name) walker.assign(walker.name(name), 'item', over, typeNames(walker.text(node.childForFieldName('type'))));
      walker.branch(node.childForFieldName('body'));
    });
  },
  switch_expression: lowerSwitch,
  resource(node, walker) {
    const name = node.childForFieldName('name');
    if (name)
      walker.lowering.bind('assign', walker.text(name), walker.visitField(node, 'value'), {
        span: walker.lowering.span(name),
        type: typeNames(walker.text(node.childForFieldName('type'))),
      });
    else walker.children(node);
  },
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
  method_invocation: lowerCall,
  object_creation_expression: lowerNew,
  explicit_constructor_invocation(node, walker) {
    const list = node.childForFieldName('arguments');
    const callee = walker.field(node, 'constructor');
    return walker.call(node, { callee, args: lowerArguments(list, '', walker), list: walker.list(list, 'positional', node), constructs: true });
  },
  field_access: (node, walker) => walker.member(node, walker.keep(walker.field(node, 'object')), node.childForFieldName('field')),
  array_access(node, walker) {
    const object = walker.field(node, 'array');
    const index = node.childForFieldName('index');
    const key = index && walker.evaluate(index);
    const name = literalText(key);
    return name === null ? walker.element(node, object, key) : walker.member(node, object, index, name);
  },
  cast_expression: (node, walker) => walker.field(node, 'value'),
  parenthesized_expression: (node, walker) => walker.inner(node),
  ternary_expression(node, walker) {
    walker.visitField(node, 'condition');
    return walker.choice(node, [walker.field(node, 'consequence'), walker.field(node, 'alternative')], false);
  },
  binary_expression: (node, walker) => walker.binary(node, '+'),
  unary_expression: (node, walker) => walker.negative(node),
  identifier: (node, walker) => walker.name(node),
  type_identifier: (node, walker) => walker.name(node),
  this: (node, walker) => walker.name(node, 'this'),
  super: (node, walker) => walker.name(node),
  string_literal: lowerString,
  decimal_integer_literal: number,
  hex_integer_literal: number,
  decimal_floating_point_literal: number,
  true: (node, walker) => walker.boolean(node, true),
  false: (node, walker) => walker.boolean(node, false),
  null_literal: (node, walker) => walker.null(node),
};

export default {
  id: 'java',
  editorIds: ['java'],
  extensions: ['.java'],
  grammar: 'java',
  ecosystem: 'jvm',
  implicitThis: true,
  syntax: { lineComment: '//', item: () => null, case: 'camel' },
  lower: lowerWith(handlers, { bareFields: true }),
} satisfies Language;

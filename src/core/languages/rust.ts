import type { Node } from 'web-tree-sitter';
import type { Argument, Expr, ObjectEntry, Param } from '../facts';
import { BACKSLASH, decodeText, type EscapeStyle } from './escapes';
import { type Handler, type Handlers, lowerWith } from './handlers';
import type { Language } from './language';
import { typeNames } from './names';
import { rustCall, rustMacro } from './rustCalls';
import { tokenArguments } from './rustTokens';
import { literalText } from './strings';
import type { Walker } from './walker';

/** A backslash at a line's end also takes the next line's indentation. */
const ESCAPES: EscapeStyle = { pattern: new RegExp(`\\\\\\r?\\n\\s*|${BACKSLASH.pattern.source}`, 'g'), decode: BACKSLASH.decode };
/** Methods of options and iterators alike; a loop only where the chain shows an iterator. */
const MAPS = /^(?:map|and_then|filter|flat_map|filter_map|any|all)$/;
const ITERATOR = /iter|stream|lines|chunks|drain|windows|range|\.\./i;
const ITEM =
  /^(?:let_declaration|expression_statement|empty_statement|\w+_item|use_declaration|attribute_item|macro_definition|line_comment|block_comment)$/;

/** `A::B<C>` as A.B, `Self` as `this`. */
function pathExpr(node: Node, walker: Walker): Expr {
  const inner = node.childForFieldName('type') ?? node.childForFieldName('function');
  if (/^(?:generic_type|generic_function)$/.test(node.type) && inner) return pathExpr(inner, walker);
  const path = node.childForFieldName('path');
  const name = node.childForFieldName('name');
  if (path && name) return walker.member(node, pathExpr(path, walker), name);
  return walker.evaluateName(name ?? node);
}

/** The name that a pattern binds, where it is one: `x`, `mut x`, `&x`, `Some(x)`. */
function boundName(pattern: Node | null): Node | null {
  if (!pattern || pattern.type === 'identifier') return pattern;
  if (!/^(?:mut_pattern|ref_pattern|reference_pattern|tuple_struct_pattern)$/.test(pattern.type)) return null;
  const inner = pattern.namedChildren.filter((child) => child !== null && child.type !== 'mutable_specifier').at(-1);
  return inner && inner.id !== pattern.childForFieldName('type')?.id ? boundName(inner) : null;
}

function params(node: Node | null, walker: Walker): Param[] {
  return walker.items(node).flatMap((param): Param[] => {
    if (param.type === 'self_parameter' || param.type === 'attribute_item') return [];
    const name = boundName(param.childForFieldName('pattern') ?? param) ?? param;
    return [
      {
        name: walker.text(name),
        default: null,
        type: typeNames(walker.text(param.childForFieldName('type'))),
        rest: false,
        span: walker.lowering.span(param),
      },
    ];
  });
}

/** Lowers the statements of a block and gives its last expression. */
function blockValue(node: Node, walker: Walker): Expr | null {
  const nodes = node.namedChildren.filter((child): child is Node => child !== null && !/comment$/.test(child.type));
  for (const child of node.namedChildren) if (child && /comment$/.test(child.type)) walker.comment(child);
  const last = nodes.at(-1);
  const open = last?.type === 'expression_statement' && last.lastChild?.type !== ';' ? last.namedChild(0) : null;
  if (last && ITEM.test(last.type) && !open) {
    walker.lowering.statements(nodes);
    return null;
  }
  return walker.lastValue(open ? [...nodes.slice(0, -1), open] : nodes);
}

function lowerFunction(node: Node, walker: Walker, keepLoops = false): Expr {
  const { lowering } = walker;
  const body = node.childForFieldName('body');
  const name = node.childForFieldName('name');
  const read = () => {
    const value = body && (body.type === 'block' ? blockValue(body, walker) : walker.evaluate(body));
    if (value) lowering.addReturn(walker.keep(value));
  };
  const type = typeNames(walker.text(node.childForFieldName('return_type')));
  const scope = lowering.inFunction(node, name ? walker.text(name) : null, params(node.childForFieldName('parameters'), walker), read, {
    keepLoops,
    type,
  });
  return { kind: 'function', span: lowering.span(node), scope };
}

function lowerImpl(node: Node, walker: Walker): void {
  const name = node.childForFieldName('type') ?? node.childForFieldName('name');
  const trait = node.childForFieldName('trait');
  const members = node.childForFieldName('body')?.namedChildren ?? [];
  walker.lowering.inClass(node, typeNames(walker.text(name))[0] ?? null, trait ? [walker.text(trait)] : [], members, { pieces: true });
}

function lowerUse(node: Node, prefix: string, walker: Walker): void {
  const add = (path: string, local: string, all = false) => {
    const whole = [prefix, path].filter(Boolean).join('::');
    const [, module, name] = /^(.*)::([^:]+)$/s.exec(whole) ?? [];
    const span = walker.lowering.span(node);
    if (all || whole === '' || path === 'self')
      walker.lowering.addImport({ local: all ? '*' : local, module: path === 'self' ? prefix : whole, name: null, span });
    else walker.lowering.addImport({ local, module: module ?? whole, name: name ?? null, span });
  };
  const path = node.childForFieldName('path');
  const list = node.childForFieldName('list') ?? (node.type === 'use_list' ? node : null);
  if (list) {
    const inner = [prefix, walker.text(path)].filter(Boolean).join('::');
    for (const item of walker.items(list)) lowerUse(item, inner, walker);
  } else if (node.type === 'use_as_clause') add(walker.text(path), walker.text(node.childForFieldName('alias')));
  else if (node.type === 'use_wildcard') add(walker.text(node.namedChild(0)), '*', true);
  else add(walker.text(node), (walker.text(node) === 'self' ? prefix : walker.text(node)).split('::').at(-1) ?? '');
}

function lowerArguments(list: Node | null, method: string, walker: Walker, over: Expr | null): Argument[] {
  return walker.items(list).map((node): Argument => {
    if (node.type !== 'closure_expression') {
      const arg = walker.argument(node, walker.evaluate(node));
      return /^&\s*mut\b/.test(walker.text(node)) ? { ...arg, byReference: true } : arg;
    }
    return walker.argument(
      node,
      walker.lambda(node, method, (keepLoops) => lowerFunction(node, walker, keepLoops), over),
    );
  });
}

function lowerCall(node: Node, walker: Walker): Expr {
  const list = node.childForFieldName('arguments');
  const callee = walker.field(node, 'function');
  const method = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  const once =
    callee.kind === 'member' && MAPS.test(method) && !ITERATOR.test(walker.lowering.source.slice(callee.object.span.start, callee.object.span.end));
  return rustCall(
    node,
    callee,
    lowerArguments(list, once ? '' : method, walker, callee.kind === 'member' ? callee.object : null),
    walker.list(list, 'positional', node),
    walker,
  );
}

const isBase = (node: Node): boolean => node.type === 'base_field_initializer';
/** `..Default::default()`: nothing that would be given by hand. */
const isDefault = (node: Node, walker: Walker): boolean => /\bdefault\(\)$/.test(walker.text(node));

function lowerStruct(node: Node, walker: Walker): Expr {
  const name = node.childForFieldName('name');
  const body = node.childForFieldName('body');
  const own = walker.text(name) === 'Self' ? walker.lowering.classScope().name : null;
  const type = !name ? walker.unknown(node) : own ? walker.name(name, own) : pathExpr(name, walker);
  // what the base gives holds only where no field says otherwise
  const [bases, fields] = [walker.items(body).filter(isBase), walker.items(body).filter((item) => !isBase(item))];
  const entries = [...bases, ...fields].flatMap((item): ObjectEntry[] | ObjectEntry => {
    if (isBase(item)) return isDefault(item, walker) ? [] : walker.entry(item, null, walker.inner(item), true);
    if (item.type === 'shorthand_field_initializer') return walker.entry(item, walker.text(item), walker.inner(item));
    return walker.entry(item, walker.text(item.childForFieldName('field')), walker.field(item, 'value'));
  });
  return walker.object(node, type, entries, walker.list(body, 'property', node));
}

function lowerIf(node: Node, walker: Walker): Expr {
  walker.visitField(node, 'condition');
  const options: Expr[] = [];
  for (const name of ['consequence', 'alternative']) {
    const branch = node.childForFieldName(name);
    const body = branch?.type === 'else_clause' ? branch.namedChild(0) : branch;
    const value = body && (body.type === 'block' ? branchValue(body, walker) : walker.evaluate(body));
    if (value) options.push(value);
  }
  return options.length ? walker.choice(node, options, false) : walker.unknown(node);
}

function branchValue(node: Node, walker: Walker): Expr | null {
  let value: Expr | null = null;
  walker.lowering.inBlock(node, () => {
    value = blockValue(node, walker);
  });
  return value;
}

function lowerMatch(node: Node, walker: Walker): Expr {
  walker.visitField(node, 'value');
  const options: Expr[] = [];
  for (const arm of walker.items(node.childForFieldName('body'))) {
    const value = arm.childForFieldName('value');
    if (!value) continue;
    const read = (): void =>
      walker.lowering.inBlock(arm, () =>
        options.push(value.type === 'block' ? (blockValue(value, walker) ?? walker.unknown(value)) : walker.evaluate(value)),
      );
    const pattern = walker.text(arm.childForFieldName('pattern'));
    if (pattern.startsWith('Ok(')) walker.lowering.flow.inTry(arm, read);
    else if (/^Err\b/.test(pattern)) walker.lowering.flow.inHandler(arm, read);
    else read();
  }
  return options.length ? walker.choice(node, options, false) : walker.unknown(node);
}

function lowerConstant(node: Node, walker: Walker): void {
  const { lowering } = walker;
  const name = node.childForFieldName('name');
  const value = walker.visitField(node, 'value');
  const type = typeNames(walker.text(node.childForFieldName('type')));
  if (name)
    lowering.bind('assign', `${lowering.scope.kind === 'class' ? 'this.' : ''}${walker.text(name)}`, value, { span: lowering.span(name), type });
}

function lowerLoop(node: Node, walker: Walker): void {
  const condition = node.childForFieldName('condition');
  const over = node.type === 'for_expression' ? walker.visitField(node, 'value') : null;
  const endless = node.type === 'loop_expression' || (condition !== null && walker.text(condition) === 'true');
  const [label] = node.namedChildren;
  const read = (): void =>
    walker.lowering.inLoop(over ? 'for' : 'while', node, endless, (loop) => {
      loop.over = over;
      const name = over && boundName(node.childForFieldName('pattern'));
      if (name) walker.assign(walker.name(name), 'item', over);
      if (condition) walker.condition(loop, condition);
      walker.visitField(node, 'body');
    });
  if (label?.type === 'label') walker.lowering.flow.labelled(walker.text(label), read);
  else read();
}

const number: Handler = (node, walker) => walker.number(node);
const method: Handler = (node, walker) => void lowerFunction(node, walker);
const block: Handler = (node, walker) => branchValue(node, walker) ?? undefined;
const inner: Handler = (node, walker) => walker.inner(node);
const last: Handler = (node, walker) => walker.last(node);
const skip: Handler = () => {};
const text: Handler = (node, walker) => {
  const [, opening = '"'] = /^([bc]?r?#*")/.exec(walker.text(node)) ?? [];
  const raw = node.type === 'raw_string_literal';
  const start = node.startIndex + opening.length;
  const end = Math.max(start, node.endIndex - opening.replace(/^[bcr]+/, '').length);
  return walker.string(node, [decodeText(walker.lowering.source, start, end, raw ? null : ESCAPES, walker.range)]);
};

const handlers: Handlers = {
  attribute_item: skip,
  inner_attribute_item: skip,
  extern_crate_declaration: skip,
  macro_definition: skip,
  token_tree: skip,
  use_declaration(node, walker) {
    const argument = node.childForFieldName('argument');
    if (argument) lowerUse(argument, '', walker);
  },
  mod_item: (node, walker) => walker.lowering.statements(node.childForFieldName('body')?.namedChildren ?? []),
  const_item: lowerConstant,
  static_item: lowerConstant,
  struct_item: lowerImpl,
  impl_item: lowerImpl,
  trait_item: lowerImpl,
  enum_item: skip,
  type_item: skip,
  field_declaration: lowerConstant,
  function_item: method,
  closure_expression: (node, walker) => lowerFunction(node, walker),
  let_declaration(node, walker) {
    const value = walker.visitField(node, 'value');
    const name = boundName(node.childForFieldName('pattern'));
    if (name) walker.assign(walker.name(name), 'assign', value, typeNames(walker.text(node.childForFieldName('type'))));
    walker.visitField(node, 'alternative');
  },
  let_condition(node, walker) {
    const value = walker.visitField(node, 'value');
    const name = boundName(node.childForFieldName('pattern'));
    if (name) walker.assign(walker.name(name), 'assign', value);
  },
  block,
  async_block: last,
  unsafe_block: last,
  const_block: last,
  if_expression: lowerIf,
  match_expression: lowerMatch,
  for_expression: lowerLoop,
  while_expression: lowerLoop,
  loop_expression: lowerLoop,
  return_expression(node, walker) {
    const [value] = walker.items(node);
    if (value) walker.lowering.addReturn(walker.visit(value));
  },
  assignment_expression(node, walker) {
    const target = walker.field(node, 'left');
    walker.assign(target, 'reassign', walker.visitField(node, 'right'));
  },
  compound_assignment_expr(node, walker) {
    const target = walker.field(node, 'left');
    walker.assign(target, node.childForFieldName('operator')?.type === '+=' ? 'add' : 'reassign', walker.visitField(node, 'right'));
  },
  call_expression: lowerCall,
  macro_invocation(node, walker) {
    const name = walker.text(node.childForFieldName('macro')).split('::').at(-1) ?? '';
    const tree = node.namedChildren.find((child) => child?.type === 'token_tree');
    return rustMacro(node, name, tree ? tokenArguments(tree, walker, name === 'json') : [], walker);
  },
  struct_expression: lowerStruct,
  array_expression: (node, walker) => walker.array(node, walker.values(node)),
  tuple_expression: (node, walker) => walker.array(node, walker.values(node), true),
  await_expression(node, walker) {
    const value = walker.inner(node);
    if (value.kind === 'call') value.call.awaited = true;
    return value;
  },
  try_expression: inner,
  parenthesized_expression: inner,
  reference_expression: (node, walker) => walker.field(node, 'value'),
  range_expression: (node, walker) => walker.operation(node, '..', walker.values(node)),
  type_cast_expression: (node, walker) => walker.field(node, 'value'),
  unary_expression: (node, walker) => (node.child(0)?.type === '*' ? walker.last(node) : walker.negative(node)),
  binary_expression: (node, walker) => walker.binary(node, '+'),
  field_expression: (node, walker) => walker.member(node, walker.field(node, 'value'), node.childForFieldName('field')),
  index_expression(node, walker) {
    const [array, index] = walker.items(node);
    if (!array || !index) return walker.unknown(node);
    const object = walker.evaluate(array);
    const key = walker.evaluate(index);
    const name = literalText(key);
    return name === null ? walker.element(node, object, key) : walker.member(node, object, index, name);
  },
  generic_function: (node, walker) => walker.field(node, 'function'),
  scoped_identifier: pathExpr,
  identifier: (node, walker) => (walker.text(node) === 'None' ? walker.null(node) : walker.name(node)),
  self: (node, walker) => walker.name(node, 'this'),
  type_identifier: (node, walker) => walker.name(node),
  string_literal: text,
  raw_string_literal: text,
  integer_literal: number,
  float_literal: number,
  negative_literal: (node, walker) => walker.negative(node),
  boolean_literal: (node, walker) => walker.boolean(node, walker.text(node) === 'true'),
};

export default {
  id: 'rust',
  editorIds: ['rust'],
  extensions: ['.rs'],
  grammar: 'rust',
  ecosystem: 'rust',
  syntax: {
    lineComment: '//',
    item: (style, name, value) => (style === 'property' ? `${name}: ${value}` : style === 'stringKey' ? `"${name}": ${value}` : null),
    case: 'asIs',
  },
  lower: lowerWith(handlers),
} satisfies Language;

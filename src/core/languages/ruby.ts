import type { Node } from 'web-tree-sitter';
import type { Argument, Expr, ListSite, Loop, ObjectEntry, ObjectExpr, Param, Scope } from '../facts';
import { type Handler, type Handlers, lowerWith } from './handlers';
import type { Language } from './language';
import { ITERATES, percent, plainName } from './names';
import { neutralMethod } from './neutral';
import { lowerHeredoc, lowerString, lowerSymbol } from './rubyStrings';
import { concatenate, literalText } from './strings';
import type { Walker } from './walker';

/** `%s`, `%{name}`, `%<name>d`, `%%`. */
const FORMAT = /%%|%\{(\w+)\}|%<\w+>[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]|%[-+ #0]*(?:\d+|\*)?(?:\.\d+)?[a-zA-Z]/g;
const NOT_VALUES = /^(?:rescue|ensure|else|heredoc_body|comment)$/;

const isBody = (node: Node): boolean => /^(?:body_statement|block_body|then|else|do|begin|parenthesized_statements)$/.test(node.type);

function statements(node: Node | null): Node[] {
  if (!node) return [];
  return isBody(node) ? node.namedChildren.filter((child): child is Node => child !== null) : [node];
}

/** Lowers a body; its last expression is what it gives. */
function bodyValue(node: Node | null, walker: Walker): Expr | null {
  const nodes = statements(node);
  const last = nodes.findLastIndex((child) => !NOT_VALUES.test(child.type));
  let value: Expr | null = null;
  const read = (): void => {
    value = walker.lastValue(nodes.slice(0, last + 1));
  };
  if (node && nodes.some(({ type }) => type === 'rescue')) walker.lowering.flow.inTry(node, read);
  else read();
  walker.lowering.statements(nodes.slice(last + 1));
  return value;
}

function branchValue(node: Node | null, walker: Walker): Expr[] {
  const result: Expr[] = [];
  if (!node) return result;
  walker.lowering.inBlock(node, () => {
    const value = node.type === 'if' || node.type === 'elsif' ? walker.evaluate(node) : bodyValue(node, walker);
    if (value) result.push(value);
  });
  return result;
}

function params(node: Node | null, walker: Walker): Param[] {
  return walker.items(node).flatMap((param): Param[] => {
    if (param.type === 'block_parameter') return [];
    if (param.type === 'destructured_parameter') return params(param, walker);
    const name = param.childForFieldName('name') ?? param;
    const rest = param.type.endsWith('splat_parameter');
    return [{ name: walker.text(name), default: walker.visitField(param, 'value'), type: [], rest, span: walker.lowering.span(param) }];
  });
}

function lowerFunction(node: Node, walker: Walker, keepLoops: boolean, over: Expr | null = null): Scope {
  const { lowering } = walker;
  const name = node.type === 'method' || node.type === 'singleton_method' ? walker.text(node.childForFieldName('name')) : null;
  const list = params(node.childForFieldName('parameters'), walker);
  const read = () => {
    const [first] = list;
    if (over && first) lowering.bind('item', first.name, over, { span: lowering.range(first.span.start, first.span.end) });
    const value = bodyValue(node.childForFieldName('body'), walker);
    if (value) lowering.addReturn(walker.keep(value));
  };
  // a method without parameters is read like a field
  return lowering.inFunction(node, name, list, read, { keepLoops, property: name !== null && !list.length });
}

/** What a block sets on its first parameter: `configure { |c| c.model = "…" }`. */
function blockObject(block: Node, scope: Scope, walker: Walker): ObjectExpr | null {
  const [param] = scope.params;
  const entries = scope.bindings.flatMap((binding): ObjectEntry[] => {
    const isSet = binding.kind === 'set' && binding.name === param?.name && binding.value;
    return isSet && binding.value
      ? [{ key: binding.key, value: binding.value, spread: false, span: walker.range(binding.span.start, binding.value.span.end) }]
      : [];
  });
  return entries.length ? walker.object(block, null, entries, walker.list(null, 'positional', block)) : null;
}

function lowerBlock(block: Node, method: string, receiver: Expr | null, walker: Walker): Scope {
  const { lowering } = walker;
  let scope: Scope | undefined;
  const read = (over: Expr | null) => (loop?: Loop) => {
    if (loop) loop.over = over;
    scope = lowerFunction(block, walker, true, over);
  };
  if (method === 'loop') lowering.inLoop('while', block, true, read(null));
  else if (ITERATES.has(plainName(method))) lowering.inLoop('callback', block, false, read(receiver));
  else read(null)();
  return scope as Scope;
}

/** The key of a pair: `key:`, `:key =>`, `"key" =>`; null for a computed one. */
function keyOf(pair: Node, walker: Walker): string | null {
  const key = pair.childForFieldName('key');
  if (!key) return null;
  return key.type === 'hash_key_symbol' ? walker.text(key) : literalText(walker.evaluate(key));
}

/** `key:` alone stands for `key: key`. */
function pairValue(pair: Node, walker: Walker): Expr {
  const key = pair.childForFieldName('key');
  return pair.childForFieldName('value') || !key ? walker.field(pair, 'value') : walker.name(key);
}

function lowerArguments(list: Node | null, walker: Walker): Argument[] {
  return walker.items(list).flatMap((node): Argument[] => {
    if (node.type === 'pair') return [walker.argument(node, pairValue(node, walker), keyOf(node, walker))];
    if (node.type === 'block_argument' || node.type === 'heredoc_body') return [];
    const spread = node.type.endsWith('splat_argument');
    return [walker.argument(node, spread ? walker.inner(node) : walker.evaluate(node), null, spread)];
  });
}

function argumentList(list: Node | null, node: Node, walker: Walker): ListSite {
  return walker.list(list, list?.child(0)?.type === '(' ? 'keyword' : 'positional', node);
}

function lowerHash(node: Node, walker: Walker): Expr {
  const pairs = walker.items(node);
  const entries = pairs.map(
    (pair): ObjectEntry =>
      pair.type === 'pair' ? walker.entry(pair, keyOf(pair, walker), pairValue(pair, walker)) : walker.entry(pair, null, walker.inner(pair), true),
  );
  const quoted = pairs.some((pair) => pair.childForFieldName('key')?.type === 'string');
  return walker.object(node, null, entries, walker.list(node, quoted ? 'stringKey' : 'property'));
}

function lowerCall(node: Node, walker: Walker): Expr {
  const { lowering } = walker;
  const receiver = node.childForFieldName('receiver');
  const name = node.childForFieldName('method');
  const list = node.childForFieldName('arguments');
  const block = node.childForFieldName('block');
  const method = walker.text(name);
  if (/^(?:require|require_relative|load)$/.test(method) && !receiver && list) {
    const module = literalText(walker.evaluate(list.namedChild(0) ?? list));
    if (module !== null) lowering.addImport({ local: '*', module, name: null, span: lowering.span(node) });
    return walker.unknown(node);
  }
  const object = receiver && walker.evaluate(receiver);
  if (!object && method === 'raise') lowering.exit('raise', node);
  if (!object && block && /^(?:lambda|proc)$/.test(method))
    return { kind: 'function', span: lowering.span(node), scope: lowerFunction(block, walker, false) };
  const callee = object ? walker.member(node, object, name) : walker.name(name ?? node);
  if (name) callee.span.end = name.endIndex;
  const args = lowerArguments(list, walker);
  const values = args.map((arg) => arg.value);
  const [first, second] = values;
  if (first && /^(?:format|sprintf)$/.test(method) && !object) {
    const names = new Map(args.flatMap((arg) => (arg.name ? [[arg.name, arg.value] as const] : [])));
    return first.kind === 'string'
      ? walker.formatted(node, first, values.slice(1), FORMAT, percent, names)
      : concatenate([first], lowering.span(node), lowering.source);
  }
  if (object && method === 'fetch' && second) return walker.choice(node, [walker.unknown(node), second], true);
  const neutral = object && !block ? neutralMethod(walker, node, object, method, values) : null;
  if (neutral) return neutral;
  if (object && method === 'new') {
    return walker.call(node, {
      callee: object,
      args,
      list: argumentList(list, node, walker),
      constructs: true,
      block: block && blockObject(block, lowerBlock(block, method, null, walker), walker),
    });
  }
  if (object && !list && !block) return callee;
  const scope = block && lowerBlock(block, method, object, walker);
  const body =
    block && scope && (blockObject(block, scope, walker) ?? (args.length ? { kind: 'function' as const, span: lowering.span(block), scope } : null));
  const call = walker.call(node, { callee, args, list: argumentList(list, node, walker), block: body });
  return /^(?:merge|with_indifferent_access)$/.test(method) && object ? (mergeOf(node, object, args, walker) ?? call) : call;
}

/** `defaults.merge(a: 1)` as an object that spreads what it starts from. */
function mergeOf(node: Node, object: Expr, args: Argument[], walker: Walker): Expr | null {
  const entries = args.map((arg): ObjectEntry => ({ key: arg.name, value: arg.value, spread: arg.name === null, span: arg.span }));
  return args.length
    ? walker.object(node, null, [{ key: null, value: object, spread: true, span: object.span }, ...entries], walker.list(null, 'positional', node))
    : null;
}

function lowerIf(node: Node, walker: Walker): Expr {
  walker.visitField(node, 'condition');
  const options = [...branchValue(node.childForFieldName('consequence'), walker), ...branchValue(node.childForFieldName('alternative'), walker)];
  return options.length ? walker.choice(node, options, false) : walker.unknown(node);
}

function lowerCase(node: Node, walker: Walker): Expr {
  walker.visitField(node, 'value');
  const clauses = walker.items(node).filter((clause) => /^(?:when|in_clause|else)$/.test(clause.type));
  const options = clauses.flatMap((clause) => branchValue(clause.type === 'else' ? clause : clause.childForFieldName('body'), walker));
  return options.length ? walker.choice(node, options, false) : walker.unknown(node);
}

function lowerClass(node: Node, walker: Walker): void {
  const base = node.childForFieldName('superclass')?.namedChild(0);
  const members = statements(node.childForFieldName('body'));
  walker.lowering.inClass(node, walker.text(node.childForFieldName('name')), base ? [walker.text(base).replaceAll('::', '.')] : [], members, {
    pieces: true,
  });
}

function assign(node: Node, target: Node | null, value: Expr | null, walker: Walker, kind: 'assign' | 'add' = 'assign'): void {
  if (!target) return;
  if (target.type === 'left_assignment_list') {
    const names = walker.items(target);
    for (const [index, name] of names.entries()) assign(node, name, value?.kind === 'array' ? (value.items[index] ?? null) : null, walker, kind);
    return;
  }
  const { lowering } = walker;
  const isMember = lowering.scope.kind === 'class' && /^(?:constant|identifier)$/.test(target.type);
  if (isMember) lowering.bind(kind, `this.${walker.text(target)}`, value, { span: lowering.span(target) });
  else walker.assign(walker.evaluate(target), kind, value);
}

function lowerBinary(node: Node, walker: Walker): Expr {
  const operator = node.childForFieldName('operator')?.type;
  if (operator === '<<') {
    const target = walker.field(node, 'left');
    const value = walker.visitField(node, 'right');
    if (value) walker.assign(target, value.kind === 'string' ? 'add' : 'append', value);
    return target;
  }
  if (operator !== '%') return walker.binary(node, '+', ['||', 'or']);
  const format = walker.field(node, 'left');
  const value = walker.field(node, 'right');
  if (format.kind !== 'string') return walker.unknown(node);
  const names = new Map(value.kind === 'object' ? value.entries.flatMap((entry) => (entry.key ? [[entry.key, entry.value] as const] : [])) : []);
  return walker.formatted(node, format, value.kind === 'array' ? value.items : value.kind === 'object' ? [] : [value], FORMAT, percent, names);
}

function lowerLoop(node: Node, walker: Walker): void {
  const condition = node.childForFieldName('condition');
  const endless = walker.text(condition) === (node.type.startsWith('until') ? 'false' : 'true');
  walker.lowering.inLoop('while', node, endless, (loop) => {
    if (condition) walker.condition(loop, condition);
    walker.lowering.statements(statements(node.childForFieldName('body')));
  });
}

function lowerModifier(node: Node, walker: Walker): void {
  walker.visitField(node, 'condition');
  walker.branch(node.childForFieldName('body'));
}

const variable: Handler = (node, walker) => {
  const name = walker.text(node).replace(/^@+/, '');
  return walker.member(node, walker.name(node, 'this'), node, name);
};
const number: Handler = (node, walker) => walker.number(node);
const method: Handler = (node, walker) => void lowerFunction(node, walker, false);
const body: Handler = (node, walker) => bodyValue(node, walker) ?? undefined;
const skip: Handler = () => {};

const handlers: Handlers = {
  heredoc_body: skip,
  class: lowerClass,
  module: lowerClass,
  method,
  singleton_method: method,
  lambda(node, walker) {
    return { kind: 'function', span: walker.lowering.span(node), scope: lowerFunction(node, walker, false) };
  },
  block: (node, walker) => body(node.childForFieldName('body') ?? node, walker),
  do_block: (node, walker) => body(node.childForFieldName('body') ?? node, walker),
  body_statement: body,
  block_body: body,
  begin: body,
  parenthesized_statements: body,
  // biome-ignore lint/suspicious/noThenProperty: a node type
  then: (node, walker) => walker.block(node),
  else: (node, walker) => walker.block(node),
  ensure: (node, walker) => walker.lowering.statements(walker.items(node)),
  rescue: (node, walker) => walker.lowering.flow.inHandler(node, () => walker.branchField(node, 'body')),
  range: (node, walker) => walker.operation(node, '..', walker.values(node)),
  if: lowerIf,
  elsif: lowerIf,
  unless: lowerIf,
  case: lowerCase,
  case_match: lowerCase,
  conditional(node, walker) {
    walker.visitField(node, 'condition');
    return walker.choice(node, [walker.field(node, 'consequence'), walker.field(node, 'alternative')], false);
  },
  if_modifier: lowerModifier,
  unless_modifier: lowerModifier,
  while: lowerLoop,
  until: lowerLoop,
  while_modifier: lowerLoop,
  until_modifier: lowerLoop,
  for(node, walker) {
    const list = node.childForFieldName('value');
    const over = list && walker.keep(walker.inner(list));
    walker.lowering.inLoop('for', node, false, (loop) => {
      loop.over = over;
      const name = node.childForFieldName('pattern');
      if (name?.type === 'identifier' && over) walker.assign(walker.name(name), 'item', over);
      walker.lowering.statements(statements(node.childForFieldName('body')));
    });
  },
  return(node, walker) {
    const [value] = walker.items(node.namedChild(0));
    if (value) walker.lowering.addReturn(walker.visit(value));
  },
  assignment(node, walker) {
    const right = node.childForFieldName('right');
    const value = right && walker.visit(right);
    assign(node, node.childForFieldName('left'), value, walker);
    return value?.kind === 'string' ? undefined : (value ?? undefined);
  },
  operator_assignment(node, walker) {
    const value = walker.visitField(node, 'right');
    const operator = node.childForFieldName('operator')?.type;
    const left = node.childForFieldName('left');
    assign(node, left, value, walker, operator === '+=' ? 'add' : 'assign');
    return operator === '||=' && left ? walker.evaluate(left) : undefined;
  },
  right_assignment_list: (node, walker) => walker.array(node, walker.values(node)),
  call: lowerCall,
  element_reference(node, walker) {
    const object = walker.field(node, 'object');
    const index = node.namedChild(1);
    const key = index && walker.evaluate(index);
    const name = literalText(key);
    return name === null ? walker.element(node, object, key) : walker.member(node, object, index, name);
  },
  scope_resolution: (node, walker) =>
    node.childForFieldName('scope')
      ? walker.member(node, walker.field(node, 'scope'), node.childForFieldName('name'))
      : walker.name(node.childForFieldName('name') ?? node),
  binary: lowerBinary,
  unary: (node, walker) => walker.negative(node),
  hash: lowerHash,
  array: (node, walker) =>
    walker.array(
      node,
      walker
        .items(node)
        .map((item) =>
          item.type === 'splat_argument'
            ? walker.spread(item, walker.inner(item))
            : item.type === 'pair'
              ? walker.unknown(item)
              : walker.evaluate(item),
        ),
    ),
  string_array: (node, walker) => walker.array(node, walker.values(node)),
  symbol_array: (node, walker) =>
    walker.array(
      node,
      walker.items(node).map((item) => walker.unknown(item)),
    ),
  identifier: (node, walker) => walker.name(node),
  constant: (node, walker) => walker.name(node),
  self: (node, walker) => walker.name(node, 'this'),
  instance_variable: variable,
  class_variable: variable,
  string: lowerString,
  bare_string: lowerString,
  chained_string: (node, walker) => concatenate(walker.values(node), walker.lowering.span(node), walker.lowering.source),
  heredoc_beginning: lowerHeredoc,
  simple_symbol: lowerSymbol,
  integer: number,
  float: number,
  true: (node, walker) => walker.boolean(node, true),
  false: (node, walker) => walker.boolean(node, false),
  nil: (node, walker) => walker.null(node),
};

export default {
  id: 'ruby',
  editorIds: ['ruby'],
  extensions: ['.rb', '.rake'],
  grammar: 'ruby',
  ecosystem: 'ruby',
  implicitThis: true,
  trailing: 'heredoc_body',
  syntax: {
    lineComment: '#',
    item: (style, name, value) => (style === 'stringKey' ? `"${name}" => ${value}` : `${name}: ${value}`),
    case: 'asIs',
  },
  lower: lowerWith(handlers),
} satisfies Language;

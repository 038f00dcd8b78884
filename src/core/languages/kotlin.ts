import type { Node } from 'web-tree-sitter';
import type { Argument, DecoratorFact, Expr, ObjectEntry, Param, Scope } from '../facts';
import { type Handler, type Handlers, lowerWith } from './handlers';
import { lowerString } from './kotlinStrings';
import type { Language } from './language';
import { dotted, ITERATES, plainName, RUNS, typeNames } from './names';
import { collection, neutralMethod } from './neutral';
import { concatenate, literalText } from './strings';
import type { Walker } from './walker';

const LISTS =
  /^(?:(?:mutable|array)?(?:List|Set|Array)Of(?:NotNull)?|arrayOf|listOf|listOfNotNull|setOf|emptyList|sequenceOf|flowOf|(?:List|Set)\.of)$/;
const MAPS = /^(?:mapOf|mutableMapOf|hashMapOf|linkedMapOf|emptyMap)$/;
const BOXES =
  /^(?:ModelId|JsonPrimitive|Optional\.of|Optional\.ofNullable|requireNotNull|checkNotNull|URL|URI|Url|URI\.create|(?:HttpRequest\.)?BodyPublishers\.ofString|HttpEntity|[\w.]*\.(?:encodeToString|toJson|writeValueAsString))$/;
const TYPE = /^(?:user_type|nullable_type|function_type|parenthesized_type)$/;

const find = (node: Node | null, type: RegExp): Node | null => node?.namedChildren.find((child) => child !== null && type.test(child.type)) ?? null;
const typesIn = (node: Node | null, walker: Walker): string[] => typeNames(walker.text(find(node, TYPE)));

/** What stands behind the `=` of a declaration or parameter. */
function behindEquals(node: Node): Node | null {
  const at = node.children.findIndex((child) => child?.type === '=');
  return at < 0 ? null : (node.children.slice(at + 1).find((child) => child?.isNamed) ?? null);
}

function params(node: Node | null, walker: Walker): Param[] {
  const children = node?.children ?? [];
  return children.flatMap((param, index): Param[] => {
    if (!param || !/^(?:parameter|class_parameter|variable_declaration)$/.test(param.type)) return [];
    const inside = behindEquals(param);
    const value = inside ?? (children[index + 1]?.type === '=' ? children[index + 2] : null);
    const rest = walker.text(children[index - 1]).includes('vararg');
    const name = find(param, /^identifier$/);
    return [
      { name: walker.text(name), default: value ? walker.visit(value) : null, type: typesIn(param, walker), rest, span: walker.lowering.span(param) },
    ];
  });
}

/** The annotations of a declaration. */
function decorators(node: Node, walker: Walker): DecoratorFact[] {
  const modifiers = walker.items(node).flatMap((child) => (child.type === 'modifiers' ? walker.items(child) : []));
  return modifiers.flatMap((modifier) => {
    if (modifier.type !== 'annotation') {
      walker.visit(modifier);
      return [];
    }
    return walker.items(modifier).map((inner) => {
      const value = walker.visit(inner);
      const type = inner.type === 'constructor_invocation' ? find(inner, TYPE) : inner;
      return walker.decorator(modifier, walker.text(type).replace(/<.*/s, ''), [], value);
    });
  });
}

function lowerFunction(node: Node, walker: Walker): Expr {
  const { lowering } = walker;
  const body = find(node, /^(?:function_body|block)$/);
  const block = body?.type === 'block' ? body : find(body, /^block$/);
  const read = () => {
    const [value] = walker.items(body);
    if (block) lowering.statements(block.namedChildren);
    else if (value) lowering.addReturn(walker.visit(value));
  };
  const annotations = decorators(node, walker);
  const name = node.childForFieldName('name');
  const list = find(node, /^function_value_parameters$/);
  const scope = lowering.inFunction(node, name ? walker.text(name) : null, params(list, walker), read, {
    type: typesIn(node, walker),
    decorators: annotations,
  });
  return { kind: 'function', span: lowering.span(node), scope };
}

/** A lambda. What it sets (`model = …`) and, in a builder, what it calls by name (`messages { … }`) are the entries of its object. */
function lowerLambda(node: Node, walker: Walker, keepLoops: boolean, over: Expr | null, builds = false): { scope: Scope; entries: ObjectEntry[] } {
  const { lowering } = walker;
  const list = params(find(node, /^lambda_parameters$/), walker);
  if (!list.length && /\bit\b/.test(walker.text(node)))
    list.push({ name: 'it', default: null, type: [], rest: false, span: walker.range(node.startIndex, node.startIndex) });
  const entries: ObjectEntry[] = [];
  const body = node.namedChildren.filter((child): child is Node => child !== null && child.type !== 'lambda_parameters');
  const read = () => {
    if (over) lowering.bind('item', list[0]?.name ?? 'it', over, { span: lowering.span(node) });
    body.forEach((child, index) => {
      lowering.statement(child, () => {
        const value = walker.visit(child);
        if (builds && value.kind === 'call' && value.call.callee.kind === 'name')
          entries.push({ key: value.call.callee.name, value, spread: false, span: lowering.span(child) });
        const put = value.kind === 'call' && dotted(value.call.callee) === 'put' ? value.call.args : [];
        if (put.length === 2) entries.push({ key: literalText(put[0]?.value), value: put[1]!.value, spread: false, span: lowering.span(child) });
        if (index === body.length - 1 && child.type !== 'assignment') lowering.addReturn(value);
      });
    });
  };
  const scope = lowering.inFunction(node, null, list, read, { keepLoops });
  for (const binding of scope.bindings) {
    if (binding.kind === 'assign' && binding.value && binding.depth === 0) {
      entries.push({ key: binding.name, value: binding.value, spread: false, span: walker.range(binding.span.start, binding.value.span.end) });
    }
  }
  return { scope, entries };
}

function lowerClass(node: Node, walker: Walker): void {
  const annotations = decorators(node, walker);
  const specifiers = walker.items(find(node, /^delegation_specifiers$/));
  const bases = specifiers.map((base) =>
    walker
      .text(base)
      .replace(/[<(].*/s, '')
      .trim(),
  );
  const own = find(find(node, /^primary_constructor$/), /^class_parameters$/)?.namedChildren ?? [];
  const members = [...own, ...specifiers, ...(find(node, /^(?:class_body|enum_class_body)$/)?.namedChildren ?? [])];
  walker.lowering.inClass(node, walker.text(node.childForFieldName('name')) || null, bases, members, { decorators: annotations });
}

function lowerProperty(node: Node, walker: Walker): void {
  const { lowering } = walker;
  for (const child of walker.items(node)) if (/^(?:modifiers|getter|setter)$/.test(child.type)) walker.visit(child);
  const declaration = find(node, /^variable_declaration$/);
  const written = behindEquals(node);
  const delegate = find(node, /^property_delegate$/);
  let value = written && walker.visit(written);
  if (delegate) {
    const made = walker.visit(walker.items(delegate)[0] ?? delegate);
    const lambda = made.kind === 'call' ? made.call.args.at(-1)?.value : null;
    value = lambda?.kind === 'function' ? (lambda.scope.returns[0] ?? null) : null;
  }
  const names = declaration ? [declaration] : walker.items(find(node, /^multi_variable_declaration$/));
  for (const one of names) {
    const name = find(one, /^identifier$/);
    if (name)
      lowering.bind('assign', `${lowering.scope.kind === 'class' ? 'this.' : ''}${walker.text(name)}`, declaration ? value : null, {
        span: lowering.span(name),
        type: typesIn(one, walker).length ? typesIn(one, walker) : givenType(written, walker),
      });
  }
}

/** `val client = get<ChatClient>()`: what a container gives. */
function givenType(value: Node | null, walker: Walker): string[] {
  if (value?.type !== 'call_expression' || !/^(?:ref|get|inject|getBean|instance|lookup)$/.test(walker.text(value.namedChild(0)))) return [];
  return typeNames(walker.text(find(value, /^type_arguments$/)));
}

function lowerArguments(list: Node | null, walker: Walker): Argument[] {
  return walker.items(list).map((node): Argument => {
    const value = behindEquals(node) ?? walker.items(node).at(-1) ?? node;
    const name = behindEquals(node) ? find(node, /^identifier$/) : null;
    const spread = value.type === 'spread_expression' || node.child(0)?.type === '*';
    const expr = value.type === 'spread_expression' ? walker.inner(value) : value === node ? walker.unknown(node) : walker.evaluate(value);
    return walker.argument(node, expr, name && walker.text(name), spread);
  });
}

function lowerCall(node: Node, walker: Walker): Expr {
  const { lowering } = walker;
  const trailing = find(find(node, /^annotated_lambda$/), /^lambda_literal$/);
  let target = node.namedChild(0);
  let list = find(node, /^value_arguments$/);
  if (trailing && !list && target?.type === 'call_expression' && !find(target, /^annotated_lambda$/)) {
    list = find(target, /^value_arguments$/); // the grammar reads `f(x) { }` as `f(x)` called with a lambda
    target = target.namedChild(0);
  }
  if (!target) return walker.unknown(node);
  const callee = walker.evaluate(target);
  const method = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  const path = dotted(callee) ?? '';
  const args = lowerArguments(list, walker);
  const object = callee.kind === 'member' ? callee.object : null;
  const values = args.map((arg) => arg.value);
  const [first] = values;
  if (!trailing) {
    if (LISTS.test(path))
      return walker.array(
        node,
        args.map((arg): Expr => (arg.spread ? { kind: 'spread', span: arg.span, value: arg.value } : arg.value)),
      );
    if (MAPS.test(path)) return lowerMap(node, list, walker, values);
    if (BOXES.test(path) && first && values.length === 1) return first;
    const made = callee.kind === 'name' ? collection(walker, node, callee.name, values, null) : null;
    if (made) return made;
    if (path === 'String.format' && first)
      return walker.formatted(
        node,
        first.kind === 'string' ? first : concatenate([first], lowering.span(node), lowering.source),
        values.slice(1),
        /%(?:\d+\$)?[a-z]/g,
      );
    const neutral = object && neutralMethod(walker, node, object, method, values);
    if (neutral) return neutral;
  }
  let entries: ObjectEntry[] = [];
  if (trailing) {
    const loops = ITERATES.has(plainName(method));
    const read = (): void => {
      const lambda = lowerLambda(trailing, walker, true, loops ? object : null, !loops && !RUNS.has(plainName(method)));
      entries = lambda.entries;
      args.push({
        name: null,
        value: { kind: 'function', span: lowering.span(trailing), scope: lambda.scope },
        spread: false,
        span: lowering.span(trailing),
      });
    };
    if (loops) {
      lowering.inLoop('callback', trailing, false, (loop) => {
        loop.over = object ?? first ?? null;
        read();
        if (!object) loop.names.push(...args.flatMap(({ value }) => (value.kind === 'function' ? value.scope.params.map(({ name }) => name) : [])));
      });
    } else read();
  }
  const block = trailing && entries.length ? walker.object(trailing, null, entries, walker.list(null, 'positional', trailing)) : null;
  return walker.call(node, {
    callee,
    args,
    list: walker.list(list, list ? 'keyword' : 'positional', target),
    constructs: /^[A-Z]/.test(method),
    block,
  });
}

/** `mapOf("a" to 1)`. */
function lowerMap(node: Node, list: Node | null, walker: Walker, values: Expr[]): Expr {
  const entries = walker.items(list).map((item, index): ObjectEntry => {
    const pair = values[index];
    const known = pair?.kind === 'array' && pair.tuple && pair.items.length === 2;
    return known ? walker.entry(item, literalText(pair.items[0]), pair.items[1]!) : walker.entry(item, null, pair ?? walker.unknown(item), true);
  });
  return walker.object(node, null, entries, walker.list(list, 'positional', node));
}

function lowerIf(node: Node, walker: Walker): Expr {
  const condition = node.childForFieldName('condition');
  if (condition) walker.visit(condition);
  const branches = walker.items(node).filter((child) => child.id !== condition?.id);
  return walker.choice(
    node,
    branches.map((branch) => branchValue(branch, walker)),
    false,
  );
}

/** What a branch is worth: its expression, or the last one of its block. */
function branchValue(branch: Node, walker: Walker): Expr {
  let value: Expr | null = null;
  walker.lowering.inBlock(branch, () => {
    const nodes = branch.type === 'block' ? branch.namedChildren.filter((child): child is Node => child !== null) : [branch];
    value = walker.lastValue(nodes);
  });
  return value ?? walker.unknown(branch);
}

function lowerLoop(node: Node, walker: Walker): void {
  const condition = node.childForFieldName('condition');
  walker.loop('while', node, condition !== null && walker.text(condition) === 'true');
}

const number: Handler = (node, walker) => walker.number(node);
const method: Handler = (node, walker) => void lowerFunction(node, walker);
const inner: Handler = (node, walker) => walker.inner(node);
const skip: Handler = () => {};
const construct: Handler = (node, walker) => {
  const list = find(node, /^value_arguments$/);
  const type = typeNames(walker.text(find(node, TYPE)));
  return walker.call(node, {
    callee: walker.name(node, type[0] ?? ''),
    args: lowerArguments(list, walker),
    list: walker.list(list, 'keyword', node),
    constructs: true,
  });
};

const handlers: Handlers = {
  package_header: skip,
  import(node, walker) {
    const [path, alias] = walker.items(node);
    const all = node.children.some((child) => child?.type === '*');
    const [, module = '', name = ''] = /^(?:(.*)\.)?([^.]+)$/s.exec(walker.text(path)) ?? [];
    const span = walker.lowering.span(node);
    walker.lowering.addImport(
      all ? { local: '*', module: walker.text(path), name: null, span } : { local: alias ? walker.text(alias) : name, module, name, span },
    );
  },
  class_declaration: lowerClass,
  object_declaration: lowerClass,
  object_literal: lowerClass,
  companion_object: (node, walker) => walker.lowering.statements(find(node, /^class_body$/)?.namedChildren ?? []),
  class_parameter(node, walker) {
    const name = find(node, /^identifier$/);
    const value = behindEquals(node);
    if (name)
      walker.lowering.bind('assign', `this.${walker.text(name)}`, value && walker.visit(value), {
        span: walker.lowering.span(name),
        type: typesIn(node, walker),
      });
  },
  constructor_invocation: construct,
  user_type: skip,
  nullable_type: skip,
  function_declaration: method,
  secondary_constructor: method,
  getter: method,
  setter: method,
  anonymous_function: (node, walker) => lowerFunction(node, walker),
  lambda_literal(node, walker) {
    return { kind: 'function', span: walker.lowering.span(node), scope: lowerLambda(node, walker, false, null).scope };
  },
  property_declaration: lowerProperty,
  block: (node, walker) => walker.block(node),
  if_expression: lowerIf,
  when_expression(node, walker) {
    const options: Expr[] = [];
    for (const child of walker.items(node)) {
      const value = child.type === 'when_entry' ? walker.items(child).at(-1) : undefined;
      if (value) options.push(branchValue(value, walker));
      else walker.visit(child);
    }
    return walker.choice(node, options, false);
  },
  for_statement(node, walker) {
    const children = walker.items(node).filter((child) => child.type !== 'label');
    const [target, list] = children;
    const over = list ? walker.visit(list) : null;
    walker.lowering.inLoop('for', node, false, (loop) => {
      loop.over = over;
      const name = target?.type === 'variable_declaration' ? find(target, /^identifier$/) : null;
      if (name && over) walker.assign(walker.name(name), 'item', over);
      walker.branch(children[2] ?? null);
    });
  },
  while_statement: lowerLoop,
  do_while_statement: lowerLoop,
  return_expression(node, walker) {
    const value = walker
      .items(node)
      .filter((child) => child.type !== 'label')
      .at(-1);
    if (value) walker.lowering.addReturn(walker.visit(value));
  },
  assignment(node, walker) {
    const target = walker.field(node, 'left');
    walker.assign(target, node.childForFieldName('operator')?.type === '+=' ? 'add' : 'reassign', walker.visitField(node, 'right'));
  },
  call_expression: lowerCall,
  navigation_expression(node, walker) {
    const [object, name] = walker.items(node);
    return object ? walker.member(node, walker.evaluate(object), name ?? null) : walker.unknown(node);
  },
  index_expression(node, walker) {
    const [array, index] = walker.items(node);
    if (!array || !index) return walker.unknown(node);
    const object = walker.evaluate(array);
    const key = walker.evaluate(index);
    const name = literalText(key);
    return name === null ? walker.element(node, object, key) : walker.member(node, object, index, name);
  },
  infix_expression(node, walker) {
    const [left, operator, right] = walker.items(node);
    if (!left || !right) return walker.unknown(node);
    const pair = [walker.evaluate(left), walker.evaluate(right)];
    if (/^(?:until|downTo)$/.test(walker.text(operator))) return walker.operation(node, walker.text(operator), pair);
    return walker.text(operator) === 'to'
      ? { kind: 'array', span: walker.lowering.span(node), items: pair, tuple: true }
      : walker.array(node, pair, true);
  },
  range_expression: (node, walker) => walker.operation(node, '..', walker.values(node)),
  as_expression: (node, walker) => walker.field(node, 'left'),
  parenthesized_expression: inner,
  unary_expression: (node, walker) => (node.child(0)?.isNamed ? walker.field(node, 'argument') : walker.negative(node)),
  binary_expression: (node, walker) => walker.binary(node, '+', ['?:']),
  this_expression: (node, walker) => walker.name(node, 'this'),
  identifier(node, walker) {
    const text = walker.text(node);
    if (text === 'break') walker.lowering.exit('break', node);
    else if (text === 'continue') walker.lowering.flow.skip();
    if (text === 'true' || text === 'false') return walker.boolean(node, text === 'true');
    return text === 'null' ? walker.null(node) : walker.name(node);
  },
  string_literal: lowerString,
  multiline_string_literal: lowerString,
  number_literal: number,
  float_literal: number,
};

export default {
  id: 'kotlin',
  editorIds: ['kotlin'],
  extensions: ['.kt', '.kts'],
  grammar: 'kotlin',
  ecosystem: 'jvm',
  implicitThis: true,
  syntax: { lineComment: '//', item: (style, name, value) => (style === 'keyword' ? `${name} = ${value}` : null), case: 'camel' },
  lower: lowerWith(handlers, { bareFields: true }),
} satisfies Language;

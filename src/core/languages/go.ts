import type { Node } from 'web-tree-sitter';
import type { Argument, Expr, ObjectEntry, Param } from '../facts';
import { BACKSLASH, decodeText } from './escapes';
import { type Handlers, lowerWith } from './handlers';
import type { Language } from './language';
import { bindingName, dotted, PRINTF, percent, typeNames } from './names';
import { concatenate, dedentParts, joinStrings, literalText, trimParts } from './strings';
import type { Walker } from './walker';

/** Functions of one argument that only convert or box it: `openai.F(x)`, `param.NewOpt(x)`, `string(x)`, `openai.ChatModel("…")`. */
const BOXES =
  /^(?:string|int|int32|int64|float32|float64|byte|rune|bool)$|^(?:json\.Marshal|sonic\.Marshal|bytes\.New(?:Buffer|BufferString|Reader)|strings\.NewReader|io\.NopCloser)$|\.(?:F|String|Int|Int32|Int64|Float|Float32|Float64|Bool|Ptr|To|ToPtr|Of|Raw|NewOpt|StringPtr|Text|(?:Chat|Image|Audio|Speech|Shared)?Model)$/;
/** Command-line flags: the default stands behind the name, after the variable in the second form. */
const FLAG = /^(?:String|Int|Int64|Uint|Bool|Float64)(?:P|Var|VarP)?$/;
/** `//go:embed file`: the variable below it holds the file's text. */
const EMBED = /^\s*\/\/go:embed\s+("?)(\S+?)\1\s*$/;
/** How a program asks whether a call has failed. */
const FAILURE = /\berr\w*\s*([!=])=\s*nil\b/i;
const MODULE_NAME = /^(?:go-)?(.+?)(?:\.v\d+)?$/;

/** The name of a package when its import gives none: the last segment that is no version, without `go-` and `-go`. */
function packageName(path: string): string {
  const segments = path.split('/');
  const last = segments.pop() ?? '';
  const name = /^v\d+$/.test(last) ? (segments.pop() ?? last) : last;
  return (MODULE_NAME.exec(name)?.[1] ?? name).replace(/(?:-sdk)?-go$/, '');
}

/** Identifiers of a type; none for slices, maps and functions, which are no instance of what they hold. */
function types(node: Node | null, walker: Walker): string[] {
  if (node?.type === 'parameter_list') return types(node.namedChild(0)?.childForFieldName('type') ?? null, walker);
  return !node || /^(slice|array|map|function|channel|struct|interface)_type$/.test(node.type) ? [] : typeNames(walker.text(node));
}

function typeExpr(node: Node, walker: Walker): Expr {
  const inner = node.type === 'generic_type' ? node.childForFieldName('type') : node.type === 'pointer_type' ? node.namedChild(0) : null;
  if (inner) return typeExpr(inner, walker);
  const name = node.childForFieldName('name');
  const scope = node.childForFieldName('package');
  return scope && name ? walker.member(node, walker.name(scope), name) : walker.name(node);
}

function params(node: Node | null, walker: Walker): Param[] {
  return walker.items(node).flatMap((group): Param[] => {
    const rest = group.type === 'variadic_parameter_declaration';
    const type = types(group.childForFieldName('type'), walker);
    return group
      .childrenForFieldName('name')
      .flatMap((name) => (name ? [{ name: walker.text(name), default: null, type, rest, span: walker.lowering.span(name) }] : []));
  });
}

function lowerFunction(node: Node, walker: Walker, keepLoops = false): Expr {
  const { lowering } = walker;
  const name = node.childForFieldName('name');
  const type = types(node.childForFieldName('result'), walker);
  const [named] = walker.items(node.childForFieldName('result')).flatMap((result) => result.childrenForFieldName('name'));
  const body = () => {
    walker.visitField(node, 'body');
    // a named result is what a bare `return` gives
    if (named && !lowering.scope.returns.length) {
      const end = { startIndex: node.endIndex, endIndex: node.endIndex };
      lowering.addReturn({ kind: 'name', span: lowering.span(end), name: walker.text(named), scope: lowering.scope });
    }
  };
  const scope = lowering.inFunction(node, name ? walker.text(name) : null, params(node.childForFieldName('parameters'), walker), body, {
    keepLoops,
    type,
  });
  return { kind: 'function', span: lowering.span(node), scope };
}

function lowerMethod(node: Node, walker: Walker): void {
  const { lowering } = walker;
  const receiver = node.childForFieldName('receiver')?.namedChild(0);
  const owner = typeNames(walker.text(receiver?.childForFieldName('type')))[0] ?? null;
  if (lowering.scope.kind !== 'class') {
    lowering.inClass(node, owner, [], [node], { pieces: true });
    return;
  }
  lowering.selfName = walker.text(receiver?.childForFieldName('name')) || null;
  lowerFunction(node, walker);
  lowering.selfName = null;
}

/** `a, b = x, y`; one call on the right gives its value to the first name. */
function lowerAssignment(
  targets: readonly (Node | null)[],
  values: readonly (Node | null)[],
  walker: Walker,
  kind: 'assign' | 'reassign' | 'add' = 'assign',
  type: string[] = [],
): void {
  const exprs = values.map((value) => value && walker.visit(value));
  targets.forEach((node, index) => {
    if (!node || walker.text(node) === '_') return;
    walker.assign(walker.evaluate(node), kind, exprs[index] ?? null, type);
  });
}

function lowerSpec(node: Node, walker: Walker): void {
  const values = node.childForFieldName('value');
  const embedded = values ? null : embeddedFile(node, walker);
  if (embedded) {
    const [name] = node.childrenForFieldName('name');
    if (name) walker.assign(walker.name(name), 'assign', embedded);
    return;
  }
  lowerAssignment(node.childrenForFieldName('name'), values?.namedChildren ?? [], walker, 'assign', types(node.childForFieldName('type'), walker));
}

/** What a `//go:embed` above a variable puts into it, as the call that reads the file. */
function embeddedFile(node: Node, walker: Walker): Expr | null {
  const { source } = walker.lowering;
  const end = source.lastIndexOf('\n', node.startIndex);
  const [, , path] = EMBED.exec(source.slice(source.lastIndexOf('\n', end - 1) + 1, Math.max(0, end))) ?? [];
  if (!path) return null;
  // the comment is no part of the variable's statement, so nothing of it is placed
  const text = walker.string(node, [decodeText(path, 0, path.length, null, () => walker.range(node.startIndex, node.startIndex))]);
  return walker.call(node, {
    callee: walker.name(node, 'readFile'),
    args: [walker.argument(node, text)],
    list: walker.list(null, 'positional', node),
  });
}

function lowerLiteral(body: Node, whole: Node, type: Node | null, walker: Walker): Expr {
  const elements = walker.items(body);
  const isMap = type?.type === 'map_type';
  const inner = type && (isMap ? type.childForFieldName('value') : type.childForFieldName('element'));
  const keyed = elements.some((element) => element.type === 'keyed_element');
  const isList = type !== null && /^(slice|array|implicit_length_array)_type$/.test(type.type);
  if (isList || (!keyed && elements.length))
    return walker.array(
      whole,
      elements.map((element) => lowerElement(element, inner, walker)),
    );
  const entries = elements.map((element): ObjectEntry => {
    const key = element.childForFieldName('key')?.namedChild(0) ?? null;
    const value = element.childForFieldName('value');
    const name = !key ? null : key.type === 'identifier' && !isMap ? walker.text(key) : literalText(walker.evaluate(key));
    const content = value ? lowerElement(value, inner, walker) : walker.unknown(element);
    // an embedded struct's fields are the outer one's
    const embedded = content.kind === 'object' && content.type && dotted(content.type)?.split('.').at(-1) === name;
    return walker.entry(element, name, content, embedded === true);
  });
  const named = type && !isMap ? typeExpr(type, walker) : null;
  return walker.object(whole, named, entries, walker.list(body, isMap ? 'stringKey' : 'property'));
}

/** An element of a literal; one without a type of its own has the type of the list's or map's elements. */
function lowerElement(element: Node, type: Node | null, walker: Walker): Expr {
  const value =
    element.type === 'literal_element'
      ? element.namedChild(0)
      : element.type === 'keyed_element'
        ? (element.childForFieldName('value')?.namedChild(0) ?? null)
        : element;
  if (!value) return walker.unknown(element);
  return value.type === 'literal_value'
    ? lowerLiteral(value, value, type?.type === 'pointer_type' ? type.namedChild(0) : type, walker)
    : walker.evaluate(value);
}

function lowerArguments(list: Node | null, method: string, walker: Walker): Argument[] {
  return walker.items(list).map((node): Argument => {
    if (node.type === 'func_literal')
      return walker.argument(
        node,
        walker.lambda(node, method, (keepLoops) => lowerFunction(node, walker, keepLoops)),
      );
    const inner = node.type === 'variadic_argument' ? node.namedChild(0) : null;
    if (inner) return walker.argument(node, walker.evaluate(inner), null, true);
    const arg = walker.argument(node, walker.evaluate(node));
    return node.type === 'unary_expression' && walker.text(node).startsWith('&') ? { ...arg, byReference: true } : arg;
  });
}

function lowerCall(node: Node, walker: Walker): Expr {
  const { lowering } = walker;
  const callable = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  const callee = callable?.type === 'func_literal' ? lowerFunction(callable, walker, true) : walker.field(node, 'function');
  const path = dotted(callee) ?? '';
  const args = lowerArguments(list, callee.kind === 'member' ? callee.property : path, walker);
  const values = args.map((arg) => arg.value);
  const [first, second] = values;
  if (path === 'panic') lowering.exit('raise', node);
  if (first) {
    if (path === 'append') {
      return walker.array(node, [
        { kind: 'spread', span: first.span, value: first },
        ...args.slice(1).map((arg): Expr => (arg.spread ? { kind: 'spread', span: arg.span, value: arg.value } : arg.value)),
      ]);
    }
    if (values.length === 1 && BOXES.test(path) && (!path.endsWith('Text') || first.kind === 'string')) return first;
    if (path === 'fmt.Sprintf') {
      return first.kind === 'string'
        ? walker.formatted(node, first, values.slice(1), PRINTF, percent)
        : concatenate([first], lowering.span(node), lowering.source);
    }
    if (/^fmt\.Fprint(?:f|ln)?$/.test(path) && second) {
      const text = path === 'fmt.Fprintf' && second.kind === 'string' ? walker.formatted(node, second, values.slice(2), PRINTF, percent) : second;
      walker.assign(first, 'add', text);
      return walker.unknown(node);
    }
    if (path === 'fmt.Sprint') return concatenate(values, lowering.span(node), lowering.source);
    if (path === 'json.MarshalIndent') return first;
    if (path === 'new') return walker.text(list?.namedChild(0)) === 'bool' ? walker.boolean(node, false) : walker.unknown(node);
    if (path === 'cmp.Or') return walker.choice(node, values, true);
    if (path === 'strings.Join' && first.kind === 'array') {
      const separator = literalText(second);
      if (separator !== null) return joinStrings(first.items, separator, lowering.span(node), lowering.source, walker.range);
    }
    if (first.kind === 'string' && /^(?:strings\.Trim\w*|strings\.Replace\w*|heredoc\.Doc|dedent\.Dedent)$/.test(path)) {
      const parts = /Replace/.test(path)
        ? first.parts
        : path.startsWith('strings')
          ? trimParts(first.parts, walker.range)
          : dedentParts(first.parts, walker.range);
      for (const value of values.slice(1)) walker.keep(value);
      return { ...first, parts };
    }
    const flag = isFlag(callee, path) ? flagDefault(node, callee.kind === 'member' ? callee.property : path, values, walker) : null;
    if (flag) return flag;
    if (callee.kind === 'member' && callee.property === 'WriteString') walker.assign(callee.object, 'add', first);
    if (callee.kind === 'member' && callee.property === 'Encode') encodeInto(callee.object, first, walker);
  }
  if (callee.kind === 'member' && callee.property === 'String' && !args.length && bindingName(callee.object)) return callee.object;
  return walker.call(node, { callee, args, list: walker.list(list, 'positional', node) });
}

/** Is it a function of flag or pflag, or of a command's own flags? */
function isFlag(callee: Expr, path: string): boolean {
  if (callee.kind !== 'member' || !FLAG.test(callee.property)) return false;
  const { object } = callee;
  return /^p?flag\./.test(path) || (object.kind === 'call' && object.call.callee.kind === 'member' && /Flags$/.test(object.call.callee.property));
}

/** `flag.String("model", "gpt-4o", …)`, `flag.StringVar(&model, "model", "gpt-4o", …)`: the default holds unless the user says otherwise. */
function flagDefault(node: Node, path: string, values: Expr[], walker: Walker): Expr | null {
  const setsVariable = /Var/.test(path);
  const given = values[(setsVariable ? 2 : 1) + (path.endsWith('P') ? 1 : 0)];
  if (!given) return null;
  for (const value of values) if (value !== given) walker.keep(value);
  const value = walker.choice(node, [walker.unknown(node), given], true);
  if (setsVariable && values[0]) walker.assign(values[0], 'assign', value);
  return value;
}

/** `json.NewEncoder(&buffer).Encode(value)`: the buffer then holds the value. */
function encodeInto(encoder: Expr, value: Expr, walker: Walker): void {
  const target = encoder.kind === 'call' && dotted(encoder.call.callee) === 'json.NewEncoder' ? encoder.call.args[0]?.value : undefined;
  if (target) walker.assign(target, 'assign', value);
}

function lowerFor(node: Node, walker: Walker): void {
  const clause = node.namedChildren.find((child) => child && child.type !== 'block' && child.type !== 'comment') ?? null;
  const range = clause?.type === 'range_clause' ? clause : null;
  const over = range && walker.visitField(range, 'right');
  const head = clause?.type === 'for_clause' ? clause.childForFieldName('condition') : clause;
  const kind = head || range ? (range || clause?.type === 'for_clause' ? 'for' : 'while') : 'for';
  walker.lowering.inLoop(kind, node, !head || walker.text(head) === 'true', (loop) => {
    loop.over = over;
    if (range) {
      const [index, target] = walker.items(range.childForFieldName('left'));
      if (index && !target) loop.names.push(walker.text(index));
      if (target && over && walker.text(target) !== '_') walker.assign(walker.evaluate(target), 'item', over);
    } else if (clause?.type === 'for_clause') {
      for (const part of walker.items(clause)) {
        if (part.id === head?.id) walker.condition(loop, part);
        else walker.visit(part);
      }
    } else if (clause) walker.condition(loop, clause);
    walker.visitField(node, 'body');
  });
}

function lowerStruct(node: Node, walker: Walker): void {
  const type = node.childForFieldName('type');
  if (type?.type !== 'struct_type') return;
  const fields = walker.items(type.namedChild(0));
  const bases = fields.filter((field) => !field.childForFieldName('name')).map((field) => walker.text(field.childForFieldName('type')));
  walker.lowering.inClass(node, walker.text(node.childForFieldName('name')), bases, fields, { pieces: true });
}

const text =
  (raw: boolean) =>
  (node: Node, walker: Walker): Expr =>
    walker.string(node, [
      decodeText(walker.lowering.source, node.startIndex + 1, Math.max(node.startIndex + 1, node.endIndex - 1), raw ? null : BACKSLASH, walker.range),
    ]);

const handlers: Handlers = {
  package_clause() {},
  import_spec(node, walker) {
    const module = walker.text(node.childForFieldName('path')).slice(1, -1);
    const alias = walker.text(node.childForFieldName('name'));
    if (alias !== '_')
      walker.lowering.addImport({ local: alias === '.' ? '*' : alias || packageName(module), module, name: null, span: walker.lowering.span(node) });
  },
  const_spec: lowerSpec,
  var_spec: lowerSpec,
  type_spec: lowerStruct,
  field_declaration(node, walker) {
    const type = node.childForFieldName('type');
    for (const name of node.childrenForFieldName('name')) {
      if (name) walker.lowering.bind('assign', `this.${walker.text(name)}`, null, { span: walker.lowering.span(name), type: types(type, walker) });
    }
  },
  function_declaration(node, walker) {
    lowerFunction(node, walker);
  },
  method_declaration: lowerMethod,
  func_literal: (node, walker) => lowerFunction(node, walker),
  statement_list: (node, walker) => walker.lowering.statements(node.namedChildren),
  return_statement(node, walker) {
    const values = walker.items(node.namedChild(0)).map((value) => walker.visit(value));
    if (values[0]) walker.lowering.addReturn(values[0]);
  },
  short_var_declaration(node, walker) {
    lowerAssignment(walker.items(node.childForFieldName('left')), walker.items(node.childForFieldName('right')), walker);
  },
  assignment_statement(node, walker) {
    const kind = node.childForFieldName('operator')?.type === '+=' ? 'add' : 'reassign';
    lowerAssignment(walker.items(node.childForFieldName('left')), walker.items(node.childForFieldName('right')), walker, kind);
  },
  if_statement(node, walker) {
    for (const name of ['initializer', 'condition']) walker.visitField(node, name);
    const consequence = node.childForFieldName('consequence');
    const failure = FAILURE.exec(walker.text(node.childForFieldName('condition')))?.[1];
    const lower = () => walker.block(consequence);
    if (consequence && failure === '!') walker.lowering.flow.inHandler(consequence, lower);
    else if (consequence && failure === '=') walker.lowering.flow.inTry(consequence, lower);
    else lower();
    const alternative = node.childForFieldName('alternative');
    if (alternative?.type === 'block') walker.block(alternative);
    else if (alternative) walker.lowering.inBlock(alternative, () => walker.lowering.statement(alternative));
  },
  for_statement: lowerFor,
  expression_case: (node, walker) => walker.block(node),
  default_case: (node, walker) => walker.block(node),
  type_case: (node, walker) => walker.block(node),
  communication_case: (node, walker) => walker.block(node),
  identifier: (node, walker) => walker.name(node, walker.text(node) === walker.lowering.selfName ? 'this' : undefined),
  selector_expression: (node, walker) => walker.member(node, walker.keep(walker.field(node, 'operand')), node.childForFieldName('field')),
  index_expression(node, walker) {
    const object = walker.field(node, 'operand');
    const index = node.childForFieldName('index');
    const key = index && walker.evaluate(index);
    const name = literalText(key);
    return name === null ? walker.element(node, object, key) : walker.member(node, object, index, name);
  },
  unary_expression(node, walker) {
    return /^[&*]/.test(walker.text(node)) ? walker.field(node, 'operand') : walker.negative(node);
  },
  binary_expression: (node, walker) => walker.binary(node, '+'),
  parenthesized_expression: (node, walker) => walker.inner(node),
  type_conversion_expression: (node, walker) => walker.field(node, 'operand'),
  call_expression: lowerCall,
  composite_literal(node, walker) {
    const body = node.childForFieldName('body');
    return body ? lowerLiteral(body, node, node.childForFieldName('type'), walker) : walker.unknown(node);
  },
  interpreted_string_literal: text(false),
  raw_string_literal: text(true),
  int_literal: (node, walker) => walker.number(node),
  float_literal: (node, walker) => walker.number(node),
  nil: (node, walker) => walker.null(node),
  true: (node, walker) => walker.boolean(node, true),
  false: (node, walker) => walker.boolean(node, false),
};

export default {
  id: 'go',
  editorIds: ['go'],
  extensions: ['.go'],
  grammar: 'go',
  ecosystem: 'go',
  syntax: {
    lineComment: '//',
    item: (style, name, value) => (style === 'property' ? `${name}: ${value}` : style === 'stringKey' ? `"${name}": ${value}` : null),
    case: 'pascal',
  },
  lower: lowerWith(handlers),
} satisfies Language;

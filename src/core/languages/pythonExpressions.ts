import type { Node } from 'web-tree-sitter';
import type { Argument, Expr, ListSite, ObjectEntry, Param, StringExpr, StringPart } from '../facts';
import type { Lowering } from './lowering';
import { concatenate, dedentParts, joinStrings, literalText, splitHoles, trimParts } from './strings';

/** Expressions nested deeper than this are not read; real code stays far below. */
const DEEPEST = 200;
/** Callees that return their first argument's text, dedented or not. */
const DEDENT = /^(textwrap\.dedent|dedent|inspect\.cleandoc|cleandoc)$/;
const SAME_TEXT = /^(str|SecretStr|cast)$/;
/** Calls that read the environment: name, then the default. */
const ENVIRONMENT = /^(os\.getenv|getenv|os\.environ\.get|environ\.get|config|env|env\.str|st\.secrets\.get)$/;
const FORMAT_FIELD = /\{\{|\}\}|\{([^{}]*)\}/g;
const PERCENT_FIELD = /%%|%(?:\(([^)]*)\))?[-+ #0]*\d*(?:\.\d+)?[sdrfiegxc]/g;

/** Lowers one expression. */
export function lowerExpression(node: Node | null, lw: Lowering, depth = 0): Expr {
  if (!node) return { kind: 'unknown', span: lw.range(0, 0) };
  if (depth > DEEPEST) return unknown(node, lw);
  const lower = (inner: Node | null) => lowerExpression(inner, lw, depth + 1);
  switch (node.type) {
    case 'string':
    case 'concatenated_string': {
      const string = lowerString(node, lw, depth);
      lw.addString(string);
      return string;
    }
    case 'integer':
    case 'float':
      return { kind: 'number', span: lw.span(node), value: Number(lw.text(node).replaceAll('_', '')) };
    case 'true':
    case 'false':
      return { kind: 'boolean', span: lw.span(node), value: node.type === 'true' };
    case 'none':
      return { kind: 'null', span: lw.span(node) };
    case 'identifier': {
      const name = lw.text(node);
      return { kind: 'name', span: lw.span(node), name: name === 'self' || name === 'cls' ? 'this' : name, scope: lw.scope };
    }
    case 'attribute': {
      const property = node.childForFieldName('attribute');
      if (!property) return lower(node.childForFieldName('object'));
      return {
        kind: 'member',
        span: lw.span(node),
        object: lower(node.childForFieldName('object')),
        property: lw.text(property),
        propertySpan: lw.span(property),
      };
    }
    case 'subscript': {
      const object = lower(node.childForFieldName('value'));
      const subscripts = node.childrenForFieldName('subscript');
      const key = literalText(subscripts.length === 1 ? lower(subscripts[0] ?? null) : null);
      if (key === null) return { kind: 'unknown', span: lw.span(node) };
      return { kind: 'member', span: lw.span(node), object, property: key, propertySpan: lw.span(subscripts[0] as Node) };
    }
    case 'call':
      return lowerCall(node, lw, depth);
    case 'await':
    case 'parenthesized_expression': {
      const inner = lower(firstNamed(node));
      if (node.type === 'await' && inner.kind === 'call') inner.call.awaited = true;
      return inner;
    }
    case 'named_expression': {
      const value = lower(node.childForFieldName('value'));
      const name = node.childForFieldName('name');
      if (name) lw.bind('assign', lw.text(name), value, { span: lw.span(node) });
      return value;
    }
    case 'dictionary':
      return lowerDictionary(node, lw, depth);
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
      return {
        kind: 'array',
        span: lw.span(node),
        tuple: node.type === 'tuple' || node.type === 'expression_list',
        items: values(node).map((item) =>
          item.type === 'list_splat' ? { kind: 'spread', span: lw.span(item), value: lower(firstNamed(item)) } : lower(item),
        ),
      };
    case 'conditional_expression': {
      const [value, condition, other] = values(node);
      const options = [lower(value ?? null), lower(other ?? null)];
      lower(condition ?? null);
      return { kind: 'choice', span: lw.span(node), options, fallback: false };
    }
    case 'boolean_operator': {
      const options = operands(node, ['boolean_operator']).map(lower);
      if (node.childForFieldName('operator')?.type !== 'or') return { kind: 'unknown', span: lw.span(node) };
      return { kind: 'choice', span: lw.span(node), options, fallback: true };
    }
    case 'binary_operator':
      return lowerBinary(node, lw, depth);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
    case 'dictionary_comprehension':
      return lowerComprehension(node, lw, depth);
    case 'lambda': {
      const params = lowerParams(node.childForFieldName('parameters'), lw);
      const scope = lw.inFunction(node, null, params, () => lw.addReturn(lower(node.childForFieldName('body'))));
      return { kind: 'function', span: lw.span(node), scope };
    }
    case 'unary_operator': {
      const inner = lower(node.childForFieldName('argument'));
      if (inner.kind === 'number' && lw.text(node).startsWith('-')) return { ...inner, span: lw.span(node), value: -inner.value };
      return unknown(node, lw);
    }
    case 'comparison_operator':
    case 'not_operator':
    case 'yield':
    case 'list_splat':
    case 'slice':
    case 'pair':
    case 'ERROR':
      for (const child of node.namedChildren) lower(child);
      return unknown(node, lw);
    default:
      return unknown(node, lw);
  }
}

function unknown(node: Node, lw: Lowering): Expr {
  return { kind: 'unknown', span: lw.span(node) };
}

function values(node: Node): Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null && child.type !== 'comment');
}

function firstNamed(node: Node): Node | null {
  return values(node)[0] ?? null;
}

/** The operands of a left-nested chain of one operator, in order, without recursion. */
function operands(node: Node, types: string[]): Node[] {
  const operator = node.childForFieldName('operator')?.type;
  const result: Node[] = [];
  let at: Node | null = node;
  while (at && types.includes(at.type) && at.childForFieldName('operator')?.type === operator) {
    const right = at.childForFieldName('right');
    if (right) result.unshift(right);
    at = at.childForFieldName('left');
  }
  if (at) result.unshift(at);
  return result;
}

function lowerBinary(node: Node, lw: Lowering, depth: number): Expr {
  const operator = node.childForFieldName('operator')?.type;
  if (operator === '%') {
    const left = lowerExpression(node.childForFieldName('left'), lw, depth + 1);
    const right = lowerExpression(node.childForFieldName('right'), lw, depth + 1);
    // NAME % (a, b): a template that is filled here
    if (left.kind === 'name' && (right.kind === 'array' || right.kind === 'object')) return left;
    if (left.kind !== 'string') return unknown(node, lw);
    return { ...left, span: lw.span(node), parts: splitHoles(left.parts, PERCENT_FIELD, makeSpan(lw), (match) => (match === '%%' ? '%' : null)) };
  }
  const parts = operands(node, ['binary_operator']).map((part) => lowerExpression(part, lw, depth + 1));
  if (operator === '+' && parts.some((part) => part.kind === 'string')) return concatenate(parts, lw.span(node), lw.source);
  if (operator === '+' && parts.some((part) => part.kind === 'array')) {
    const items = parts.flatMap((part): Expr[] => (part.kind === 'array' ? part.items : [{ kind: 'spread', span: part.span, value: part }]));
    return { kind: 'array', span: lw.span(node), items, tuple: false };
  }
  if (operator === '*' && parts.every((part) => part.kind === 'number')) {
    return { kind: 'number', span: lw.span(node), value: parts.reduce((product, part) => product * (part.kind === 'number' ? part.value : 1), 1) };
  }
  if (operator === '|' && parts.some((part) => part.kind === 'object')) {
    const entries = parts.flatMap((part): ObjectEntry[] =>
      part.kind === 'object' ? part.entries : [{ key: null, value: part, spread: true, span: part.span }],
    );
    return { kind: 'object', span: lw.span(node), type: null, entries, list: emptyList(node, lw) };
  }
  return unknown(node, lw);
}

function makeSpan(lw: Lowering) {
  return (start: number, end: number) => lw.range(start, end);
}

function emptyList(node: Node, lw: Lowering): ListSite {
  return { span: lw.span(node), items: [], trailingComma: false, style: 'positional' };
}

function listSite(node: Node, style: ListSite['style'], lw: Lowering): ListSite {
  const children = node.children.filter((child) => child?.type !== 'comment');
  return { span: lw.span(node), items: values(node).map((item) => lw.span(item)), trailingComma: children.at(-2)?.type === ',', style };
}

function lowerDictionary(node: Node, lw: Lowering, depth: number): Expr {
  const entries = values(node).map((item): ObjectEntry => {
    if (item.type !== 'pair')
      return { key: null, value: lowerExpression(firstNamed(item), lw, depth + 1), spread: item.type === 'dictionary_splat', span: lw.span(item) };
    const key = item.childForFieldName('key');
    const name = key?.type === 'string' ? literalText(lowerString(key, lw, depth)) : null;
    return { key: name, value: lowerExpression(item.childForFieldName('value'), lw, depth + 1), spread: false, span: lw.span(item) };
  });
  return { kind: 'object', span: lw.span(node), type: null, entries, list: listSite(node, 'stringKey', lw) };
}

function lowerComprehension(node: Node, lw: Lowering, depth: number): Expr {
  const clauses = values(node);
  const body = clauses[0] ?? null;
  let item: Expr | null = null;
  const first = clauses.find((clause) => clause.type === 'for_in_clause');
  const over = lowerExpression(first?.childForFieldName('right') ?? null, lw, depth + 1);
  lw.inLoop('comprehension', node, false, () => {
    for (const clause of clauses.slice(1)) {
      if (clause.type === 'for_in_clause') {
        const value = clause === first ? over : lowerExpression(clause.childForFieldName('right'), lw, depth + 1);
        bindTarget(clause.childForFieldName('left'), value, 'item', lw);
      } else {
        for (const part of values(clause)) lowerExpression(part, lw, depth + 1);
      }
    }
    if (body?.type === 'pair') for (const part of values(body)) lowerExpression(part, lw, depth + 1);
    else item = lowerExpression(body, lw, depth + 1);
  });
  return item ? { kind: 'comprehension', span: lw.span(node), item } : unknown(node, lw);
}

/** Binds what stands left of `=`, `for … in` or `as`. */
export function bindTarget(target: Node | null, value: Expr | null, kind: 'assign' | 'add' | 'item', lw: Lowering, type: string[] = []): void {
  if (!target) return;
  switch (target.type) {
    case 'identifier':
      lw.bind(kind, lw.text(target), value, { span: lw.span(target), type });
      return;
    case 'attribute': {
      const object = target.childForFieldName('object');
      const property = lw.text(target.childForFieldName('attribute') as Node);
      if (object?.type === 'identifier') {
        const name = lw.text(object);
        if (name === 'self' || name === 'cls') lw.bind(kind, `this.${property}`, value, { span: lw.span(target), type });
        else lw.bind('set', name, value, { key: property, span: lw.span(target) });
      } else if (object?.type === 'attribute' && /^(self|cls)\./.test(lw.text(object))) {
        lw.bind('set', `this.${lw.text(object.childForFieldName('attribute') as Node)}`, value, { key: property, span: lw.span(target) });
      }
      return;
    }
    case 'subscript': {
      const object = target.childForFieldName('value');
      const key = literalText(lowerExpression(target.childForFieldName('subscript'), lw));
      // messages[-1]["content"] = …: an item of messages is changed
      const name = object
        ? lw
            .text(object)
            .replace(/\[[^\][]*\]$/, '')
            .replace(/^(self|cls)\./, 'this.')
        : '';
      if (key !== null && /^[\w.]+$/.test(name)) lw.bind('set', name, value, { key, span: lw.span(target) });
      return;
    }
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern': {
      const parts = values(target);
      parts.forEach((part, index) => {
        const item = value?.kind === 'array' && value.items.length === parts.length ? (value.items[index] ?? null) : null;
        bindTarget(part, item, kind, lw);
      });
      return;
    }
    default:
      for (const part of values(target)) if (part.type === 'identifier') bindTarget(part, null, kind, lw);
  }
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
        rest: rest || /^\*/.test(lw.text(name)),
        span: lw.span(param),
      },
    ];
  });
}

const WRAPPERS = new Set(['Optional', 'Union', 'Annotated', 'Type', 'type', 'None', 'typing', 'Final', 'ClassVar', 'Awaitable', 'Callable']);

/** Identifiers of a type annotation, wrappers left out. */
export function typeNames(node: Node | null, lw: Lowering): string[] {
  if (!node) return [];
  return (lw.text(node).match(/[A-Za-z_]\w*/g) ?? []).filter((name) => !WRAPPERS.has(name));
}

function lowerString(node: Node, lw: Lowering, depth: number): StringExpr {
  if (node.type === 'concatenated_string') {
    const parts = values(node).flatMap((part) => (part.type === 'string' ? lowerString(part, lw, depth).parts : []));
    return { kind: 'string', span: lw.span(node), parts };
  }
  const children = node.children;
  const prefix = children[0]?.type === 'string_start' ? lw.text(children[0] as Node).toLowerCase() : '';
  const parts: StringPart[] = [];
  for (const child of children) {
    if (child?.type === 'string_content') parts.push(lowerContent(child, prefix.includes('r'), lw));
    else if (child?.type === 'interpolation') {
      const value = child.childForFieldName('expression');
      const expr = lowerExpression(value, lw, depth + 1);
      parts.push({ kind: 'hole', value: expr, name: value ? lw.text(value).replace(/\s+/g, ' ').slice(0, 40) : '', span: lw.span(child) });
    }
  }
  return { kind: 'string', span: lw.span(node), parts };
}

const SIMPLE_ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

function lowerContent(node: Node, raw: boolean, lw: Lowering): StringPart {
  const span = lw.span(node);
  const escapes = [];
  let text = '';
  let at = span.start;
  for (const child of raw ? node.namedChildren.filter((inner) => inner?.type === 'escape_interpolation') : node.namedChildren) {
    if (!child) continue;
    text += lw.source.slice(at, child.startIndex);
    const source = lw.text(child);
    const decoded = child.type === 'escape_interpolation' ? source.slice(0, 1) : decodeEscape(source);
    escapes.push({ at: text.length, length: decoded.length, sourceLength: source.length });
    text += decoded;
    at = child.endIndex;
  }
  text += lw.source.slice(at, span.end);
  return { kind: 'text', text, span, escapes };
}

function decodeEscape(source: string): string {
  const simple = SIMPLE_ESCAPES[source.slice(1)];
  if (simple !== undefined) return simple;
  if (source === '\\\r\n') return '';
  const hex = /^\\[xuU]([0-9a-fA-F]+)$/.exec(source);
  const code = hex ? Number.parseInt(hex[1] as string, 16) : /^\\[0-7]+$/.test(source) ? Number.parseInt(source.slice(1), 8) : -1;
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : source;
}

function lowerCall(node: Node, lw: Lowering, depth: number): Expr {
  const calleeNode = node.childForFieldName('function');
  const argumentsNode = node.childForFieldName('arguments');
  const callee = lowerExpression(calleeNode, lw, depth + 1);
  const path = calleeNode && calleeNode.endIndex - calleeNode.startIndex < 100 ? lw.text(calleeNode) : '';
  const args = lowerArguments(argumentsNode, lw, depth);
  const first = args[0];
  const positional = args.filter((arg) => !arg.name && !arg.spread);
  if (first?.value.kind === 'string' && DEDENT.test(path)) return { ...first.value, parts: dedentParts(first.value.parts, makeSpan(lw)) };
  if (first && positional.length === 1 && args.length === 1 && SAME_TEXT.test(path)) return first.value;
  if (ENVIRONMENT.test(path) && first?.value.kind === 'string') {
    const fallback = positional[1]?.value ?? args.find((arg) => arg.name === 'default')?.value;
    const missing: Expr = { kind: 'unknown', span: lw.span(node) };
    return fallback ? { kind: 'choice', span: lw.span(node), options: [missing, fallback], fallback: true } : missing;
  }
  if (path === 'dict') {
    const entries = args.map((arg): ObjectEntry => ({ key: arg.name, value: arg.value, spread: arg.spread || !arg.name, span: arg.span }));
    return {
      kind: 'object',
      span: lw.span(node),
      type: null,
      entries,
      list: argumentsNode ? listSite(argumentsNode, 'keyword', lw) : emptyList(node, lw),
    };
  }
  if (callee.kind === 'member') {
    const object = callee.object;
    if (object.kind === 'string') {
      const method = stringMethod(callee.property, object, args, node, lw);
      if (method) return method;
    }
    if (object.kind === 'name' || (object.kind === 'member' && object.object.kind === 'name' && object.object.name === 'this')) {
      const name = object.kind === 'name' ? object.name : `this.${object.property}`;
      if (callee.property === 'append' && first) lw.bind('append', name, first.value, { span: lw.span(node) });
      if ((callee.property === 'extend' || callee.property === 'update') && first) lw.bind('extend', name, first.value, { span: lw.span(node) });
      if (callee.property === 'update') for (const arg of args) if (arg.name) lw.bind('set', name, arg.value, { key: arg.name, span: lw.span(node) });
      if (callee.property === 'insert' && args[1]) lw.bind('append', name, args[1].value, { span: lw.span(node) });
    }
  }
  const list = argumentsNode ? listSite(argumentsNode, 'keyword', lw) : emptyList(node, lw);
  const call = lw.addCall({ span: lw.span(node), callee, args, list, constructs: /(^|\.)_*[A-Z]\w*$/.test(path), awaited: false, block: null });
  return { kind: 'call', span: call.span, call };
}

function stringMethod(name: string, string: StringExpr, args: Argument[], node: Node, lw: Lowering): Expr | null {
  const span = makeSpan(lw);
  if (name === 'format')
    return {
      ...string,
      span: lw.span(node),
      parts: splitHoles(string.parts, FORMAT_FIELD, span, (match) => (match === '{{' ? '{' : match === '}}' ? '}' : null)),
    };
  if (name === 'strip' || name === 'lstrip' || name === 'rstrip') return { ...string, span: lw.span(node), parts: trimParts(string.parts, span) };
  if (['replace', 'encode', 'lower', 'upper', 'removeprefix', 'removesuffix', 'format_map'].includes(name)) return string;
  const items = args[0]?.value;
  if (name === 'join' && items?.kind === 'array') {
    const separator = literalText(string);
    if (separator !== null) return joinStrings(items.items, separator, lw.span(node), lw.source, span);
  }
  return null;
}

function lowerArguments(node: Node | null, lw: Lowering, depth: number): Argument[] {
  if (!node) return [];
  if (node.type !== 'argument_list') {
    return [{ name: null, value: lowerExpression(node, lw, depth + 1), spread: false, span: lw.span(node) }];
  }
  return values(node).map((arg): Argument => {
    const span = lw.span(arg);
    if (arg.type === 'keyword_argument') {
      const name = arg.childForFieldName('name');
      return { name: name ? lw.text(name) : null, value: lowerExpression(arg.childForFieldName('value'), lw, depth + 1), spread: false, span };
    }
    const spread = arg.type === 'dictionary_splat' || arg.type === 'list_splat';
    return { name: null, value: lowerExpression(spread ? firstNamed(arg) : arg, lw, depth + 1), spread, span };
  });
}

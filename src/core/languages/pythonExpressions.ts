import type { Node } from 'web-tree-sitter';
import type { Expr, ObjectEntry } from '../facts';
import type { Handler, Handlers } from './handlers';
import { operands } from './operators';
import { bindTarget, isOwnObject, lowerParams } from './pythonBindings';
import { lowerString } from './pythonStrings';
import { concatenate, literalText, splitHoles } from './strings';
import type { Walker } from './walker';

const TEMPLATE_NAME = /prompt|template|message|instruction/i;
/** Names of what holds one text. */
const TEXT_NAME = /prompt|template|instruction|policy|persona|preamble|guideline|prefix|suffix|^SYSTEM$/i;
/** Names of lists and of numbers. */
const MANY_NAME = /messages|history|prompts$|templates$|examples$|shots$|items$|list$|count|tokens|len|size|cost/i;
const PERCENT_FIELD = /%%|%(?:\(([^)]*)\))?[-+ #0]*\d*(?:\.\d+)?[sdrfiegxc]/g;

/** What is handed on from step to step. */
export function pipe(node: Node, parts: readonly Expr[], walker: Walker): Expr {
  for (const part of parts) walker.keep(part);
  return { kind: 'pipe', span: walker.lowering.span(node), steps: parts.flatMap((part) => (part.kind === 'pipe' ? part.steps : [part])) };
}

function lowerPercent(node: Node, walker: Walker): Expr {
  const left = walker.field(node, 'left');
  const right = walker.keep(walker.field(node, 'right'));
  // NAME % (a, b), PROMPT % text: a template that is filled here
  if (left.kind === 'name' && (right.kind === 'array' || right.kind === 'object' || TEMPLATE_NAME.test(left.name))) return left;
  if (left.kind !== 'string') return walker.operation(node, '%', [left, right]);
  const parts = splitHoles(left.parts, PERCENT_FIELD, walker.range, (match) => (match === '%%' ? '%' : null));
  return { ...left, span: walker.lowering.span(node), parts };
}

function lowerBinary(node: Node, walker: Walker): Expr {
  const { lowering } = walker;
  const operator = node.childForFieldName('operator')?.type ?? '';
  if (operator === '%') return lowerPercent(node, walker);
  const parts = operands(node).map((part) => walker.evaluate(part));
  if (operator === '+' && (parts.some((part) => part.kind === 'string') || areTexts(parts)))
    return concatenate(parts, lowering.span(node), lowering.source);
  for (const part of parts) walker.keep(part);
  if (operator === '+' && parts.some((part) => part.kind === 'array')) {
    const items = parts.flatMap((part): Expr[] => (part.kind === 'array' ? part.items : [{ kind: 'spread', span: part.span, value: part }]));
    return { kind: 'array', span: lowering.span(node), items, tuple: false };
  }
  if (operator === '*' && parts.every((part) => part.kind === 'number'))
    return { kind: 'number', span: lowering.span(node), value: parts.reduce((product, part) => product * part.value, 1) };
  // {…} | more
  if (operator === '|' && parts.some((part) => part.kind === 'object')) {
    const entries = parts.flatMap((part): ObjectEntry[] =>
      part.kind === 'object' ? part.entries : [{ key: null, value: part, spread: true, span: part.span }],
    );
    return walker.object(node, null, entries, noList(node, walker));
  }
  return operator === '|' ? pipe(node, parts, walker) : { kind: 'unknown', span: lowering.span(node), operator, operands: parts };
}

/** Names alone may as well be lists or numbers, so one of them must say that it is text. */
function areTexts(parts: readonly Expr[]): boolean {
  const names = parts.map((part) => (part.kind === 'name' ? part.name : part.kind === 'member' ? part.property : null));
  return names.every((name) => name !== null && !MANY_NAME.test(name)) && names.some((name) => name !== null && TEXT_NAME.test(name));
}

/** The place of a dictionary that has no brackets of its own. */
const noList = (node: Node, walker: Walker) => ({ ...walker.list(null, 'positional', node), span: walker.lowering.span(node) });

function lowerDictionary(node: Node, walker: Walker): Expr {
  const entries = walker.items(node).map((item): ObjectEntry => {
    if (item.type !== 'pair') return walker.entry(item, null, walker.inner(item), item.type === 'dictionary_splat');
    const key = item.childForFieldName('key');
    const name = key && literalText(walker.evaluate(key));
    return walker.entry(item, name, walker.field(item, 'value'));
  });
  return walker.object(node, null, entries, walker.list(node, 'stringKey'));
}

function lowerComprehension(node: Node, walker: Walker): Expr {
  const [body, ...clauses] = walker.items(node);
  const first = clauses.find((clause) => clause.type === 'for_in_clause');
  const over = first ? walker.visitField(first, 'right') : null;
  let item: Expr | null = null;
  walker.lowering.inLoop('comprehension', node, false, (loop) => {
    loop.over = over;
    for (const clause of clauses) {
      if (clause.type !== 'for_in_clause') walker.children(clause);
      else bindTarget(clause.childForFieldName('left'), clause === first ? over : walker.visitField(clause, 'right'), 'item', walker);
    }
    if (body?.type === 'pair') walker.children(body);
    else item = body ? walker.visit(body) : null;
  });
  const copied = copiedDictionary(body, first, over);
  if (copied) return walker.object(node, null, [{ key: null, value: copied, spread: true, span: walker.lowering.span(node) }], noList(node, walker));
  return item ? { kind: 'comprehension', span: walker.lowering.span(node), item, ...(over && { over }) } : walker.unknown(node);
}

/** What `{k: v for k, v in params.items() if v is not None}` copies. */
function copiedDictionary(body: Node | undefined, clause: Node | undefined, over: Expr | null): Expr | null {
  const target = clause?.childForFieldName('left');
  if (body?.type !== 'pair' || !target || over?.kind !== 'call' || over.call.callee.kind !== 'member' || over.call.callee.property !== 'items')
    return null;
  const [key, value] = target.namedChildren;
  const same = key?.text === body.childForFieldName('key')?.text && value?.text === body.childForFieldName('value')?.text;
  return same ? over.call.callee.object : null;
}

function lowerAttribute(node: Node, walker: Walker): Expr {
  const object = node.childForFieldName('object');
  const property = node.childForFieldName('attribute');
  if (!object || !property) return walker.field(node, 'object');
  const own = object.type === 'identifier' && isOwnObject(walker.text(object), walker);
  return walker.member(node, own ? walker.name(object, 'this') : walker.evaluate(object), property);
}

function lowerSubscript(node: Node, walker: Walker): Expr {
  const object = walker.field(node, 'value');
  const subscripts = node.childrenForFieldName('subscript');
  const keys = subscripts.map((subscript) => walker.evaluate(subscript));
  const key = keys.length === 1 ? literalText(keys[0]) : null;
  if (key !== null) return walker.memberByKey(node, object, subscripts[0] as Node, key);
  // `list[City]` may be a type
  return walker.element(node, object, ...keys);
}

function lowerBoolean(node: Node, walker: Walker): Expr {
  const operator = node.childForFieldName('operator')?.type ?? '';
  const options = operands(node).map((part) => walker.evaluate(part));
  return operator === 'or' ? walker.choice(node, options, true) : walker.operation(node, operator, options);
}

function lowerConditional(node: Node, walker: Walker): Expr {
  const [value, condition, other] = walker.items(node);
  const options = [value, other].map((option) => (option ? walker.evaluate(option) : walker.unknown(node)));
  if (condition) walker.visit(condition);
  return walker.choice(node, options, false);
}

function lowerUnary(node: Node, walker: Walker): Expr {
  const value = walker.field(node, 'argument');
  if (value.kind === 'number' && node.child(0)?.type === '-') return { ...value, span: walker.lowering.span(node), value: -value.value };
  walker.keep(value);
  return walker.unknown(node);
}

function lowerLambda(node: Node, walker: Walker): Expr {
  const { lowering } = walker;
  const params = lowerParams(node.childForFieldName('parameters'), walker);
  const scope = lowering.inFunction(node, null, params, () => lowering.addReturn(walker.keep(walker.field(node, 'body'))));
  return { kind: 'function', span: lowering.span(node), scope };
}

const list: Handler = (node, walker) =>
  walker.array(
    node,
    walker.items(node).map((item) => (item.type === 'list_splat' ? walker.spread(item, walker.inner(item)) : walker.evaluate(item))),
    node.type === 'tuple' || node.type === 'expression_list',
  );
const number: Handler = (node, walker) => ({
  kind: 'number',
  span: walker.lowering.span(node),
  value: Number(walker.text(node).replaceAll('_', '')),
});

/** Handlers of expressions other than calls. */
export const expressions: Handlers = {
  string: lowerString,
  concatenated_string: lowerString,
  integer: number,
  float: number,
  true: (node, walker) => walker.boolean(node, true),
  false: (node, walker) => walker.boolean(node, false),
  none: (node, walker) => walker.null(node),
  identifier: (node, walker) => walker.name(node, /^(?:self|cls)$/.test(walker.text(node)) ? 'this' : undefined),
  attribute: lowerAttribute,
  subscript: lowerSubscript,
  await(node, walker) {
    const value = walker.inner(node);
    if (value.kind === 'call') value.call.awaited = true;
    return value;
  },
  parenthesized_expression: (node, walker) => walker.inner(node),
  named_expression(node, walker) {
    const value = walker.field(node, 'value');
    const name = node.childForFieldName('name');
    if (name) walker.lowering.bind('assign', walker.text(name), value, { span: walker.lowering.span(node) });
    return value;
  },
  dictionary: lowerDictionary,
  list,
  tuple: list,
  set: list,
  expression_list: list,
  conditional_expression: lowerConditional,
  boolean_operator: lowerBoolean,
  binary_operator: lowerBinary,
  comparison_operator: (node, walker) => walker.operation(node, node.childForFieldName('operators')?.type ?? '', walker.values(node)),
  not_operator: (node, walker) => walker.operation(node, 'not', walker.values(node)),
  unary_operator: lowerUnary,
  list_comprehension: lowerComprehension,
  set_comprehension: lowerComprehension,
  generator_expression: lowerComprehension,
  dictionary_comprehension: lowerComprehension,
  lambda: lowerLambda,
};

import type { Node } from 'web-tree-sitter';
import type { Expr, MemberExpr, ObjectEntry } from '../facts';
import type { Lowering } from './lowering';
import { bindTarget, lowerParams } from './pythonBindings';
import { lowerCall } from './pythonCalls';
import { emptyList, firstNamed, isOwnObject, listSite, makeSpan, unknown, values } from './pythonNodes';
import { lowerString } from './pythonStrings';
import { concatenate, literalText, splitHoles } from './strings';

/** Expressions nested deeper than this are not read; real code stays far below. */
const DEEPEST = 200;
const TEMPLATE_NAME = /prompt|template|message|instruction/i;
/** Names of what holds one text. */
const TEXT_NAME = /prompt|template|instruction|policy|persona|preamble|guideline|prefix|suffix|^SYSTEM$/i;
/** Names of lists and of numbers. */
const MANY_NAME = /messages|history|prompts$|templates$|examples$|shots$|items$|list$|count|tokens|len|size|cost/i;
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
      const own = name === 'self' || name === 'cls' || (node.parent?.type === 'attribute' && isOwnObject(name, lw));
      return { kind: 'name', span: lw.span(node), name: own ? 'this' : name, scope: lw.scope };
    }
    case 'attribute': {
      const property = node.childForFieldName('attribute');
      if (!property) return lower(node.childForFieldName('object'));
      return member(node, lower(node.childForFieldName('object')), lw.text(property), property, lw);
    }
    case 'subscript': {
      const object = lower(node.childForFieldName('value'));
      const subscripts = node.childrenForFieldName('subscript');
      const key = literalText(subscripts.length === 1 ? lower(subscripts[0] ?? null) : null);
      if (key === null) return { kind: 'unknown', span: lw.span(node) };
      return { ...member(node, object, key, subscripts[0] as Node, lw), byKey: true };
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
      if (node.childForFieldName('operator')?.type !== 'or') return operation(node, 'and', options, lw);
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
      return operation(node, node.childForFieldName('operators')?.type ?? '', values(node).map(lower), lw);
    case 'not_operator':
      return operation(node, 'not', values(node).map(lower), lw);
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

function member(node: Node, object: Expr, property: string, site: Node, lw: Lowering): MemberExpr {
  const propertySpan = lw.span(site);
  lw.addRead(property, propertySpan);
  return { kind: 'member', span: lw.span(node), object, property, propertySpan };
}

function operation(node: Node, operator: string, operands: Expr[], lw: Lowering): Expr {
  return { kind: 'unknown', span: lw.span(node), operator, operands };
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
    // NAME % (a, b), PROMPT % text: a template that is filled here
    if (left.kind === 'name' && (right.kind === 'array' || right.kind === 'object' || TEMPLATE_NAME.test(left.name))) return left;
    if (left.kind !== 'string') return operation(node, '%', [left, right], lw);
    const parts = splitHoles(left.parts, PERCENT_FIELD, makeSpan(lw), (match) => (match === '%%' ? '%' : null));
    return lw.addWhole({ ...left, span: lw.span(node), parts }, [left]);
  }
  const parts = operands(node, ['binary_operator']).map((part) => lowerExpression(part, lw, depth + 1));
  if (operator === '+' && (parts.some((part) => part.kind === 'string') || areTexts(parts)))
    return lw.addWhole(concatenate(parts, lw.span(node), lw.source), parts);
  if (operator === '+' && parts.some((part) => part.kind === 'array')) {
    const items = parts.flatMap((part): Expr[] => (part.kind === 'array' ? part.items : [{ kind: 'spread', span: part.span, value: part }]));
    return { kind: 'array', span: lw.span(node), items, tuple: false };
  }
  if (operator === '*' && parts.every((part) => part.kind === 'number')) {
    return { kind: 'number', span: lw.span(node), value: parts.reduce((product, part) => product * (part.kind === 'number' ? part.value : 1), 1) };
  }
  // {…} | more
  if (operator === '|' && parts.some((part) => part.kind === 'object')) {
    const entries = parts.flatMap((part): ObjectEntry[] =>
      part.kind === 'object' ? part.entries : [{ key: null, value: part, spread: true, span: part.span }],
    );
    return { kind: 'object', span: lw.span(node), type: null, entries, list: emptyList(node, lw) };
  }
  if (operator === '|') return { kind: 'pipe', span: lw.span(node), steps: parts.flatMap((part) => (part.kind === 'pipe' ? part.steps : [part])) };
  return operation(node, operator ?? '', parts, lw);
}

/** Names alone may as well be lists or numbers, so one of them must say that it is text. */
function areTexts(parts: readonly Expr[]): boolean {
  const names = parts.map((part) => (part.kind === 'name' ? part.name : part.kind === 'member' ? part.property : null));
  return names.every((name) => name !== null && !MANY_NAME.test(name)) && names.some((name) => name !== null && TEXT_NAME.test(name));
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
  lw.inLoop('comprehension', node, false, (loop) => {
    loop.over = over;
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
  const copied = copiedDictionary(body, first, over);
  if (copied) {
    const entries = [{ key: null, value: copied, spread: true, span: lw.span(node) }];
    return { kind: 'object', span: lw.span(node), type: null, entries, list: emptyList(node, lw) };
  }
  return item ? { kind: 'comprehension', span: lw.span(node), item, over } : unknown(node, lw);
}

/** What `{k: v for k, v in params.items() if v is not None}` copies. */
function copiedDictionary(body: Node | null, clause: Node | undefined, over: Expr): Expr | null {
  const target = clause?.childForFieldName('left');
  if (body?.type !== 'pair' || !target || over.kind !== 'call' || over.call.callee.kind !== 'member' || over.call.callee.property !== 'items')
    return null;
  const [key, value] = values(target);
  const same = key?.text === body.childForFieldName('key')?.text && value?.text === body.childForFieldName('value')?.text;
  return same ? over.call.callee.object : null;
}

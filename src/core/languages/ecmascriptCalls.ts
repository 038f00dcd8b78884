import type { Node } from 'web-tree-sitter';
import type { Argument, Expr, ObjectEntry, Param, StringExpr } from '../facts';
import { bindIn, bindTaken, placeOf } from './changes';
import { lowerExpression, lowerItems, lowerMember, lowerValue } from './ecmascriptExpressions';
import { FUNCTIONS, lowerFunction } from './ecmascriptFunctions';
import { lowerInlineModule } from './ecmascriptImports';
import { listSite, nameOf, noList, unknown, values } from './ecmascriptNodes';
import { lowerString } from './ecmascriptStrings';
import type { Lowering } from './lowering';
import { concatenate, dedentParts, joinStrings, literalText, trimParts } from './strings';

/** Functions and methods that run a callback once per item. */
const LOOPS = new Set(
  (
    'map forEach flatMap filter reduce reduceRight some every find findIndex findLast findLastIndex each eachSeries eachLimit eachOf forEachSeries ' +
    'mapSeries mapLimit mapAsync concatMap mergeMap switchMap times pMap pEach pFilter pReduce pMapSeries pEachSeries asyncMap asyncForEach Array.from'
  ).split(' '),
);
/** Those that give an array of what the callback returns. */
const MAPPERS = new Set(['map', 'flatMap', 'Array.from']);
/** Those whose callback takes the item second. */
const REDUCERS = new Set(['reduce', 'reduceRight', 'pReduce']);
/** Template tags and functions that take indentation off a text. */
const DEDENT = /^(?:dedent|outdent|endent|stripIndents?|trimIndent|oneLine|codeBlock)$/;
const TRIM = /^trim(?:Start|End)?$/;
/** Methods of a string whose result is read as the string itself. */
const SAME_TEXT = /^(?:replace|replaceAll|toString|valueOf|normalize)$/;

/** A call, `new`, or tagged template. */
export function lowerCall(node: Node, lw: Lowering): Expr {
  const constructs = node.type === 'new_expression';
  const target = node.childForFieldName(constructs ? 'constructor' : 'function');
  const list = node.childForFieldName('arguments');
  if (!target) return unknown(node, lw);
  if (list?.type === 'template_string') return lowerTagged(node, target, list, lw);
  const items = list ? values(list, lw) : [];
  if (target.type === 'import' || (target.type === 'identifier' && lw.text(target) === 'require')) {
    const module = lowerInlineModule(node, lw);
    if (module) return nameOf(module, node, lw);
  }
  if (target.type === 'member_expression') {
    const joined = lowerJoin(node, target, items, lw);
    if (joined) return joined;
  }
  const callee = lowerCallee(target, lw);
  if (callee.kind === 'member' && callee.object.kind === 'string') {
    const text = lowerStringMethod(callee.property, callee.object, items, lw);
    if (text) return text;
    lw.addString(callee.object);
  }
  const name = calleeName(callee);
  const results: Expr[] = [];
  const args = lowerArguments(items, node, callee, name, results, lw);
  const first = args[0]?.value;
  if (first?.kind === 'string' && args.length === 1 && DEDENT.test(name)) return dedent(first, lw);
  const call = lw.addCall({
    span: lw.span(node),
    callee,
    args,
    list: list ? listSite(list, items, 'positional', lw) : noList(node.endIndex, lw),
    constructs,
    awaited: false,
    block: null,
  });
  bindMutation(callee, args, node, lw);
  if (results.length > 0 && MAPPERS.has(name)) {
    const [item] = results;
    const several: Expr = { kind: 'choice', span: lw.span(node), options: results, fallback: false };
    return { kind: 'comprehension', span: lw.span(node), item: results.length === 1 && item ? item : several };
  }
  if (name === 'assign' && callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name === 'Object' && first?.kind === 'object') {
    const entries = args.slice(1).map(({ value, span }): ObjectEntry => ({ key: null, value, spread: true, span }));
    return { ...first, entries: [...first.entries, ...entries] };
  }
  if (name === 'concat' && callee.kind === 'member') {
    const parts = [callee.object, ...args.map((arg) => arg.value)];
    if (parts.some((part) => part.kind === 'array')) {
      const spread = (value: Expr): Expr => ({ kind: 'spread', span: value.span, value });
      return {
        kind: 'array',
        span: lw.span(node),
        tuple: false,
        items: parts.flatMap((part) => (part.kind === 'array' ? part.items : [spread(part)])),
      };
    }
  }
  return { kind: 'call', span: call.span, call };
}

/** The callee; a function that is called where it stands keeps the loops around it. */
function lowerCallee(target: Node, lw: Lowering): Expr {
  if (target.type === 'parenthesized_expression') {
    const inner = values(target, lw)[0];
    if (!inner) return unknown(target, lw);
    if (FUNCTIONS.has(inner.type)) return { kind: 'function', span: lw.span(inner), scope: lowerFunction(inner, null, lw, { keepLoops: true }) };
    return lowerExpression(inner, lw);
  }
  return target.type === 'member_expression' ? lowerMember(target, lw) : lowerExpression(target, lw);
}

/** `map` of `items.map`, `pMap`; `Array.from` whole. */
function calleeName(callee: Expr): string {
  if (callee.kind === 'name') return callee.name;
  if (callee.kind !== 'member') return '';
  return callee.property === 'from' && callee.object.kind === 'name' && callee.object.name === 'Array' ? 'Array.from' : callee.property;
}

function lowerArguments(items: readonly Node[], call: Node, callee: Expr, name: string, results: Expr[], lw: Lowering): Argument[] {
  const args: Argument[] = [];
  for (const item of items) {
    if (FUNCTIONS.has(item.type)) {
      const over = callee.kind === 'member' && name !== 'Array.from' ? callee.object : (args[0]?.value ?? null);
      args.push({ name: null, value: lowerCallback(item, call, name, over, results, lw), spread: false, span: lw.span(item) });
    } else if (item.type === 'spread_element') {
      const inner = values(item, lw)[0];
      args.push({ name: null, value: inner ? lowerValue(inner, lw) : unknown(item, lw), spread: true, span: lw.span(item) });
    } else {
      args.push({ name: null, value: lowerValue(item, lw), spread: false, span: lw.span(item) });
    }
  }
  return args;
}

/** A function given to a call: it keeps the loops around the call, and is a loop of its own where it is run per item. */
function lowerCallback(node: Node, call: Node, name: string, over: Expr | null, results: Expr[], lw: Lowering): Expr {
  if (!LOOPS.has(name)) return { kind: 'function', span: lw.span(node), scope: lowerFunction(node, null, lw, { keepLoops: true }) };
  const before = (params: readonly Param[]) => {
    const item = params[REDUCERS.has(name) ? 1 : 0];
    if (item && over) lw.bind('item', item.name, over, { span: item.span });
  };
  let value: Expr | null = null;
  lw.inLoop('callback', call, false, (loop) => {
    loop.over = over;
    const scope = lowerFunction(node, null, lw, { keepLoops: true, before });
    results.push(...scope.returns);
    value = { kind: 'function', span: lw.span(node), scope };
  });
  return value ?? unknown(node, lw);
}

/** `["a", b].join("\n")` is one string. Falsy items that `.filter(Boolean)` drops are kept as holes. */
function lowerJoin(node: Node, target: Node, args: readonly Node[], lw: Lowering): Expr | null {
  if (!lw.text(target).endsWith('join') || args.length > 1) return null;
  let array = target.childForFieldName('object');
  if (array?.type === 'call_expression' && /\]\s*\.\s*filter\s*\(\s*Boolean\s*\)$/.test(lw.text(array))) {
    array = array.childForFieldName('function')?.childForFieldName('object') ?? null;
  }
  if (array?.type !== 'array') return null;
  const [separator] = args;
  if (separator && separator.type !== 'string' && separator.type !== 'template_string') return null;
  const text = separator ? literalText(lowerString(separator, lw)) : ',';
  if (text === null) return null;
  return joinStrings(lowerItems(array, lw, lowerExpression), text, lw.span(node), lw.source, (start, end) => lw.range(start, end));
}

function lowerStringMethod(name: string, string: StringExpr, items: readonly Node[], lw: Lowering): Expr | null {
  if (name === 'concat') {
    const operands = [string, ...items.map((item) => lowerExpression(item, lw))];
    return concatenate(operands, lw.range(string.span.start, operands.at(-1)?.span.end ?? string.span.end), lw.source);
  }
  const trims = TRIM.test(name);
  if (!trims && !SAME_TEXT.test(name)) return null;
  for (const item of items) lowerExpression(item, lw);
  return trims ? { ...string, parts: trimParts(string.parts, (start, end) => lw.range(start, end)) } : string;
}

/** As the dedent package does: shared indentation goes, and white space at both ends. */
function dedent(string: StringExpr, lw: Lowering): StringExpr {
  const makeSpan = (start: number, end: number) => lw.range(start, end);
  // the argument was noted as a value already; the same object is changed, not copied
  string.parts = trimParts(dedentParts(string.parts, makeSpan), makeSpan);
  return string;
}

function lowerTagged(node: Node, tag: Node, template: Node, lw: Lowering): Expr {
  const name = lw.text(tag);
  const raw = name === 'String.raw';
  const string = lowerString(template, lw, raw);
  if (raw) return string;
  if (DEDENT.test(name)) return dedent(string, lw);
  lw.addString(string);
  const callee = lowerExpression(tag, lw);
  const args: Argument[] = [{ name: null, value: string, spread: false, span: lw.span(template) }];
  const list = listSite(template, [template], 'positional', lw);
  const call = lw.addCall({ span: lw.span(node), callee, args, list, constructs: false, awaited: false, block: null });
  return { kind: 'call', span: call.span, call };
}

/** `x.push(a)`, `x.push(...a)`, `x.splice(1, 0, a)`, `x.pop()`, `Object.assign(x, a)`. */
function bindMutation(callee: Expr, args: readonly Argument[], node: Node, lw: Lowering): void {
  if (callee.kind !== 'member') return;
  const { property, object } = callee;
  const span = lw.span(node);
  const [first, second] = args;
  if (property === 'push' || property === 'unshift' || property === 'splice') {
    const place = placeOf(object);
    const removes = property === 'splice' && !(second?.value.kind === 'number' && second.value.value === 0);
    if (place && removes) bindIn(lw, place, 'change', null, { span });
    for (const arg of property === 'splice' ? args.slice(2) : args)
      if (place) bindIn(lw, place, arg.spread ? 'extend' : 'append', arg.value, { span });
  } else if (property === 'assign' && object.kind === 'name' && object.name === 'Object' && first) {
    const place = placeOf(first.value);
    if (place) for (const arg of args.slice(1)) bindIn(lw, place, 'extend', arg.value, { span });
  } else bindTaken(lw, placeOf(object), property, args, span);
}

import type { Node } from 'web-tree-sitter';
import type { Argument, Expr, ListSite, MemberExpr, ObjectEntry } from '../facts';
import { bindIn, bindTaken, placeOf } from './changes';
import { pipe } from './pythonExpressions';
import { stringMethod } from './pythonStrings';
import { dedentParts, literalText } from './strings';
import type { Walker } from './walker';

/** Callees that return their first argument's text, dedented or not. */
const DEDENT = /^(textwrap\.dedent|dedent|inspect\.cleandoc|cleandoc)$/;
const SAME_TEXT = /^(str|SecretStr|cast)$/;
/** Calls that read the environment: name, then the default. */
const ENVIRONMENT = /^(os\.getenv|getenv|os\.environ\.get|environ\.get|config|env|env\.str|st\.secrets\.get)$/;
const LONGEST_PATH = 100;

/** `Agent[Context](…)` calls the class `Agent`. */
function withoutTypeArguments(callee: Node | null): Node | null {
  const generic = callee?.type === 'subscript' ? callee.childForFieldName('value') : null;
  return generic && /^([a-z_]\w*\.)*_*[A-Z]\w*$/.test(generic.text) ? generic : callee;
}

/** A call, as what it gives back where that is plain: a dedented text, a default of the environment, a dictionary. */
export function lowerCall(node: Node, walker: Walker): Expr {
  const target = withoutTypeArguments(node.childForFieldName('function'));
  const list = node.childForFieldName('arguments');
  const callee = target ? walker.evaluate(target) : walker.unknown(node);
  const path = target && target.endIndex - target.startIndex < LONGEST_PATH ? walker.text(target) : '';
  const args = lowerArguments(list, walker);
  const known = builtIn(node, path, args, list, walker) ?? (callee.kind === 'member' ? lowerMethod(node, callee, args, walker) : null);
  if (known) return known;
  walker.keep(callee.kind === 'member' ? callee.object : callee);
  for (const arg of args) walker.keep(arg.value);
  const site = walker.list(list, 'keyword', node);
  addPassedCall(path, args, site, walker);
  return walker.plainCall(node, { callee, args, list: site, constructs: /(^|\.)_*[A-Z]\w*$/.test(path) });
}

/** Functions of Python itself and its libraries whose result can be read; null for any other. */
function builtIn(node: Node, path: string, args: Argument[], list: Node | null, walker: Walker): Expr | null {
  const [first] = args;
  const positional = args.filter((arg) => !arg.name && !arg.spread);
  if (path === 'dict') {
    const entries = args.map(
      (arg): ObjectEntry => ({ key: arg.name, value: walker.keep(arg.value), spread: arg.spread || !arg.name, span: arg.span }),
    );
    return walker.object(node, null, entries, walker.list(list, 'keyword', node));
  }
  if (!first) return null;
  if (path === 'setattr' && args[2]) {
    const place = placeOf(first.value);
    if (place)
      bindIn(walker.lowering, { ...place, keys: [...place.keys, literalText(args[1]?.value)] }, 'reassign', args[2].value, { span: first.span });
  }
  if (first.value.kind === 'string' && DEDENT.test(path)) return { ...first.value, parts: dedentParts(first.value.parts, walker.range) };
  if (positional.length === 1 && args.length === 1 && SAME_TEXT.test(path)) return first.value;
  if (!ENVIRONMENT.test(path) || first.value.kind !== 'string') return null;
  const fallback = positional[1]?.value ?? args.find((arg) => arg.name === 'default')?.value;
  walker.keep(first.value);
  return fallback ? walker.choice(node, [walker.unknown(node), fallback], true) : walker.unknown(node);
}

/** What a method gives back where that can be read; also what it does to a list or dictionary that it changes. */
function lowerMethod(node: Node, { object, property }: MemberExpr, args: Argument[], walker: Walker): Expr | null {
  const { lowering } = walker;
  const [first, second] = args;
  if (property === '__or__' && first && args.length === 1) return pipe(node, [object, first.value], walker);
  const read = property === 'get' ? literalText(first?.value) : null;
  if (first && read !== null) lowering.addRead(read, first.span);
  const text = object.kind === 'string' ? stringMethod(property, object, args, node, walker) : null;
  const place = text ? null : placeOf(object);
  if (!place) return text;
  const span = lowering.span(node);
  const bind = (kind: 'append' | 'extend', value: Expr) => bindIn(lowering, place, kind, value, { span });
  const set = (key: string | null, value: Expr | null) => bindIn(lowering, { ...place, keys: [...place.keys, key] }, 'assign', value, { span });
  if (first && /^(append|add|appendleft)$/.test(property)) bind('append', first.value);
  else if (first && /^(extend|extendleft|update)$/.test(property)) {
    for (const arg of args) if (arg.name && property === 'update') set(arg.name, arg.value);
    if (!first.name) bind('extend', first.value);
  } else if (first && property === 'setdefault') set(literalText(first.value), second?.value ?? null);
  else if (second && property === 'insert') bind('append', second.value);
  else bindTaken(lowering, place, property, args, span);
  return null;
}

/** Functions that call the function that they are given: `asyncio.to_thread(f, …)`, `executor.submit(f, …)`, `partial(f, …)`. */
const CALLERS = /(thread|threadpool|executor|partial|submit|call|retry|run|invoke|request|client|backoff|execute|limit|limiter|async)\w*$/i;
/** Arguments that tell what the inner function is given from settings of the outer one. */
const GIVEN = /^(model\w*|messages|contents?|inputs?|prompt|texts?)$/;

function isHandedOn({ name, value, spread }: Argument): boolean {
  return name === null ? !spread || value.kind !== 'array' : GIVEN.test(name);
}

/** The call that another function makes for this one. */
function addPassedCall(path: string, args: Argument[], list: ListSite, walker: Walker): void {
  const index = args.findIndex((arg) => !arg.name && !arg.spread && arg.value.kind === 'member');
  const passed = index === 0 || index === 1 ? args[index] : undefined;
  const rest = args.slice(index + 1);
  if (!passed || !CALLERS.test(path) || !rest.some(isHandedOn)) return;
  const span = walker.range(passed.span.start, (rest.at(-1) as Argument).span.end);
  walker.lowering.addCall({ span, callee: passed.value, args: rest, list, constructs: false, awaited: false, block: null });
}

function lowerArguments(node: Node | null, walker: Walker): Argument[] {
  if (node && node.type !== 'argument_list') return [walker.argument(node, walker.evaluate(node))];
  return walker.items(node).map((arg): Argument => {
    if (arg.type === 'keyword_argument') return walker.argument(arg, walker.field(arg, 'value'), walker.text(arg.childForFieldName('name')));
    const spread = arg.type === 'dictionary_splat' || arg.type === 'list_splat';
    return walker.argument(arg, spread ? walker.inner(arg) : walker.evaluate(arg), null, spread);
  });
}

import type { Node } from 'web-tree-sitter';
import type { Argument, Expr, ListSite, ObjectEntry } from '../facts';
import type { Lowering } from './lowering';
import { lowerExpression } from './pythonExpressions';
import { emptyList, firstNamed, listSite, makeSpan, values } from './pythonNodes';
import { stringMethod } from './pythonStrings';
import { dedentParts, literalText } from './strings';

/** Callees that return their first argument's text, dedented or not. */
const DEDENT = /^(textwrap\.dedent|dedent|inspect\.cleandoc|cleandoc)$/;
const SAME_TEXT = /^(str|SecretStr|cast)$/;
/** Calls that read the environment: name, then the default. */
const ENVIRONMENT = /^(os\.getenv|getenv|os\.environ\.get|environ\.get|config|env|env\.str|st\.secrets\.get)$/;

/** `Agent[Context](…)` calls the class `Agent`. */
function withoutTypeArguments(callee: Node | null): Node | null {
  const generic = callee?.type === 'subscript' ? callee.childForFieldName('value') : null;
  return generic && /^([a-z_]\w*\.)*_*[A-Z]\w*$/.test(generic.text) ? generic : callee;
}

/** A call, as what it gives back where that is plain: a dedented text, a default of the environment, a dictionary. */
export function lowerCall(node: Node, lw: Lowering, depth: number): Expr {
  const calleeNode = withoutTypeArguments(node.childForFieldName('function'));
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
  if (callee.kind === 'member' && callee.property === '__or__' && first && args.length === 1) {
    const steps = [callee.object, first.value].flatMap((step) => (step.kind === 'pipe' ? step.steps : [step]));
    return { kind: 'pipe', span: lw.span(node), steps };
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
    const read = callee.property === 'get' ? literalText(first?.value) : null;
    if (first && read !== null) lw.addRead(read, first.span);
    if (object.kind === 'string') {
      const method = stringMethod(callee.property, object, args, node, lw);
      if (method) return method;
    }
    if (object.kind === 'name' || (object.kind === 'member' && object.object.kind === 'name' && object.object.name === 'this')) {
      const name = object.kind === 'name' ? object.name : `this.${object.property}`;
      if (callee.property === 'append' && first) lw.bind('append', name, first.value, { span: lw.span(node) });
      if ((callee.property === 'extend' || callee.property === 'update') && first) lw.bind('extend', name, first.value, { span: lw.span(node) });
      if (callee.property === 'update') for (const arg of args) if (arg.name) lw.bind('set', name, arg.value, { key: arg.name, span: lw.span(node) });
      if (callee.property === 'setdefault' && first)
        lw.bind('set', name, args[1]?.value ?? null, { key: literalText(first.value) ?? undefined, span: lw.span(node) });
      if (callee.property === 'insert' && args[1]) lw.bind('append', name, args[1].value, { span: lw.span(node) });
    }
  }
  const list = argumentsNode ? listSite(argumentsNode, 'keyword', lw) : emptyList(node, lw);
  addPassedCall(path, args, list, lw);
  const call = lw.addCall({ span: lw.span(node), callee, args, list, constructs: /(^|\.)_*[A-Z]\w*$/.test(path), awaited: false, block: null });
  return { kind: 'call', span: call.span, call };
}

/** Functions that call the function that they are given: `asyncio.to_thread(f, …)`, `executor.submit(f, …)`, `partial(f, …)`. */
const CALLERS = /(thread|threadpool|executor|partial|submit|call|retry|run|invoke|request|client|backoff|execute|limit|limiter|async)\w*$/i;
/** Arguments that tell what the inner function is given from settings of the outer one. */
const GIVEN = /^(model\w*|messages|contents?|inputs?|prompt|texts?)$/;

function isHandedOn({ name, value, spread }: Argument): boolean {
  return name === null ? !spread || value.kind !== 'array' : GIVEN.test(name);
}

/** The call that another function makes for this one. */
function addPassedCall(path: string, args: Argument[], list: ListSite, lw: Lowering): void {
  const index = args.findIndex((arg) => !arg.name && !arg.spread && arg.value.kind === 'member');
  const passed = index === 0 || index === 1 ? args[index] : undefined;
  const rest = args.slice(index + 1);
  if (!passed || !CALLERS.test(path) || !rest.some(isHandedOn)) return;
  const span = lw.range(passed.span.start, (rest.at(-1) as Argument).span.end);
  lw.addCall({ span, callee: passed.value, args: rest, list, constructs: false, awaited: false, block: null });
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

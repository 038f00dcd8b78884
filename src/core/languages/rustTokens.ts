import type { Node } from 'web-tree-sitter';
import type { Argument, Expr, ListSite, ObjectEntry } from '../facts';
import type { Site } from './lowering';
import { rustCall, rustMacro } from './rustCalls';
import { literalText } from './strings';
import type { Walker } from './walker';

/**
 * The grammar leaves a macro's arguments as tokens. This reads the expressions that requests are built of (literals, paths,
 * calls, method chains, struct and JSON literals); anything else is unknown, with the calls in its brackets still seen.
 */
type Tokens = readonly Node[];

/** Links of a chain that are read, as many as the walk follows elsewhere. */
const LONGEST_CHAIN = 400;

/** An identifier, or a keyword that stands for one in a path: `self`, `default`. */
const isName = (node: Node | undefined): boolean =>
  node !== undefined && (node.isNamed ? /^(?:identifier|self|crate|super|primitive_type)$/.test(node.type) : /^[a-z_]+$/.test(node.type));
const isTree = (node: Node | undefined, open: string): boolean => node?.type === 'token_tree' && node.child(0)?.type === open;
const site = (tokens: Tokens): Site => ({ startIndex: tokens[0]?.startIndex ?? 0, endIndex: tokens.at(-1)?.endIndex ?? 0 });

const tokensOf = (tree: Node): Node[] => tree.children.filter((child): child is Node => child !== null && !/comment$/.test(child.type)).slice(1, -1);

/** The comma-separated groups of a token tree. */
function groups(tree: Node): Node[][] {
  const result: Node[][] = [[]];
  for (const token of tokensOf(tree)) {
    if (token.type === ',') result.push([]);
    else result.at(-1)?.push(token);
  }
  return result.filter((group) => group.length);
}

function listOf(tree: Node, style: ListSite['style'], walker: Walker): ListSite {
  const items = groups(tree).map((group) => walker.lowering.span(site(group)));
  return { span: walker.lowering.span(tree), items, trailingComma: tokensOf(tree).at(-1)?.type === ',', style };
}

/** The arguments between a macro's or call's brackets. */
export function tokenArguments(tree: Node, walker: Walker, json = false): Argument[] {
  return groups(tree).map((group): Argument => {
    const named = group[1]?.type === '=' && isName(group[0]) ? (group[0] ?? null) : null;
    return walker.argument(site(group), expression(named ? group.slice(2) : group, walker, json), named && walker.text(named));
  });
}

function entries(tree: Node, walker: Walker, json: boolean): ObjectEntry[] {
  const isBase = (group: Node[]) => group[0]?.type === '..';
  const all = groups(tree);
  // what the base gives holds only where no field says otherwise
  return [...all.filter(isBase), ...all.filter((group) => !isBase(group))].map((group): ObjectEntry => {
    const [key, colon] = group;
    if (key?.type === '..') return walker.entry(site(group), null, expression(group.slice(1), walker, json), true);
    if (!key) return walker.entry(tree, null, walker.unknown(tree));
    const name = isName(key) ? walker.text(key) : literalText(walker.evaluate(key));
    return walker.entry(site(group), name, colon?.type === ':' ? expression(group.slice(2), walker, json) : walker.name(key));
  });
}

function expression(tokens: Tokens, walker: Walker, json: boolean): Expr {
  return walker.lowering.nest(() => read(tokens, walker, json)) ?? walker.unknown(site(tokens));
}

function read(tokens: Tokens, walker: Walker, json: boolean): Expr {
  let at = 0;
  while (/^(?:&|\*|mut|mutable_specifier)$/.test(tokens[at]?.type ?? '')) at++;
  const first = tokens[at];
  const second = tokens[at + 1];
  if (!first) return walker.unknown(site(tokens));
  let value: Expr;
  if (/_literal$/.test(first.type)) value = walker.evaluate(tokens[at++] as Node);
  else if (first.type === '-' && second) {
    const number = walker.evaluate(second);
    at += 2;
    value = number.kind === 'number' ? { ...number, value: -number.value } : walker.unknown(first);
  } else if (isTree(first, '[')) {
    at++;
    value = walker.array(
      first,
      tokenArguments(first, walker, json).map((arg) => arg.value),
    );
  } else if (isTree(first, '{') && json) {
    at++;
    value = walker.object(first, null, entries(first, walker, true), listOf(first, 'stringKey', walker));
  } else if (isTree(first, '(')) {
    at++;
    const items = tokenArguments(first, walker, json).map((arg) => arg.value);
    value = items.length === 1 && items[0] ? items[0] : walker.array(first, items, true);
  } else if (isName(first)) {
    at++;
    value = json && first.type === 'identifier' && walker.text(first) === 'null' ? walker.null(first) : walker.evaluateName(first);
    if (second?.type === '!' && tokens[at + 1]?.type === 'token_tree') {
      const tree = tokens[at + 1] as Node;
      const name = walker.text(first);
      at += 2;
      value = rustMacro({ startIndex: first.startIndex, endIndex: tree.endIndex }, name, tokenArguments(tree, walker, name === 'json'), walker);
    }
  } else return rest(tokens, at, walker);
  return postfix(tokens, at, value, walker);
}

/** `::name`, `.name`, calls, `?`, `.await`, a struct's fields. */
function postfix(tokens: Tokens, from: number, start: Expr, walker: Walker): Expr {
  let value = start;
  const begin = tokens[0]?.startIndex ?? 0;
  let at = from;
  for (let links = 0; at < tokens.length && links < LONGEST_CHAIN; links++) {
    const token = tokens[at] as Node;
    const next = tokens[at + 1];
    const here = { startIndex: begin, endIndex: token.endIndex };
    if (token.type === '?') at++;
    else if ((token.type === '.' || token.type === '::') && next && walker.text(next) === 'await') {
      if (value.kind === 'call') value.call.awaited = true;
      at += 2;
    } else if ((token.type === '.' || token.type === '::') && next && isName(next)) {
      value = walker.member({ startIndex: begin, endIndex: next.endIndex }, value, next);
      at += 2;
    } else if (isTree(token, '(')) {
      value = rustCall(here, value, tokenArguments(token, walker), listOf(token, 'positional', walker), walker);
      at++;
    } else if (isTree(token, '{') && value.kind !== 'call') {
      value = walker.object(here, value, entries(token, walker, false), listOf(token, 'property', walker));
      at++;
    } else {
      walker.keep(value);
      return rest(tokens, at, walker);
    }
  }
  return value;
}

/** What can't be read as an expression: only what stands in brackets is looked at. */
function rest(tokens: Tokens, from: number, walker: Walker): Expr {
  for (const token of tokens.slice(from)) {
    if (token.type === 'token_tree') for (const arg of tokenArguments(token, walker)) walker.keep(arg.value);
    else if (/string_literal$/.test(token.type)) walker.visit(token);
  }
  return walker.unknown(site(tokens));
}

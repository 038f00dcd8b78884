import type { CallFact, Expr, Facts, ObjectExpr, Scope, Span } from '../../facts';
import type { Request } from '../../types';

/** One argument or object entry, with the place of its name. */
export interface NamedArgument {
  name: string;
  nameSpan: Span;
  span: Span;
  value: Expr;
}

/** Names are compared as SDK tables do: without case, underscores and hyphens. */
export const sameName = (a: string, b: string): boolean => a === b || (mayBeSame(a, b) && plain(a) === plain(b));
const plain = (name: string) => name.replace(/[_-]/g, '').toLowerCase();
/** Most names differ in their first letters, which is quick to see. */
const mayBeSame = (a: string, b: string) => (a.charCodeAt(0) | 32) === (b.charCodeAt(0) | 32) || !/^[a-z]/i.test(a) || !/^[a-z]/i.test(b);

/** Follows a name to the one value that this file gives it; anything else stays as it is. */
export function resolve(expr: Expr, scope: Scope | null): Expr {
  const name = nameOf(expr);
  if (!name) return expr;
  for (let at: Scope | null = scope; at; at = at.parent) {
    if (at.params.some((param) => param.name === name)) return expr;
    const bound = at.bindings.filter((binding) => binding.name === name);
    const [only] = bound;
    if (!only) continue;
    return bound.length === 1 && only.kind === 'assign' && only.value && only.value !== expr ? only.value : expr;
  }
  return expr;
}

/** `x` or `this.x`; null for any other expression. */
export function nameOf(expr: Expr): string | null {
  if (expr.kind === 'name') return expr.name;
  return expr.kind === 'member' && expr.object.kind === 'name' && expr.object.name === 'this' ? `this.${expr.property}` : null;
}

/** `a.b.c` of a callee; calls in between are passed over. Empty where it starts with something that has no name. */
export function pathOf(expr: Expr): string {
  if (expr.kind === 'name') return expr.name;
  if (expr.kind === 'call') return pathOf(expr.call.callee);
  if (expr.kind !== 'member') return '';
  const object = pathOf(expr.object);
  return object ? `${object}.${expr.property}` : expr.property;
}

/** The constant that an expression stands for; undefined where it is none. */
export function literalOf(expr: Expr, scope: Scope | null): string | number | boolean | null | undefined {
  const value = resolve(expr, scope);
  if (value.kind === 'number' || value.kind === 'boolean') return value.value;
  if (value.kind === 'null') return null;
  if (value.kind !== 'string' || value.parts.some((part) => part.kind === 'hole')) return undefined;
  return value.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

/** The named arguments of a call, or those of one name: keywords, and the entries of its object literals and of literals spread into it. */
export function argumentsOf(text: string, fact: CallFact, only: string | null = null): NamedArgument[] {
  return fact.args.flatMap(({ name, span, value }) => {
    if (name) return isWanted(name, only) ? [named(text, name, span, value)] : [];
    const object = resolve(value.kind === 'spread' ? value.value : value, fact.scope);
    return object.kind === 'object' ? entriesOf(text, object, fact.scope, only) : [];
  });
}

/** The named entries of an object literal, or those of one name, spread literals included, each of these once. */
export function entriesOf(
  text: string,
  object: ObjectExpr,
  scope: Scope | null,
  only: string | null = null,
  seen = new Set([object]),
): NamedArgument[] {
  return object.entries.flatMap(({ key, span, value, spread }) => {
    if (key !== null) return isWanted(key, only) ? [named(text, key, span, value)] : [];
    const inner = spread ? resolve(value.kind === 'spread' ? value.value : value, scope) : value;
    if (!spread || inner.kind !== 'object' || seen.has(inner)) return [];
    seen.add(inner);
    return entriesOf(text, inner, scope, only, seen);
  });
}

const isWanted = (name: string, only: string | null): boolean => only === null || sameName(name, only);

function named(text: string, name: string, span: Span, value: Expr): NamedArgument {
  const at = Math.max(0, text.slice(span.start, span.end).indexOf(name));
  const start = span.start + at;
  return { name, nameSpan: { start, end: start + name.length }, span, value };
}

/** An argument by its name, or by a path into object literals (`stream_options.include_usage`). */
export function findArgument(text: string, call: Request, path: string): NamedArgument | null {
  const [first = '', ...rest] = path.split('.');
  let found = argumentsOf(text, call.fact, first)[0] ?? null;
  for (const step of rest) {
    const value = found && resolve(found.value, call.fact.scope);
    found = value ? (namedParts(text, value, call.fact.scope).find((entry) => sameName(entry.name, step)) ?? null) : null;
  }
  return found;
}

/** The entries of an object literal, or the named arguments of a constructor that stands for one. */
export function namedParts(text: string, value: Expr, scope: Scope | null): NamedArgument[] {
  if (value.kind === 'object') return entriesOf(text, value, scope);
  return value.kind === 'call' ? argumentsOf(text, value.call) : [];
}

/** A parameter's constant: what the recogniser resolved, else what the arguments say. undefined where it can't be known. */
export function parameterOf(text: string, call: Request, ...paths: string[]): string | number | boolean | null | undefined {
  for (const path of paths) {
    for (const [name, parameter] of call.parameters)
      if (sameName(name, path) && parameter !== undefined && (typeof parameter !== 'object' || parameter === null)) return parameter;
    const argument = findArgument(text, call, path);
    if (argument) return literalOf(argument.value, call.fact.scope);
  }
  return undefined;
}

/** Visits an expression and all that it is made of; names are followed to their literals once. */
export function walk(expr: Expr, scope: Scope | null, visit: (expr: Expr) => void, depth = 0): void {
  if (depth > 12) return;
  visit(expr);
  const into = (part: Expr | null) => part && walk(part, scope, visit, depth + 1);
  switch (expr.kind) {
    case 'string':
      for (const part of expr.parts) if (part.kind === 'hole') into(part.value);
      break;
    case 'name':
    case 'member': {
      const value = resolve(expr, scope);
      if (value !== expr) into(value);
      else if (expr.kind === 'member') into(expr.object);
      break;
    }
    case 'call':
      into(expr.call.callee);
      for (const argument of expr.call.args) into(argument.value);
      break;
    case 'object':
      for (const entry of expr.entries) into(entry.value);
      break;
    case 'array':
      for (const item of expr.items) into(item);
      break;
    case 'spread':
      into(expr.value);
      break;
    case 'choice':
      for (const option of expr.options) into(option);
      break;
    case 'comprehension':
      into(expr.item);
      break;
  }
}

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The calls that stand inside a range, in order. */
export function callsIn({ calls }: Facts, span: Span): CallFact[] {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calls[middle]!.span.start < span.start) low = middle + 1;
    else high = middle;
  }
  const found: CallFact[] = [];
  for (let at = low; at < calls.length && calls[at]!.span.start < span.end; at++) if (contains(span, calls[at]!.span)) found.push(calls[at]!);
  return found;
}

/** The function that holds a call, null at the top of a file or class. */
export function functionOf(scope: Scope): Scope | null {
  for (let at: Scope | null = scope; at; at = at.parent) if (at.kind === 'function') return at;
  return null;
}

import type { Expr, Scope } from '../../facts';
import type { Ecosystem } from '../../languages/language';
import type { Request, TextEdit } from '../../types';
import { functionOf } from './facts';

/** The key of a cache written by hand around a call. */
export interface CacheKey {
  value: Expr;
  /** Parameters of the function that shape the request and are not in the key, in their order. */
  missing: string[];
}

/** Says who asks or how long it may take, not what is asked. */
const neutral =
  /^(?:self|cls|this|client|_?\w*client|timeout|max_?retries|headers|session|db|cache|redis|logger|signal|user|callback\w*|on[A-Z]\w*|stream)$/;

/** Finds the key of the cache that the function around a call looks into; null where none is seen, or a part of it can't be followed. */
export function cacheKeyOf(text: string, call: Request): CacheKey | null {
  const scope = functionOf(call.fact.scope);
  if (!scope || scope.params.some(({ rest }) => rest)) return null;
  const key = scope.bindings.find(
    ({ name, kind, value, span }) => kind === 'assign' && value && /key$/i.test(name) && isLookedUp(text, scope, name, span.end, call),
  );
  if (!key?.value) return null;
  const inKey = reach(text, key.value, scope);
  const inCall = new Set(call.fact.args.flatMap(({ value }) => [...reach(text, value, scope)]));
  const missing = scope.params.map(({ name }) => name).filter((name) => inCall.has(name) && !inKey.has(name) && !neutral.test(name));
  const known = scope.params.some(({ name }) => inKey.has(name) && inCall.has(name));
  return known ? { value: key.value, missing } : null;
}

/** Is a cache asked for this key between its assignment and the call, and its answer returned? */
function isLookedUp(text: string, scope: Scope, name: string, from: number, call: Request): boolean {
  const between = text.slice(from, call.span.start);
  const asked = `\\.(?:get|has|exists|read|fetch|lookup)\\(\\s*${name}\\b|\\b${name} (?:not )?in \\w|\\w\\[${name}\\]`;
  return scope.span.start <= from && /cache|memo|redis|store/i.test(between) && /\breturn\b/.test(between) && new RegExp(asked).test(between);
}

/** The identifiers that an expression is made of, variables of the function followed to all that they are given. */
function reach(text: string, expr: Expr, scope: Scope): Set<string> {
  const found = new Set<string>();
  const visit = (source: string) => {
    for (const [name] of source.matchAll(/[A-Za-z_$][\w$]*/g)) {
      if (found.has(name)) continue;
      found.add(name);
      for (const binding of scope.bindings)
        if (binding.name === name && binding.value) visit(text.slice(binding.value.span.start, binding.value.span.end));
    }
  };
  visit(text.slice(expr.span.start, expr.span.end));
  return found;
}

/**
 * The edit that puts names into a key whose expression is plain: a name, one f-string or template, or a hash of one of these. Two
 * different requests then have two different keys. null for any other expression.
 */
export function widenKey(text: string, { value, missing }: CacheKey, ecosystem: Ecosystem | undefined): TextEdit | null {
  const source = text.slice(value.span.start, value.span.end);
  const python = ecosystem === 'python';
  if (!python && ecosystem !== 'javascript') return null;
  const whole = python ? '[fF]"[^"\\n\\\\]*"|[fF]\'[^\'\\n\\\\]*\'' : '`[^`\\\\]*`';
  const hashed = python
    ? new RegExp(`^(?:hashlib\\.)?(?:sha\\d+|md5|blake2[bs])\\(\\s*((?:\\w+|${whole}))\\.encode\\([^()]*\\)\\s*\\)\\.hexdigest\\(\\)$`, 'd')
    : new RegExp(`^(?:crypto\\.)?createHash\\([^()]*\\)\\s*\\.update\\(\\s*((?:\\w+|${whole}))\\s*\\)\\s*\\.digest\\([^()]*\\)$`, 'd');
  const found = new RegExp(`^(\\w+|${whole})$`, 'd').exec(source) ?? hashed.exec(source);
  const [plain, range] = [found?.[1], found?.indices?.[1]];
  if (!plain || !range) return null;
  const start = value.span.start + range[0];
  const all = [...missing, plain].join(', ');
  return { start, end: start + plain.length, text: python ? `repr((${all}))` : `JSON.stringify([${all}])` };
}

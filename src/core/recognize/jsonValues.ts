import type { Expr } from '../facts';
import type { Resolver } from '../resolve/resolve';
import type { JsonValue } from '../types';

/** A value as JSON. `open`: a part of it could not be read; it is left out or, within a text, empty. */
export interface ReadJson {
  value: JsonValue;
  open: boolean;
}

/** Longer lists are data. */
const MOST_ITEMS = 2_000;

/** Reads what is JSON only in the end, such as the schema of a class; null for what it does not know. */
export type ReadOther = (expr: Expr) => ReadJson | null;

/** Reads a literal, whatever it is put together from; null where nothing of it can be read. `other` is asked for names and calls first. */
export function readJson(expr: Expr, resolver: Resolver, other?: ReadOther): ReadJson | null {
  if (!resolver.spend()) return null;
  const known = other && (expr.kind === 'name' || expr.kind === 'member' || expr.kind === 'call') ? other(expr) : null;
  if (known) return known;
  switch (expr.kind) {
    case 'string':
      return {
        value: expr.parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''),
        open: expr.parts.some((part) => part.kind === 'hole'),
      };
    case 'number':
    case 'boolean':
      return { value: expr.value, open: false };
    case 'null':
      return { value: null, open: false };
    case 'array':
      return readArray(expr, resolver, other);
    case 'comprehension': {
      const item = readJson(expr.item, resolver, other);
      const times = item ? timesOf(expr, resolver) : null;
      if (!item) return null;
      return { value: Array.from({ length: Math.min(times ?? 1, MOST_ITEMS) }, () => item.value), open: times === null || item.open };
    }
    case 'object':
      return readObject(expr, resolver, other);
    case 'call':
      return readCall(expr, resolver, other);
    case 'name':
    case 'member':
    case 'choice': {
      const { values, open } = resolver.valuesOf(expr);
      const [value] = values;
      if (!value && expr.kind === 'member') return constant(expr);
      if (!value || value.kind === 'class' || value === expr) return null;
      const read = readJson(value, resolver, other);
      return read && { value: read.value, open: read.open || open || values.length > 1 };
    }
    default:
      return null;
  }
}

/** `ThinkingLevel.MINIMAL` of a package stands for its name. */
function constant({ object, property }: Extract<Expr, { kind: 'member' }>): ReadJson | null {
  const type = object.kind === 'member' ? object.property : object.kind === 'name' ? object.name : '';
  return /^[A-Z]/.test(type) && /^[A-Z][A-Z\d_]*$/.test(property) ? { value: property, open: false } : null;
}

function readArray({ items }: Extract<Expr, { kind: 'array' }>, resolver: Resolver, other?: ReadOther): ReadJson {
  const result: JsonValue[] = [];
  let open = false;
  for (const item of items) {
    const read = readJson(item.kind === 'spread' ? item.value : item, resolver, other);
    if (!read || result.length > MOST_ITEMS) {
      open = true;
      continue;
    }
    open ||= read.open;
    if (item.kind !== 'spread') result.push(read.value);
    else if (Array.isArray(read.value)) result.push(...read.value);
    else open = true;
  }
  return { value: result, open };
}

function readObject({ entries }: Extract<Expr, { kind: 'object' }>, resolver: Resolver, other?: ReadOther): ReadJson {
  const result: { [key: string]: JsonValue } = {};
  let open = false;
  for (const entry of entries) {
    const read = readJson(entry.value, resolver, other);
    if (!read) open = true;
    else if (entry.spread) {
      open ||= read.open;
      if (read.value !== null && typeof read.value === 'object' && !Array.isArray(read.value)) Object.assign(result, read.value);
    } else if (entry.key !== null) {
      open ||= read.open;
      result[entry.key] = read.value;
    } else open = true;
  }
  return { value: result, open };
}

/** A constructor with keyword arguments is an object of them: `FunctionDeclaration(name="…")`, `Reasoning(effort="low")`. */
function readCall(expr: Extract<Expr, { kind: 'call' }>, resolver: Resolver, other?: ReadOther): ReadJson | null {
  const { values } = resolver.valuesOf(expr);
  const [value] = values;
  if (values.length === 1 && value && value !== expr && value.kind !== 'class' && value.kind !== 'call') return readJson(value, resolver, other);
  const { args, block } = expr.call;
  const named = args.filter((arg) => arg.name !== null);
  const [only] = args;
  if (block?.kind === 'object') return readObject(block, resolver, other);
  if (!named.length) return args.length === 1 && only && only.value.kind === 'object' ? readObject(only.value, resolver, other) : null;
  const entries = named.map(({ name, value: given, span }) => ({ key: name, value: given, spread: false, span }));
  return readObject({ kind: 'object', span: expr.span, type: null, entries, list: expr.call.list }, resolver, other);
}

/** How many items a comprehension over a range or a list that is written has; null where that is not known. */
export function timesOf({ over }: { over?: Expr | null }, resolver: Resolver): number | null {
  const value = over ? resolver.valueOf(over) : null;
  if (value?.kind === 'array') return value.items.some((item) => item.kind === 'spread') ? null : value.items.length;
  if (value?.kind !== 'call' || value.call.callee.kind !== 'name' || value.call.callee.name !== 'range') return null;
  const bounds = value.call.args.map((arg) => resolver.valueOf(arg.value));
  const numbers = bounds.flatMap((bound) => (bound?.kind === 'number' ? [bound.value] : []));
  if (numbers.length !== bounds.length || !numbers.length || numbers.length > 2) return null;
  const [first = 0, second] = numbers;
  return Math.max(0, second === undefined ? first : second - first);
}

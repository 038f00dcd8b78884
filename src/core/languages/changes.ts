import type { Argument, Expr, Span } from '../facts';
import type { Lowering } from './lowering';
import { APPENDS, bindingName, EXTENDS, plainName, SETS, words } from './names';
import { literalText } from './strings';

/** Where in a variable something stands: its name, then the keys on the way; null for a key that is computed, a number for a position. */
export interface Place {
  name: string;
  keys: (string | number | null)[];
}

/** Methods that take items away or put others in their place, in plain spelling. */
const TAKES = words(
  'pop popleft popitem shift remove removeat removeall removefirst removelast removerange removeif clear delete deleteat deleteif truncate retain retainall drain fill copywithin compact keepif rejectif swapremove setat replaceall',
);

/** `x`, `x.a`, `this.x[0].a`; null for what is no part of a variable. `nameOf` says under which name a variable is bound. */
export function placeOf(expr: Expr, nameOf: (expr: Expr) => string | null = bindingName): Place | null {
  const name = nameOf(expr);
  if (name !== null) return { name, keys: [] };
  const [object, key] =
    expr.kind === 'member' ? [expr.object, expr.property] : expr.kind === 'unknown' && expr.operator === '[]' ? (expr.operands ?? []) : [];
  const outer = object ? placeOf(object, nameOf) : null;
  if (!outer) return null;
  return { name: outer.name, keys: [...outer.keys, typeof key === 'string' ? key : key?.kind === 'number' ? key.value : null] };
}

/** Notes what is done to a part of a variable. */
export function bindIn(
  lowering: Lowering,
  { name, keys }: Place,
  kind: 'assign' | 'reassign' | 'add' | 'append' | 'extend' | 'change',
  value: Expr | null,
  { span, type }: { span: Span; type?: string[] },
): void {
  const [first, ...rest] = keys;
  const key = typeof first === 'string' ? first : undefined;
  const isAssigned = kind === 'assign' || kind === 'reassign';
  if (first === undefined) lowering.bind(isAssigned ? 'assign' : kind, name, value, { span, type, free: kind === 'reassign' });
  else if (rest.length || typeof first === 'number') lowering.bind('change', name, value, { span, key });
  else if (isAssigned) lowering.bind('set', name, value, { span, type, key });
  else lowering.bind(first === null ? 'change' : kind, name, value, { span, key });
}

/** What a method takes from a list or dictionary, or puts in the place of what is there. */
export function bindTaken(lowering: Lowering, object: Place | null, method: string, args: readonly Argument[], span: Span): void {
  if (object && TAKES.has(plainName(method))) bindIn(lowering, object, 'change', args.at(-1)?.value ?? null, { span });
}

/** `list.add(x)`, `list.addAll(xs)`, `map.put("k", x)`, `list.clear()` in the spellings of most languages. */
export function bindMethod(lowering: Lowering, place: Place, name: string, args: readonly Argument[], span: Span): void {
  const last = args.at(-1);
  const method = plainName(name);
  if (args.length === 2 && last && SETS.has(method)) {
    const key = literalText(args[0]?.value);
    const isPut = key !== null || !/^(?:insert|add)$/.test(method);
    bindIn(lowering, isPut ? { ...place, keys: [...place.keys, key] } : place, isPut ? 'assign' : 'append', last.value, { span });
  } else if (last && EXTENDS.has(method)) bindIn(lowering, place, 'extend', last.value, { span });
  else if (APPENDS.has(method)) for (const { value, spread } of args) bindIn(lowering, place, spread ? 'extend' : 'append', value, { span });
  else bindTaken(lowering, place, name, args, span);
}

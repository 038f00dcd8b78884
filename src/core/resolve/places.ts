import type { Binding, Expr, Facts, Scope } from '../facts';
import { placeOf } from '../languages/changes';
import { bindingName } from '../languages/names';

/** What another variable, a field or a loop has of one: the same object, what is under a key of it, or something within. */
export interface Alias {
  root: Expr;
  scope: Scope;
  binding: Binding;
  as: 'same' | 'held' | 'within';
  /** The key under which the other holds it. */
  key: string | null;
}

/** The names under which places of a file are found. */
export interface Places {
  aliases: Map<string, Alias[]>;
  /** What is set or changed under a key of a variable, by the key. */
  keyed: Map<string, [Scope, Binding][]>;
}

/** Collects the places of a file when they are first asked for; all who resolve in the file share them. */
export function createPlaces(facts: Facts): () => Places {
  let places: Places | null = null;
  return () => {
    places ??= collectPlaces(facts.file);
    return places;
  };
}

function collectPlaces(file: Scope): Places {
  const places: Places = { aliases: new Map(), keyed: new Map() };
  const visit = (scope: Scope): void => {
    for (const child of scope.children) visit(child);
    for (const binding of scope.bindings) {
      if (binding.key !== null) push(places.keyed, binding.key, [scope, binding]);
      if (binding.value && !isChange(binding)) for (const alias of aliasesIn(binding, binding.value, scope)) push(places.aliases, alias.name, alias);
    }
  };
  visit(file);
  return places;
}

function aliasesIn(binding: Binding, value: Expr, scope: Scope): (Alias & { name: string })[] {
  const alias = (root: Expr, as: Alias['as'], key: string | null = null) => {
    const name = bindingName(root);
    return name === null || name === binding.name ? [] : [{ name, root, scope, binding, as, key }];
  };
  if (binding.kind === 'item') return alias(value, 'within');
  if (value.kind === 'object') return value.entries.flatMap((entry) => (entry.spread ? [] : alias(entry.value, 'held', entry.key)));
  if (value.kind === 'array') return value.items.flatMap((item) => alias(item, 'held'));
  if (bindingName(value) !== null) return alias(value, 'same');
  const root = placeOf(value) ? rootOf(value) : null;
  return root ? alias(root, 'within') : [];
}

/** The variable or field that a part belongs to. */
export function rootOf(expr: Expr): Expr | null {
  if (bindingName(expr) !== null) return expr;
  const object = expr.kind === 'member' ? expr.object : expr.kind === 'unknown' ? expr.operands?.[0] : null;
  return object ? rootOf(object) : null;
}

export const isChange = ({ kind }: Binding): boolean => kind !== 'assign' && kind !== 'item';

export function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const same = map.get(key);
  if (same) same.push(value);
  else map.set(key, [value]);
}

import type { Binding, Expr } from '../facts';

/**
 * The assignments of a name that may hold where it stands at `at`: the last one that is certain to be passed, and those behind it that may be.
 * In another scope than that of the name a later assignment may hold, too.
 */
export function reachingAssignments(bindings: readonly Binding[], at: number, sameScope: boolean, isParam: boolean): Binding[] {
  const assigned = bindings.filter(
    (binding) => (binding.kind === 'assign' || binding.kind === 'item') && binding.value && !contains(binding.value, at),
  );
  const before = assigned.filter((binding) => binding.span.start < at);
  let result: Binding[] = [];
  for (const binding of before.length || sameScope ? before : assigned.slice(0, 1)) {
    const certain = binding.depth === 0 || (binding.block.start <= at && at <= binding.block.end);
    result = certain ? [binding] : [...result, binding];
  }
  if (result.length || isParam) return result;
  // code that runs before what it names is written: a loop's next turn, a function that is called later
  return assigned.slice(0, 1);
}

/** `context = context + item` in a loop that ends before `at`, or goes round it: the name is longer each time. */
export function growsByItself({ kind, name, value, loops }: Binding, at: number): boolean {
  return kind === 'assign' && value !== null && loops.length > 0 && at > value.span.end && mentions(value, name.replace(/^this\./, ''), 0);
}

/** `x = x + 1`: the x on the right is an earlier one. */
function contains({ span }: Expr, at: number): boolean {
  return span.start <= at && at <= span.end;
}

/** Does a text or list that is put together name the variable? Nothing that is only passed to a call does. */
function mentions(expr: Expr, name: string, depth: number): boolean {
  if (depth > 6) return false;
  switch (expr.kind) {
    case 'name':
      return expr.name === name;
    case 'member':
      return expr.property === name && expr.object.kind === 'name' && expr.object.name === 'this';
    case 'string':
      return expr.parts.some((part) => part.kind === 'hole' && part.value !== null && mentions(part.value, name, depth + 1));
    case 'array':
      return expr.items.some((item) => item.kind === 'spread' && mentions(item.value, name, depth + 1));
    case 'choice':
      return expr.options.some((option) => mentions(option, name, depth + 1));
    default:
      return false;
  }
}

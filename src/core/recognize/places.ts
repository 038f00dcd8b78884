import type { Expr } from '../facts';
import type { Resolver, Value } from '../resolve/resolve';
import { importedName } from './elsewhere';
import type { Tools } from './fileTools';

/** Where an expression is to be read: the resolver of its file, and the way to the files that it imports from. */
export interface Place {
  resolver: Resolver;
  /** The declaration that an imported name stands for; null where its file is not read. */
  elsewhere(expr: Expr): { place: Place; expr: Expr } | null;
}

export function placeOf(tools: Tools): Place {
  return {
    resolver: tools.resolver,
    elsewhere(expr) {
      const found = importedName(expr, tools);
      return found && { place: placeOf(found.tools), expr: found.expr };
    },
  };
}

/** A value, and where the names in it are to be read. `open`: there may be others. */
export interface Placed {
  value: Value;
  place: Place;
  open: boolean;
}

/** What an expression comes down to, followed into other files; of several values the first that is not null. */
export function placed(expr: Expr, place: Place): Placed | null {
  if (!place.resolver.spend()) return null;
  const other = expr.kind === 'name' || expr.kind === 'member' ? place.elsewhere(expr) : null;
  if (other) return placed(other.expr, other.place);
  if (expr.kind === 'unknown' || expr.kind === 'pipe') return { value: expr, place, open: false };
  const { values, open } = place.resolver.valuesOf(expr);
  const value = values.find(({ kind }) => kind !== 'null') ?? values[0];
  return value ? { value, place, open: open || values.length > 1 } : null;
}

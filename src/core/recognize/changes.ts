import type { Binding, CallFact, Expr, Loop, NameExpr, Scope } from '../facts';
import { outermostFunction } from '../resolve/links';
import type { Resolver } from '../resolve/resolve';

/** How often what a later statement adds to a text or list is in it when a request is sent. */
export type Reach = 'never' | 'once' | 'maybe' | 'repeated';

/** Functions that run once for each object, before all others. */
const MAKES_OBJECT = /^(__init__|__post_init__|constructor|initialize|__construct|new|init)$/;

/**
 * Is what `change` does to the variable or field `changed` so when the request `at` is sent? Statements of the same function are compared by
 * their place and their loops; another function may have run any number of times.
 */
export function reachOf(change: Binding, changed: Expr, at: CallFact, resolver: Pick<Resolver, 'declaration'>): Reach {
  if (change.kind === 'change' && at.span.start <= change.span.start && change.span.end <= at.span.end) return 'never';
  const root = rootOf(changed);
  const declared = root ? resolver.declaration(root) : null;
  const declarations = (declared?.bindings ?? []).filter(({ kind, value }) => kind === 'assign' && value !== null);
  if (!declared || !isAroundScope(change.from, at.scope)) return runsOnce(change.from) && atTopLevel(change) ? 'once' : 'repeated';
  // a variable of the file that functions add to
  if (outermostFunction(declared.scope) === null && outermostFunction(at.scope) !== null)
    return change.from.kind !== 'function' && atTopLevel(change) ? 'once' : 'repeated';
  const loops = change.loops.filter((loop) => !declarations.some((made) => isAround(loop, made.loops)));
  const shared = loops.some((loop) => isAround(loop, at.loops));
  if (change.span.start > at.span.end && !shared) return 'never';
  if (loops.length) return 'repeated';
  const certain = change.depth === 0 || (change.block.start <= at.span.start && at.span.end <= change.block.end);
  return certain || declarations.some((made) => sameBlock(made, change)) ? 'once' : 'maybe';
}

function rootOf(expr: Expr): NameExpr | null {
  if (expr.kind === 'member') return rootOf(expr.object);
  return expr.kind === 'name' && expr.name !== 'this' ? expr : null;
}

/** Does code of the one scope run whenever that of the other does? */
function isAroundScope(outer: Scope, inner: Scope): boolean {
  if (outer.kind !== 'function') return true;
  for (let at: Scope | null = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}

const runsOnce = ({ kind, name }: Scope): boolean => kind !== 'function' || MAKES_OBJECT.test(name ?? '');
const atTopLevel = ({ depth, loops }: Binding): boolean => depth === 0 && !loops.length;
const isAround = (loop: Loop, loops: readonly Loop[]): boolean =>
  loops.some(({ span }) => span.start === loop.span.start && span.end === loop.span.end);
const sameBlock = (a: Binding, b: Binding): boolean => a.block.start === b.block.start && a.block.end === b.block.end;

/** Keys of a message that are set for what they are. */
const SET_KEYS = /^(content|text|role|cache_control|cacheControl)$/;

/** May what stands there be gone when it is sent? */
export const isReplacing = ({ kind, key }: Binding): boolean => kind === 'change' || (kind === 'set' && !SET_KEYS.test(key ?? ''));

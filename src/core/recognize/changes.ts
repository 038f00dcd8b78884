import type { Binding, CallFact, Expr, Loop } from '../facts';
import { outermostFunction } from '../resolve/links';
import type { Resolver } from '../resolve/resolve';

/** How often what a later statement adds to a text or list is in it when a request is sent. */
export type Reach = 'never' | 'once' | 'maybe' | 'repeated';

/**
 * Is what `change` adds to the variable or field `changed` sent by the request `at`? Statements of the same function are compared by their
 * place and their loops; another function may have run any number of times.
 */
export function reachOf(change: Binding, changed: Expr, at: CallFact, resolver: Pick<Resolver, 'declaration'>): Reach {
  const declared = changed.kind === 'name' ? resolver.declaration(changed) : null;
  const declarations = (declared?.bindings ?? []).filter(({ kind, value }) => kind === 'assign' && value !== null);
  const home = declared ? outermostFunction(declared.scope) : null;
  // a field, or a variable of the file that functions add to
  if (!declared || (home === null && outermostFunction(at.scope) !== null)) return atTopLevel(change) ? 'once' : 'repeated';
  const loops = change.loops.filter((loop) => !declarations.some((made) => isAround(loop, made.loops)));
  const shared = loops.some((loop) => isAround(loop, at.loops));
  if (change.span.start > at.span.end && !shared) return 'never';
  if (loops.length) return 'repeated';
  const certain = change.depth === 0 || (change.block.start <= at.span.start && at.span.end <= change.block.end);
  return certain || declarations.some((made) => sameBlock(made, change)) ? 'once' : 'maybe';
}

const atTopLevel = ({ depth, loops }: Binding): boolean => depth === 0 && !loops.length;
const isAround = (loop: Loop, loops: readonly Loop[]): boolean =>
  loops.some(({ span }) => span.start === loop.span.start && span.end === loop.span.end);
const sameBlock = (a: Binding, b: Binding): boolean => a.block.start === b.block.start && a.block.end === b.block.end;

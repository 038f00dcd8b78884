import type { Loop } from '../facts';
import { isRetry } from '../resolve/loops';
import type { Request } from '../types';

/** The innermost loop of a request that goes over items (a `for`, comprehension or callback); loops that only try again are left out. */
export function itemLoop({ loops }: Pick<Request, 'loops'>): Loop | null {
  const loop = loops.findLast((candidate) => candidate.kind !== 'while' && !candidate.endless);
  return loop && !isRetry(loop) ? loop : null;
}

/** The loop around a request that nothing in its head ends. */
export function endlessLoop({ loops }: Pick<Request, 'loops'>): Loop | null {
  return loops.findLast((loop) => loop.endless) ?? null;
}

/** Is the request made once per item: in a loop of its function, or in a function that a loop of this file calls? */
export function runsPerItem(call: Request): boolean {
  return itemLoop(call) !== null || (call.inIndirectLoop && call.loops.length === 0);
}

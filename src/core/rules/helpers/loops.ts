import type { Loop } from '../../facts';
import type { CallSite } from '../../types';

/** Tries of one thing, not many things: `for attempt in range(3)`. */
const retry = /\b(attempts?|retry|retries|tries|max_?retries)\b/i;

/** The innermost loop of a call that goes over items (a `for`, comprehension or callback), retry loops left out. */
export function itemLoop(text: string, call: CallSite): Loop | null {
  const loop = call.loops.findLast((candidate) => candidate.kind !== 'while' && !candidate.endless);
  return loop && !retry.test(headOf(text, loop)) ? loop : null;
}

/** The loop around a call that nothing in its head ends. */
export function endlessLoop(call: CallSite): Loop | null {
  return call.loops.findLast((loop) => loop.endless) ?? null;
}

/** Does the call run once per item: in a loop of its function, or in a function that a loop of this file calls? */
export function runsPerItem(text: string, call: CallSite): boolean {
  return itemLoop(text, call) !== null || (call.inIndirectLoop && call.loops.length === 0);
}

/** The first line of a loop; for a comprehension or a callback all of it, which is short. */
function headOf(text: string, loop: Loop): string {
  const source = text.slice(loop.span.start, loop.span.end);
  return loop.kind === 'for' ? (source.split('\n', 1)[0] ?? '') : source.slice(0, 200);
}

import type { Loop } from '../../facts';
import type { Request } from '../../types';
import { functionOf } from './facts';

/** Tries of one thing, not many things: `for attempt in range(3)`. */
const retry = /\b(attempts?|retry|retries|tries|max_?retries)\b/i;

/** The innermost loop of a call that goes over items (a `for`, comprehension or callback), retry loops left out. */
export function itemLoop(text: string, call: Request): Loop | null {
  const loop = call.loops.findLast((candidate) => candidate.kind !== 'while' && !candidate.endless);
  return loop && !retry.test(headOf(text, loop)) && !triesAgain(text, loop) ? loop : null;
}

/** Fails, waits and ends at the first success. */
function triesAgain(text: string, { kind, span }: Loop): boolean {
  const source = kind === 'for' ? text.slice(span.start, span.end) : '';
  return /\b(?:except|catch)\b/.test(source) && /sleep|retry|retries|backoff|setTimeout|delay/i.test(source) && /\b(?:break|return)\b/.test(source);
}

/** Does each turn need the answer of the one before, or a person's next line? Then the turns can't go together. */
export function isConversation(text: string, call: Request): boolean {
  const source = text.slice(call.span.start, call.span.end);
  if (/\bprevious_?(?:response|interaction)_?id\b|\b(?:chat_?)?history\b|\bconversation|\bagent_?thread\b|\bthread(?:_id)?\s*[=:]/i.test(source))
    return true;
  const { start, end } = functionOf(call.fact.scope)?.span ?? call.loops[0]?.span ?? call.span;
  return /\binput\(|\breadline\b|ReadLine\(|\.question\(/.test(text.slice(start, end));
}

/** The loop around a call that nothing in its head ends. */
export function endlessLoop(call: Request): Loop | null {
  return call.loops.findLast((loop) => loop.endless) ?? null;
}

/** Does the call run once per item: in a loop of its function, or in a function that a loop of this file calls? */
export function runsPerItem(text: string, call: Request): boolean {
  return itemLoop(text, call) !== null || (call.inIndirectLoop && call.loops.length === 0);
}

/** The first line of a loop; for a comprehension or a callback all of it, which is short. */
function headOf(text: string, loop: Loop): string {
  const source = text.slice(loop.span.start, loop.span.end);
  return loop.kind === 'for' ? (source.split('\n', 1)[0] ?? '') : source.slice(0, 200);
}

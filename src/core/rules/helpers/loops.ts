import type { Request } from '../../types';
import { functionOf } from './facts';

/** Does each turn need the answer of the one before, or a person's next line? Then the turns can't go together. */
export function isConversation(text: string, call: Request): boolean {
  const source = text.slice(call.span.start, call.span.end);
  if (/\bprevious_?(?:response|interaction)_?id\b|\b(?:chat_?)?history\b|\bconversation|\bagent_?thread\b|\bthread(?:_id)?\s*[=:]/i.test(source))
    return true;
  const { start, end } = functionOf(call.fact.scope)?.span ?? call.loops[0]?.span ?? call.span;
  return /\binput\(|\breadline\b|ReadLine\(|\.question\(/.test(text.slice(start, end));
}

import type { Request } from '../../types';
import type { RuleContext } from '../rule';
import { functionOf } from './facts';

const stops = /\bbreak\b|\.(abort|close|cancel|aclose)\(|signal\b|cancellation_?token/i;

/** Is this a stream that its function never ends early? */
export function isOpenStream(call: Request, { text }: Pick<RuleContext, 'text'>): boolean {
  const { start, end } = functionOf(call.fact.scope)?.span ?? { start: call.fact.statement.start, end: text.length };
  return call.stream && !stops.test(text.slice(start, end));
}

import type { Request } from '../types';

/**
 * A request as it is written at the SDK's call: edits and most findings belong there. One that a helper of this file sends stands at its caller
 * otherwise.
 */
export function atSdkCall(call: Request): Request {
  if (call.helper === null || call.elsewhere) return call;
  const { span, callee } = call.fact;
  return { ...call, span: { ...span }, nameSpan: { ...(callee.kind === 'member' ? callee.propertySpan : callee.span) } };
}

/** The requests of a file at their SDK's calls, each call once; null where the place belongs to one before or to another file. */
export function sdkCalls(calls: readonly Request[]): (Request | null)[] {
  const seen = new Set<Request['fact']>();
  return calls.map((call) => {
    if (call.elsewhere || (call.helper !== null && seen.has(call.fact))) return null;
    seen.add(call.fact);
    return atSdkCall(call);
  });
}

import type { Basis, CallKind } from '../types';

/** What is known of the answer before it is written. */
export interface Answer {
  kind: CallKind;
  /** It has to fit a schema. */
  schema: boolean;
  /** It may be the call of a tool. */
  tools: boolean;
  /** The length that the texts ask for, in tokens; null where they ask for none. */
  asked: number | null;
  /** The limit, or what it is unless someone says otherwise; null without one. */
  limit: number | null;
  /** What somebody stated: the settings or the project file. */
  stated: number | null;
  /** What logs show, thought included. */
  measured: number | null;
  /** Tokens of thought before the answer. */
  reasoning: number;
}

/** Output tokens by kind of call, where nothing else is known; see docs/prices.md. */
const TYPICAL = { chat: 300, schema: 150, tools: 150, completion: 200 };

/** What part of a limit answers fill at most, as a rule: a limit is set to be kept clear of. */
const SHARE = 0.5;

/**
 * How long an answer and the thought before it are likely to be: the one rule for it. What is stated holds, then what is measured; else the length that is asked
 * for, else that of the kind of call; together at most half the limit, so that a limit never makes them longer and is never the forecast.
 */
export function likelyOutput(answer: Answer): { tokens: number; reasoning: number; basis: Basis } {
  const { kind, schema, tools, asked, limit, stated, measured, reasoning } = answer;
  if (kind !== 'chat' && kind !== 'completion') return { tokens: 0, reasoning: 0, basis: 'counted' };
  if (stated !== null) return { tokens: limit === null ? stated : Math.min(stated, limit), reasoning, basis: 'stated' };
  if (measured !== null) return { tokens: limit === null ? measured : Math.min(measured, limit), reasoning: 0, basis: 'measured' };
  const tokens = asked ?? (kind === 'completion' ? TYPICAL.completion : schema ? TYPICAL.schema : tools ? TYPICAL.tools : TYPICAL.chat);
  const together = tokens + reasoning;
  const fits = limit === null ? 1 : Math.min(1, (limit * SHARE) / together);
  return { tokens: Math.ceil(tokens * fits), reasoning: Math.floor(reasoning * fits), basis: 'assumed' };
}

import type { CallFact } from '../../facts';
import type { Prompt } from '../../types';
import type { RuleContext } from '../rule';
import { callsIn, pathOf } from './facts';
import { fillingsOf } from './placeholders';

/** The calls that write JSON into a placeholder of a prompt: `json.dumps(…)`, `JSON.stringify(…)`. */
export function jsonInto(prompt: Prompt, context: RuleContext): CallFact[] {
  const { facts } = context;
  if (!facts) return [];
  const fillings = prompt.segments.flatMap((segment) => (segment.kind === 'placeholder' ? fillingsOf(segment, prompt, context) : []));
  const found = new Set(fillings.flatMap(({ span }) => callsIn(facts, span).filter(isJson)));
  return [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

const isJson = ({ callee }: CallFact): boolean => /^(json\.dumps|JSON\.stringify|dumps|JSON\.pretty_generate)$/.test(pathOf(callee));

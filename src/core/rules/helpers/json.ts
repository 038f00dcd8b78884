import type { CallFact } from '../../facts';
import type { Prompt } from '../../types';
import type { RuleContext } from '../rule';
import { contains, pathOf } from './facts';
import { fillingsOf } from './placeholders';

/** The calls that write JSON into a placeholder of a prompt: `json.dumps(…)`, `JSON.stringify(…)`. */
export function jsonInto(prompt: Prompt, context: RuleContext): CallFact[] {
  const spans = prompt.segments
    .flatMap((segment) => (segment.kind === 'placeholder' ? fillingsOf(segment, prompt, context) : []))
    .map(({ span }) => span);
  if (!spans.length) return [];
  const isJson = (call: CallFact) => /^(json\.dumps|JSON\.stringify|dumps|JSON\.pretty_generate)$/.test(pathOf(call.callee));
  return (context.facts?.calls ?? []).filter((call) => spans.some((span) => contains(span, call.span)) && isJson(call));
}

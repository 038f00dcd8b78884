import type { Estimate, Prompt, Request } from '../../types';
import type { RuleContext } from '../rule';
import { findArgument, functionOf, walk } from './facts';
import { baseTier, modelOf } from './models';

/** Static tokens of a call that stand before the first placeholder of its system prompts: what a provider's cache can keep. */
export function staticPrefix(call: Request, { prompts, count }: Pick<RuleContext, 'prompts' | 'count'>, estimate: Estimate): number {
  let tokens = 0;
  for (const prompt of systemPrompts(call, prompts)) {
    const end = prompt.segments.findIndex((segment) => segment.kind === 'placeholder');
    if (end < 0) tokens += prompt.count.tokens;
    else {
      const text = prompt.segments.slice(0, end).map((segment) => (segment.kind === 'text' ? segment.text : ''));
      return tokens + count(text.join(''), modelOf(estimate)).tokens;
    }
  }
  return tokens;
}

/** The system prompts of a call, in the order sent. */
export function systemPrompts(call: Request, prompts: readonly Prompt[]): Prompt[] {
  return call.prompts.map((index) => prompts[index]).filter((prompt): prompt is Prompt => prompt?.role === 'system');
}

/** Anthropic's API, whichever client speaks it. */
export function isAnthropic(call: Request): boolean {
  return call.api === 'anthropic.messages' || (call.sdk === 'anthropic' && call.kind === 'chat');
}

/** How many cache breakpoints the arguments of a call write out. */
export function countBreakpoints(text: string, call: Request): number {
  let found = 0;
  for (const name of ['system', 'tools', 'messages']) {
    const argument = findArgument(text, call, name);
    if (!argument) continue;
    walk(argument.value, call.fact.scope, (expr) => {
      if (expr.kind === 'object') found += expr.entries.filter((entry) => entry.key === 'cache_control' || entry.key === 'cacheControl').length;
    });
  }
  return found;
}

/** Share of the input price that reading from the cache saves; null where the catalogue has no price. */
export function cacheDiscount(estimate: Estimate): number | null {
  const model = modelOf(estimate);
  const tier = model && baseTier(model);
  return tier?.input && tier.cachedInput !== null ? 1 - tier.cachedInput / tier.input : null;
}

/** In a function or a loop: sent more than once, most likely. */
export const isRepeated = (call: Request): boolean => call.inLoop || call.inIndirectLoop || functionOf(call.fact.scope) !== null;

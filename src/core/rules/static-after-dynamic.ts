import type { Prompt } from '../types';
import { cacheBand, modelOf } from './helpers/models';
import { formatCount } from './helpers/money';
import { callOf, staticAfter } from './helpers/placeholders';
import type { Rule, RuleContext } from './rule';

export default {
  meta: {
    id: 'static-after-dynamic',
    severity: 'information',
    fixable: false,
    description: 'A large text that stays the same stands behind one that changes.',
    messages: { behind: '{0} tokens that never change stand behind {1}. Put them first: providers cache a prefix only.' },
    options: {
      minimumTokens: { default: 200, description: 'Least static tokens behind the first placeholder.', schema: { type: 'integer', minimum: 1 } },
      minimumPrefix: {
        default: 1024,
        description: 'Least static tokens of the whole prompt where the model, and so what its provider caches, is unknown.',
        schema: { type: 'integer', minimum: 1 },
      },
    },
  },
  checkPrompt(prompt, context) {
    const index = prompt.segments.findIndex((segment) => segment.kind === 'placeholder');
    const first = prompt.segments[index];
    if (!prompt.editable || first?.kind !== 'placeholder' || !first.span || callOf(prompt, context)?.kind === 'embedding') return;
    const { tokens } = context.count(staticAfter(prompt, index), null);
    const whole = context.count(staticAfter(prompt, -1), null).tokens;
    if (tokens >= Number(context.options.minimumTokens) && whole >= cachedFrom(prompt, context))
      context.report({ span: first.span, message: 'behind', values: [formatCount(tokens), first.name] });
  },
} satisfies Rule;

/** Fewest tokens that the provider of the prompt's call caches; that of the options where the model is unknown, without end where nothing is cached. */
function cachedFrom(prompt: Prompt, { estimates, options }: RuleContext): number {
  const estimate = prompt.call === null ? undefined : estimates[prompt.call];
  const model = estimate ? modelOf(estimate) : null;
  if (!model) return Number(options.minimumPrefix);
  return cacheBand(model)?.most ?? Number.POSITIVE_INFINITY;
}

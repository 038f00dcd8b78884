import { formatCount } from './helpers/money';
import { callOf, staticAfter } from './helpers/placeholders';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'static-after-dynamic',
    severity: 'information',
    fixable: false,
    description: 'A large text that stays the same stands behind one that changes.',
    messages: { behind: '{0} tokens that never change stand behind {1}. Put them first: providers cache a prefix only.' },
    options: {
      minimumTokens: { default: 200, description: 'Least static tokens behind the first placeholder.', schema: { type: 'integer', minimum: 1 } },
    },
  },
  checkPrompt(prompt, context) {
    const index = prompt.segments.findIndex((segment) => segment.kind === 'placeholder');
    const first = prompt.segments[index];
    if (!prompt.editable || first?.kind !== 'placeholder' || !first.span || callOf(prompt, context)?.kind === 'embedding') return;
    const { tokens } = context.count(staticAfter(prompt, index), null);
    if (tokens >= Number(context.options.minimumTokens))
      context.report({ span: first.span, message: 'behind', values: [formatCount(tokens), first.name] });
  },
} satisfies Rule;

import { replaceNumber } from './edits';
import { quickFix } from './helpers/fix';
import { generates, modelOf } from './helpers/models';
import { formatCount } from './helpers/money';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'output-limit-exceeds-model',
    severity: 'warning',
    fixable: true,
    description: 'A limit above what the model can write.',
    messages: { above: '{0} writes at most {1} tokens; the limit is {2}.' },
  },
  checkCall(call, estimate, { text, report }) {
    const model = modelOf(estimate);
    const limit = call.outputLimit;
    if (!generates(call) || !model?.maxOutput || limit.kind !== 'value' || limit.tokens <= model.maxOutput) return;
    const most = model.maxOutput;
    report({
      span: limit.span,
      message: 'above',
      values: [model.name, formatCount(most), formatCount(limit.tokens)],
      fixes: quickFix(`Lower the limit to ${formatCount(most)} tokens`, [replaceNumber(text, limit.span, most)], { safe: true, preferred: true }),
    });
  },
} satisfies Rule;

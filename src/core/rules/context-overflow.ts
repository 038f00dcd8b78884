import type { Estimate, Model, PriceTier } from '../types';
import { modelOf } from './helpers/models';
import { formatCount, formatUsd } from './helpers/money';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'context-overflow',
    severity: 'error',
    atCaller: true,
    fixable: false,
    description: 'Input and limit together exceed the context window, or the input reaches a dearer price step.',
    messages: {
      input: 'About {0} input tokens, but {1} takes {2}.',
      together: 'About {0} input tokens and a limit of {1} exceed the {2} tokens of {3}.',
      tier: 'Above {0} input tokens {1} costs {2} instead of {3} per million input tokens.',
    },
  },
  checkCall(call, estimate, { prompts, report }) {
    const model = modelOf(estimate);
    if (!model) return;
    const span = call.nameSpan;
    const lists = call.kind === 'embedding' ? call.prompts.map((index) => prompts[index]?.count.low ?? 0) : [estimate.input.low];
    const input = Math.max(0, ...lists);
    const limit = call.outputLimit.kind === 'value' ? call.outputLimit.tokens : 0;
    const window = model.contextWindow;
    if (window !== null && input > window) {
      report({ span, message: 'input', values: [formatCount(input), model.name, formatCount(window)] });
    } else if (window !== null && input + limit > window) {
      report({ span, message: 'together', values: [formatCount(input), formatCount(limit), formatCount(window), model.name] });
    } else {
      const step = dearerStep(model, estimate);
      if (step) {
        const values = [formatCount(step.tier.above), model.name, formatUsd(step.tier.input ?? 0), formatUsd(step.base.input ?? 0)];
        report({ span, severity: 'warning', message: 'tier', values });
      }
    }
  },
} satisfies Rule;

/** The price step that the input surely reaches, where it costs more than the first. */
function dearerStep(model: Model, estimate: Estimate): { base: PriceTier; tier: PriceTier } | null {
  const [base, ...steps] = model.price?.tiers ?? [];
  const tier = steps.filter((step) => estimate.input.low > step.above).at(-1);
  return base && tier && (tier.input ?? 0) > (base.input ?? 0) ? { base, tier } : null;
}

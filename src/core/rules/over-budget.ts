import { formatCount, formatUsd } from './helpers/money';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'over-budget',
    severity: 'warning',
    atCaller: true,
    fixable: false,
    description: 'A prompt above its budget in tokens, or a file above its budget in USD.',
    messages: {
      tokens: 'This prompt has {0} tokens; the budget is {1}.',
      usd: 'The calls of this file cost {0} together, each called once; the budget is {1}. This one costs most: {2}.',
    },
  },
  checkPrompt(prompt, { settings, report }) {
    const budget = settings.budgetTokens;
    if (budget === null || prompt.count.low <= budget) return;
    report({ span: prompt.span, message: 'tokens', values: [formatCount(prompt.count.tokens), formatCount(budget)] });
  },
  checkFile({ settings, calls, estimates, report }) {
    const budget = settings.budgetUsd;
    const costs = estimates.map((estimate) => estimate.cost?.perCall ?? 0);
    const sum = costs.reduce((total, cost) => total + cost, 0);
    if (budget === null || sum <= budget) return;
    const most = Math.max(...costs);
    const dearest = calls[costs.indexOf(most)];
    if (dearest) report({ span: dearest.nameSpan, cell: dearest.cell, message: 'usd', values: [formatUsd(sum), formatUsd(budget), formatUsd(most)] });
  },
} satisfies Rule;

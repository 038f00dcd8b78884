import type { StatedLimit } from '../config';
import { formatCount, formatUsd } from './helpers/money';
import type { Rule, RuleContext } from './rule';

export default {
  meta: {
    id: 'over-budget',
    severity: 'warning',
    atCaller: true,
    fixable: false,
    description:
      'A request above what the project allows it in USD or tokens, requests above what they may cost in a month, or a prompt above its budget.',
    messages: {
      call: 'This call typically costs {0}; the budget is {1} a call ({2} in {3}).',
      input: 'This call sends about {0} input tokens; the budget is {1} ({2} in {3}).',
      month: 'The calls of this file that {2} in {3} names cost {0} a month; the budget is {1}. This one costs most: {4}.',
      tokens: 'This prompt has {0} tokens; the budget is {1}.',
      usd: 'The calls of this file cost {0} together, each called once; the budget is {1}. This one costs most: {2}.',
    },
  },
  checkCall(call, estimate, { budgetOf, ownCost, report }) {
    const budget = budgetOf(call);
    if (!budget) return;
    const { usdPerCall, tokens } = budget;
    const usd = ownCost(call, estimate)?.perCall ?? 0;
    const sent = estimate.input.tokens + estimate.input.placeholderTokens;
    if (usdPerCall && usd > usdPerCall.limit)
      report({ span: call.nameSpan, message: 'call', values: [...aboveBudget(usd, usdPerCall.limit), ...placeOf(usdPerCall)] });
    if (tokens && sent > tokens.limit)
      report({ span: call.nameSpan, message: 'input', values: [formatCount(sent), formatCount(tokens.limit), ...placeOf(tokens)] });
  },
  checkPrompt(prompt, { settings, report }) {
    const budget = settings.budgetTokens;
    if (budget === null || prompt.count.low <= budget) return;
    report({ span: prompt.span, message: 'tokens', values: [formatCount(prompt.count.tokens), formatCount(budget)] });
  },
  checkFile(context) {
    checkOnce(context);
    checkMonths(context);
  },
} satisfies Rule;

/** Both figures, with more digits where they would read alike. */
function aboveBudget(usd: number, limit: number): string[] {
  const [sum, most] = [formatUsd(usd), formatUsd(limit)];
  return sum === most ? [`$${usd.toPrecision(4)}`, `$${limit}`] : [sum, most];
}

/** As it is named to people: the glob, and the project file. */
const placeOf = ({ match, from }: StatedLimit): string[] => [match, from];

function checkOnce({ settings, calls, estimates, ownCost, report }: RuleContext): void {
  const budget = settings.budgetUsd;
  const costs = calls.map((call, index) => ownCost(call, estimates[index]!)?.perCall ?? 0);
  const sum = costs.reduce((total, cost) => total + cost, 0);
  if (budget === null || sum <= budget) return;
  const most = Math.max(...costs);
  const dearest = calls[costs.indexOf(most)];
  if (dearest) report({ span: dearest.nameSpan, cell: dearest.cell, message: 'usd', values: [...aboveBudget(sum, budget), formatUsd(most)] });
}

/** A budget a month is for all calls together that its statement names. */
function checkMonths({ calls, estimates, budgetOf, ownCost, monthly, report }: RuleContext): void {
  const byStatement = new Map<string, { stated: StatedLimit; months: { index: number; usd: number }[] }>();
  calls.forEach((call, index) => {
    const estimate = estimates[index]!;
    const stated = budgetOf(call)?.usdPerMonth;
    const cost = ownCost(call, estimate);
    const usd = cost && monthly(cost.perCall, estimate);
    if (!stated || usd === null) return;
    const key = JSON.stringify(placeOf(stated));
    const entry = byStatement.get(key) ?? { stated, months: [] };
    entry.months.push({ index, usd });
    byStatement.set(key, entry);
  });
  for (const { stated, months } of byStatement.values()) {
    const sum = months.reduce((total, { usd }) => total + usd, 0);
    if (sum <= stated.limit) continue;
    const dearest = months.reduce((most, one) => (one.usd > most.usd ? one : most));
    const { nameSpan: span, cell } = calls[dearest.index]!;
    report({ span, cell, message: 'month', values: [...aboveBudget(sum, stated.limit), ...placeOf(stated), formatUsd(dearest.usd)] });
  }
}

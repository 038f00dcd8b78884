import type { Estimate, Fix, Request } from '../types';
import { quickFix } from './helpers/fix';
import { isLimitHidden, limitFor, limitName, limitTitle } from './helpers/limits';
import { generates, modelOf } from './helpers/models';
import { formatCount, formatUsd } from './helpers/money';
import type { Rule, RuleContext } from './rule';

export default {
  meta: {
    id: 'missing-output-limit',
    severity: 'information',
    fixable: true,
    description: 'A call that generates text without an output limit.',
    messages: {
      plain: 'No output limit: {0} is not set.',
      priced: 'No output limit: one answer can run to {0} tokens, {1}. Set {2}.',
    },
  },
  checkCall(call, estimate, context) {
    const name = limitName(call, context);
    if (!generates(call) || !name || call.limitRequired || call.openParameters || call.outputLimit.kind !== 'none') return;
    if (isLimitHidden(context.text, call, name)) return;
    const most = modelOf(estimate)?.maxOutput ?? null;
    const worst = most === null ? null : context.usdOf(estimate, 'output', most);
    context.report({
      span: call.nameSpan,
      severity: call.inLoop || call.inIndirectLoop ? 'warning' : undefined,
      ...(most === null || worst === null
        ? { message: 'plain', values: [shown(name)] }
        : { message: 'priced', values: [formatCount(most), formatUsd(worst), shown(name)] }),
      fixes: fixes(call, estimate, name, context),
    });
  },
} satisfies Rule;

const shown = (name: string) => name.replace(/^\d+\./, '');

function fixes(call: Request, estimate: Estimate, name: string, context: RuleContext): Fix[] {
  const tokens = limitFor(estimate, context);
  const edit = tokens === null ? null : context.addArgument(call, name, String(tokens));
  return tokens === null ? [] : quickFix(limitTitle(estimate, tokens, context), [edit], { preferred: true });
}

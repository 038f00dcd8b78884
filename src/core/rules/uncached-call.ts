import { hasTools } from '../calls/parts';
import { parameterOf } from './helpers/facts';
import { generates } from './helpers/models';
import { formatUsd } from './helpers/money';
import { changesState } from './helpers/purity';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'uncached-call',
    severity: 'information',
    fixable: true,
    description: 'A call with temperature 0 whose answers are not kept.',
    messages: {
      plain: 'Temperature 0: the same input gives much the same answer. A response cache makes repeats free.',
      priced: 'Temperature 0: the same input gives much the same answer. A response cache makes repeats free; each costs about {0} now.',
    },
  },
  checkCall(call, estimate, { text, act, report }) {
    if (!generates(call) || call.cached || call.stream || hasTools(call) || call.openParameters || changesState(text, call)) return;
    if (parameterOf(text, call, 'temperature', 'config.temperature', 'generation_config.temperature', 'options.temperature') !== 0) return;
    const cost = estimate.cost?.perCall;
    const message = cost ? { message: 'priced', values: [formatUsd(cost)] } : { message: 'plain' };
    report({ span: call.nameSpan, ...message, fixes: act('response-cache', call) });
  },
} satisfies Rule;

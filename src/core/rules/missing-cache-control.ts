import { cacheDiscount, isAnthropic, isRepeated, staticPrefix } from './helpers/caching';
import { cacheBand, modelOf } from './helpers/models';
import { formatCount, formatUsd } from './helpers/money';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'missing-cache-control',
    severity: 'warning',
    fixable: true,
    description: 'A long static prefix that Anthropic could cache, without a cache breakpoint.',
    messages: {
      plain: '{0} tokens are the same on every call and are not cached.',
      priced: '{0} tokens are the same on every call and are not cached: about {1} a month at {2} calls a day.',
    },
  },
  checkCall(call, estimate, context) {
    const model = modelOf(estimate);
    const band = model && cacheBand(model);
    if (!isAnthropic(call) || !band || call.promptCache || call.openParameters || !isRepeated(call)) return;
    const tokens = staticPrefix(call, context, estimate);
    if (tokens < band.most) return;
    const discount = cacheDiscount(estimate);
    const monthly = discount === null ? null : context.monthly(model, { input: tokens * discount });
    context.report({
      span: call.nameSpan,
      ...(monthly === null
        ? { message: 'plain', values: [formatCount(tokens)] }
        : { message: 'priced', values: [formatCount(tokens), formatUsd(monthly), formatCount(context.settings.callsPerDay!)] }),
      fixes: context.act('provider-cache', call),
    });
  },
} satisfies Rule;

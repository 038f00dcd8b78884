import { isAnthropic, isRepeated, staticPrefix } from './helpers/caching';
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
      priced:
        '{0} tokens are the same on every call and are not cached. A breakpoint adds {1} to the first call and saves {2} on each that follows within 5 minutes: it pays when more than {3} % do.',
    },
  },
  checkCall(call, estimate, context) {
    const model = modelOf(estimate);
    const band = model && cacheBand(model);
    if (!isAnthropic(call) || !band || call.promptCache || call.openParameters || !isRepeated(call)) return;
    const tokens = staticPrefix(call, context, estimate);
    if (tokens < band.most) return;
    const [now, written, read] = (['input', 'cacheWrite', 'cacheRead'] as const).map((unit) => context.usdOf(estimate, unit, tokens));
    const known = now && written && read && read < now;
    context.report({
      span: call.nameSpan,
      ...(known
        ? { message: 'priced', values: [formatCount(tokens), formatUsd(written - now), formatUsd(now - read), breakEven(now, written, read)] }
        : { message: 'plain', values: [formatCount(tokens)] }),
      fixes: context.act('provider-cache', call),
    });
  },
} satisfies Rule;

/** The share of calls, in percent, that must find the cache filled so that writing it pays. */
const breakEven = (now: number, written: number, read: number): number => Math.round(((written - now) * 100) / (written - read));

import { hasTools } from '../calls/parts';
import { isAnthropic } from './helpers/caching';
import { cacheBand, modelOf } from './helpers/models';
import { formatCount } from './helpers/money';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'cache-below-minimum',
    severity: 'information',
    fixable: false,
    description: 'A cache breakpoint on a prefix that is too short to be cached.',
    messages: { short: 'The prefix has about {0} tokens; {1} caches from {2} on. {3} are missing, and the breakpoint does nothing.' },
  },
  checkCall(call, estimate, { report }) {
    const model = modelOf(estimate);
    const band = model && cacheBand(model);
    const { tokens, high } = estimate.input;
    if (!isAnthropic(call) || !band || !call.promptCache || hasTools(call) || call.openParameters) return;
    if (estimate.input.placeholders || high === null || high >= band.least) return;
    report({
      span: call.nameSpan,
      message: 'short',
      values: [formatCount(tokens), model.name, formatCount(band.least), formatCount(band.least - tokens)],
    });
  },
} satisfies Rule;

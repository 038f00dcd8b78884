import { countBreakpoints, isAnthropic } from './helpers/caching';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'too-many-breakpoints',
    severity: 'error',
    fixable: false,
    description: 'More cache breakpoints than the API takes.',
    messages: { many: '{0} cache breakpoints: the API takes {1}.' },
    options: { maximum: { default: 4, description: 'Breakpoints that one request may have.', schema: { type: 'integer', minimum: 1 } } },
  },
  checkCall(call, _estimate, { text, options, report }) {
    const found = isAnthropic(call) ? countBreakpoints(text, call) : 0;
    if (found > Number(options.maximum)) report({ span: call.nameSpan, message: 'many', values: [found, Number(options.maximum)] });
  },
} satisfies Rule;

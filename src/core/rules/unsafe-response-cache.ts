import { parameterOf } from './helpers/facts';
import { generates } from './helpers/models';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'unsafe-response-cache',
    severity: 'warning',
    fixable: false,
    description: 'A response cache around a call whose answers are meant to vary.',
    messages: {
      varies: 'The answers are cached, but temperature {0} asks for varied ones: everyone gets the first. Use temperature 0, or no cache.',
    },
  },
  checkCall(call, _estimate, { text, report }) {
    const temperature = call.cached && generates(call) ? parameterOf(text, call, 'temperature') : undefined;
    if (typeof temperature === 'number' && temperature > 0) report({ span: call.nameSpan, message: 'varies', values: [temperature] });
  },
} satisfies Rule;

import { cacheKeyOf, widenKey } from './helpers/cacheKeys';
import { findArgument, parameterOf } from './helpers/facts';
import { quickFix } from './helpers/fix';
import { generates } from './helpers/models';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'unsafe-response-cache',
    severity: 'warning',
    fixable: true,
    description: 'A response cache that gives one call the answer of another, or of which the answers are meant to vary.',
    messages: {
      varies: 'The answers are cached, but temperature {0} asks for varied ones: everyone gets the first. Use temperature 0, or no cache.',
      narrow: 'The key of this cache leaves out {0}: calls that differ in it get the same answer.',
    },
  },
  checkCall(call, _estimate, { text, language, report }) {
    if (!generates(call)) return;
    const temperature = call.cached ? parameterOf(text, call, 'temperature') : undefined;
    if (typeof temperature === 'number' && temperature > 0) {
      const argument = findArgument(text, call, 'temperature');
      const edit = argument?.value.kind === 'number' ? { ...argument.value.span, text: '0' } : null;
      report({ span: call.nameSpan, message: 'varies', values: [temperature], fixes: quickFix('Set the temperature to 0', [edit]) });
    }
    const key = cacheKeyOf(text, call);
    if (!key?.missing.length) return;
    const names = key.missing.join(', ');
    const edit = widenKey(text, key, language?.ecosystem);
    report({ span: key.value.span, message: 'narrow', values: [names], fixes: quickFix(`Add ${names} to the key`, [edit], { preferred: true }) });
  },
} satisfies Rule;

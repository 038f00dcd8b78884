import { outputUsd } from '../calls/bill';
import type { Request } from '../types';
import { replaceNumber } from './edits';
import { argumentsOf, literalOf, namedParts, resolve, sameName } from './helpers/facts';
import { quickFix } from './helpers/fix';
import { generates } from './helpers/models';
import { formatUsd } from './helpers/money';
import type { Rule } from './rule';

const names = ['n', 'best_of', 'candidate_count', 'num_generations'];
const parents = ['config', 'generation_config'];

export default {
  meta: {
    id: 'multiple-choices',
    severity: 'information',
    fixable: true,
    description: 'A call that asks for several answers at once.',
    messages: {
      plain: '{0} answers are written and billed.',
      priced: '{0} answers are written and billed: about {1} a call more than one.',
    },
  },
  checkCall(call, estimate, { text, report }) {
    if (!generates(call)) return;
    const top = argumentsOf(text, call.fact);
    const nested = top
      .filter(({ name }) => parents.some((parent) => sameName(parent, name)))
      .flatMap(({ value }) => namedParts(text, resolve(value, call.fact.scope), call.fact.scope));
    for (const argument of [...top, ...nested]) {
      const count = names.some((name) => sameName(name, argument.name)) ? literalOf(argument.value, call.fact.scope) : null;
      if (typeof count !== 'number' || count < 2) continue;
      const more = costOfMore(call, outputUsd(estimate) ?? 0, count);
      report({
        span: argument.span,
        message: more ? 'priced' : 'plain',
        values: more ? [count, formatUsd(more)] : [count],
        fixes: quickFix('Ask for one answer', [replaceNumber(text, argument.value.span, 1)], { preferred: true }),
      });
    }
  },
} satisfies Rule;

/** What all answers but one cost, whether or not the estimate has them all. */
function costOfMore({ parameters }: Request, written: number, count: number): number {
  const known = [...parameters].some(([name, value]) => names.includes(name) && value === count);
  return known ? written * (1 - 1 / count) : written * (count - 1);
}

import type { CallFact } from '../facts';
import type { CallSite } from '../types';
import { contains, functionOf, pathOf } from './helpers/facts';
import type { Rule, RuleContext } from './rule';

const fanOut = /^(?:Promise\.(?:all|allSettled)|asyncio\.gather|gather|Task\.WhenAll)$/;
const limiter = /p-?limit|p-?map|p-?queue|semaphore|limiter|throttle|bottleneck|concurrency|max_workers/i;

const related = 'Started here';

export default {
  meta: {
    id: 'unlimited-concurrency',
    severity: 'hint',
    fixable: false,
    description: 'As many calls at once as there are items.',
    messages: {
      related,
      all: 'All calls start at once: expect rate-limit errors and paid retries. Let {0} run at a time.',
    },
  },
  checkCall(call, _estimate, { text, facts, settings, report }) {
    if (!facts || (!call.loops.length && !functionOf(call.fact.scope))) return;
    const all = facts.calls.find((fact) => fanOut.test(pathOf(fact.callee)) && fansOut(fact, call, { text, facts }));
    if (all && !limiter.test(text))
      report({ span: call.nameSpan, message: 'all', values: [settings.concurrency], related: [{ span: all.span, message: related }] });
  },
} satisfies Rule;

/** Does this gathering start the call once per item, by itself or through the function that holds the call? */
function fansOut(all: CallFact, call: CallSite, { text, facts }: Pick<RuleContext, 'text' | 'facts'>): boolean {
  if (contains(all.span, call.span)) return call.loops.some((loop) => contains(all.span, loop.span));
  const name = functionOf(call.fact.scope)?.name;
  if (!name) return false;
  const inside = facts?.calls.some(
    (fact) => contains(all.span, fact.span) && fact.loops.length > 0 && pathOf(fact.callee).split('.').at(-1) === name,
  );
  return inside || new RegExp(`\\.map\\(\\s*${name}\\s*\\)`).test(text.slice(all.span.start, all.span.end));
}

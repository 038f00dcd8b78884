import type { CallFact, Expr, Facts } from '../facts';
import type { Request } from '../types';
import { callsIn, contains, functionOf, pathOf } from './helpers/facts';
import type { Rule, RunContext } from './rule';

const fanOut = /^(?:Promise\.(?:all|allSettled)|asyncio\.gather|gather|Task\.WhenAll)$/;
const limiter = /p-?limit|p-?map|p-?queue|semaphore|limiter|throttle|bottleneck|concurrency|max_workers/i;

const related = 'Started here';

export default {
  meta: {
    id: 'unlimited-concurrency',
    severity: 'hint',
    atCaller: true,
    fixable: true,
    description: 'As many calls at once as there are items.',
    messages: {
      related,
      all: 'All calls start at once: expect rate-limit errors and paid retries. Let {0} run at a time.',
    },
  },
  checkCall(call, _estimate, { facts, settings, once, act, report, text }) {
    if (!facts || (!call.loops.length && !functionOf(call.fact.scope))) return;
    const all = once(gatherings).find((fact) => fansOut(fact, call, facts, text));
    if (all && !once(isLimited))
      report({
        span: call.nameSpan,
        message: 'all',
        values: [settings.concurrency],
        related: [{ span: all.span, message: related }],
        fixes: act('rate-limiter', call),
      });
  },
} satisfies Rule;

/** The calls that start many things at once. */
const gatherings = ({ facts }: RunContext): CallFact[] => facts?.calls.filter(({ callee }) => ends(callee) && fanOut.test(pathOf(callee))) ?? [];
/** Seen before the whole path is put together: few calls of a file end so. */
const ends = (callee: Expr): boolean =>
  /^(?:all|allSettled|gather|WhenAll)$/.test(callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : 'all');
const isLimited = ({ text }: RunContext): boolean => limiter.test(text);

/** Does this gathering start the call once per item, by itself or through the function that holds the call? */
function fansOut(all: CallFact, call: Request, facts: Facts, text: string): boolean {
  if (contains(all.span, call.span)) return call.loops.some((loop) => contains(all.span, loop.span));
  const name = functionOf(call.fact.scope)?.name;
  if (!name) return false;
  const inside = callsIn(facts, all.span).some((fact) => fact.loops.length > 0 && pathOf(fact.callee).split('.').at(-1) === name);
  return inside || new RegExp(`\\.map\\(\\s*${name}\\s*\\)`).test(text.slice(all.span.start, all.span.end));
}

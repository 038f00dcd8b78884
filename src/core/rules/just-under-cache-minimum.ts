import { hasTools, hasUnreadMessages } from '../calls/parts';
import type { Estimate, Request, TokenCount } from '../types';
import { cacheDiscount, isRepeated, systemPrompts } from './helpers/caching';
import { cacheBand, generates, modelOf } from './helpers/models';
import { formatCount, formatUsd } from './helpers/money';
import type { Rule, RuleContext } from './rule';

export default {
  meta: {
    id: 'just-under-cache-minimum',
    severity: 'hint',
    fixable: false,
    description: 'A static prefix that is a little too short to be cached.',
    messages: {
      automatic:
        'The first {0} tokens never change; {1} caches from {2} on. With {3} more (examples, say) they would cost about {4} instead of {5} per 1,000 calls.',
      marked:
        'The first {0} tokens never change; {1} caches from {2} on. With {3} more and a breakpoint they would cost about {4} instead of {5} per 1,000 calls.',
    },
    options: {
      percent: {
        default: 70,
        description: 'Share of the minimum from which a prefix is nearly long enough, in percent.',
        schema: { type: 'number', minimum: 1, maximum: 100 },
      },
    },
  },
  checkCall(call, estimate, context) {
    const model = modelOf(estimate);
    const band = model && cacheBand(model);
    const discount = cacheDiscount(estimate);
    if (!band || discount === null || !generates(call) || hasTools(call) || call.openParameters || !isRepeated(call)) return;
    if (!/^(?:openai|azure|anthropic)/.test(call.provider) || (call.provider === 'anthropic' && call.promptCache)) return;
    const prefix = fixedPrefix(call, estimate, context);
    if (!prefix || prefix.high >= band.least || prefix.tokens * 100 < band.most * Number(context.options.percent)) return;
    const now = context.usdOf(estimate, 'input', prefix.tokens * 1000);
    const then = context.usdOf(estimate, 'cacheRead', band.most * 1000);
    if (now === null || then === null || then >= now) return;
    context.report({
      span: call.nameSpan,
      message: call.provider === 'anthropic' ? 'marked' : 'automatic',
      values: [
        formatCount(prefix.tokens),
        model.name,
        formatCount(band.most),
        formatCount(band.most - prefix.tokens),
        formatUsd(then),
        formatUsd(now),
      ],
    });
  },
} satisfies Rule;

/** The static text before the first thing that changes, over all messages in the order sent; null where nothing is known to change. */
function fixedPrefix(call: Request, estimate: Estimate, { prompts, count }: RuleContext): { tokens: number; high: number } | null {
  const system = systemPrompts(call, prompts);
  const others = call.prompts.flatMap((index) => prompts[index] ?? []).filter((prompt) => !system.includes(prompt));
  const sum = { tokens: 0, high: 0 };
  const add = ({ tokens, high }: TokenCount) => {
    sum.tokens += tokens;
    sum.high += high;
  };
  // What can't be read may stand before the messages that can
  const unread = hasUnreadMessages(call);
  for (const prompt of unread ? system : [...system, ...others]) {
    const end = prompt.segments.findIndex(({ kind }) => kind === 'placeholder');
    if (end < 0) {
      add(prompt.count);
      continue;
    }
    const text = prompt.segments.slice(0, end).map((segment) => (segment.kind === 'text' ? segment.text : ''));
    add(count(text.join(''), modelOf(estimate)));
    return sum;
  }
  return unread ? sum : null;
}

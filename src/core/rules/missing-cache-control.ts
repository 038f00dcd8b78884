import type { CallSite } from '../types';
import { cacheDiscount, isAnthropic, isRepeated, staticPrefix } from './helpers/caching';
import { findArgument } from './helpers/facts';
import { quickFix } from './helpers/fix';
import { cacheBand, modelOf } from './helpers/models';
import { formatCount, formatUsd } from './helpers/money';
import type { Rule, RuleContext } from './rule';

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
        : { message: 'priced', values: [formatCount(tokens), formatUsd(monthly), formatCount(context.settings.callsPerDay)] }),
      fixes: fixes(call, context),
    });
  },
} satisfies Rule;

/** Writes the system text as a block with a breakpoint. */
function fixes(call: CallSite, { text, language }: RuleContext) {
  const system = findArgument(text, call, 'system');
  const kind = language?.ecosystem;
  const plain = system && (system.value.kind === 'string' || system.value.kind === 'name' || system.value.kind === 'member');
  if (!plain || (kind !== 'python' && kind !== 'javascript')) return [];
  const { start, end } = system.value.span;
  const source = text.slice(start, end);
  const written =
    kind === 'python'
      ? `[{"type": "text", "text": ${source}, "cache_control": {"type": "ephemeral"}}]`
      : `[{ type: 'text', text: ${source}, cache_control: { type: 'ephemeral' } }]`;
  const shorthand = text.slice(system.span.start, system.span.end) === system.name;
  return quickFix('Cache the system prompt', [{ start, end, text: shorthand ? `${source}: ${written}` : written }], { preferred: true });
}

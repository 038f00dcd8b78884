import type { Model, Request } from '../types';
import { replaceNumber } from './edits';
import { parameterOf } from './helpers/facts';
import { quickFix } from './helpers/fix';
import { reasoningRoom } from './helpers/limits';
import { generates, modelOf } from './helpers/models';
import { formatCount } from './helpers/money';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'output-limit-too-small',
    severity: 'warning',
    fixable: true,
    description: 'A limit that leaves a reasoning model no room to think and answer.',
    messages: { small: '{0} reasons within its limit of {1} tokens: the answer may come back empty, and the reasoning is billed.' },
    options: {
      minimumTokens: { default: 2000, description: 'Least limit for a model that reasons.', schema: { type: 'integer', minimum: 1 } },
    },
  },
  checkCall(call, estimate, { text, options, report }) {
    const model = modelOf(estimate);
    const limit = call.outputLimit;
    const wanted = Number(options.minimumTokens);
    if (!generates(call) || !model || limit.kind !== 'value' || limit.tokens >= wanted || limit.tokens <= 1 || !reasons(text, call, model)) return;
    const raised = Math.min(Math.max(wanted, reasoningRoom), model.maxOutput ?? Number.POSITIVE_INFINITY);
    report({
      span: limit.span,
      message: 'small',
      values: [model.name, formatCount(limit.tokens)],
      fixes: quickFix(`Raise the limit to ${formatCount(raised)} tokens`, [replaceNumber(text, limit.span, raised)], { preferred: true }),
    });
  },
} satisfies Rule;

/** Told not to think, wherever in the call it stands. */
const thoughtless = /(?:effort|thinking_?level)["']?\s*[:=(]\s*["']?(?:\w+\.)*(?:minimal|none)\b|thinking_?budget["']?\s*[:=(]\s*0\b/i;

/** Claude and Flash-Lite think only when asked to; the others do unless they are told not to. A limit of one token asks for no answer. */
function reasons(text: string, call: Request, model: Model): boolean {
  if (call.openParameters) return false;
  if (call.provider === 'anthropic') return parameterOf(text, call, 'thinking.type') === 'enabled';
  if (!model.reasoning || /flash-lite/.test(model.name) || thoughtless.test(text.slice(call.span.start, call.span.end))) return false;
  const effort = parameterOf(text, call, 'reasoning_effort', 'reasoning.effort');
  const budget = parameterOf(text, call, 'config.thinking_config.thinking_budget', 'thinking_budget');
  return effort !== 'minimal' && effort !== 'none' && budget !== 0;
}

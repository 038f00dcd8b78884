import type { Estimate, Request } from '../types';
import { replaceNumber } from './edits';
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
    if (!generates(call) || !model || limit.kind !== 'value' || limit.tokens >= wanted || limit.tokens <= 1 || !reasons(call, estimate)) return;
    const raised = Math.min(Math.max(wanted, reasoningRoom), model.maxOutput ?? Number.POSITIVE_INFINITY);
    report({
      span: limit.span,
      message: 'small',
      values: [model.name, formatCount(limit.tokens)],
      fixes: quickFix(`Raise the limit to ${formatCount(raised)} tokens`, [replaceNumber(text, limit.span, raised)], { preferred: true }),
    });
  },
} satisfies Rule;

/** Told to think no more than it has to. */
const LEAST = /minimal|none/i;

function effortOf({ parameters }: Request): unknown {
  const [reasoning, thinking, config] = ['reasoning', 'thinking_config', 'config'].map((name) => parameters.get(name));
  const inner = (value: unknown, ...keys: string[]) =>
    keys.map((key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined)).find(Boolean);
  return (
    parameters.get('reasoning_effort') ??
    parameters.get('effort') ??
    inner(reasoning, 'effort') ??
    inner(thinking ?? config, 'thinking_level', 'thinkingLevel')
  );
}

/** Does the model think within its limit, asked to or by itself? A limit of one token asks for no answer. */
function reasons(call: Request, estimate: Estimate): boolean {
  if (call.openParameters || LEAST.test(String(effortOf(call)))) return false;
  return estimate.lines.some(({ unit, quantity }) => unit === 'reasoning' && (quantity.likely ?? 0) > 0);
}

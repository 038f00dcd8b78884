import { allParts } from '../calls/parts';
import type { JsonValue, Model, Request, Span } from '../types';
import { replaceNumber } from './edits';
import { quickFix } from './helpers/fix';
import { modelOf } from './helpers/models';
import { formatCount } from './helpers/money';
import type { Report, Rule, RuleContext } from './rule';

/** Least output limit of OpenAI's Responses API. Source: its API reference, 2026-12-01. */
const LEAST_RESPONSE = 16;
/** Most tokens that Anthropic's SDKs send for without a stream or a timeout of one's own. Source: their READMEs, 2026-12-01. */
const MOST_UNSTREAMED = 21_333;
/** Claude models that take adaptive thinking alone: from 4.7 on, and the families 5. Source: Anthropic's guide on thinking, 2026-12-01. */
const ADAPTIVE_ONLY = /^claude-(?:(?:opus|sonnet|haiku)-(?:4-[7-9]|[5-9])|fable|mythos)/;

export default {
  meta: {
    id: 'refused-request',
    severity: 'error',
    fixable: true,
    description: 'A request that the API or its SDK refuses.',
    messages: {
      least: 'The Responses API takes no limit below {0}.',
      budget: 'A thinking budget of {0} tokens has to be below the output limit of {1}.',
      ttl: 'A breakpoint for 1h (an hour) has to stand before those for five minutes.',
      unstreamed: 'Above {0} tokens of output the SDK asks for a stream.',
      adaptive: '{0} takes no thinking of a fixed budget: use adaptive thinking.',
    },
  },
  checkCall(call, estimate, context) {
    const refusals = [tooLow(call, context), overBudget(call), ttlOrder(call), unstreamed(call), fixedBudget(call, modelOf(estimate))];
    for (const refusal of refusals) if (refusal) context.report(refusal);
  },
} satisfies Rule;

function tooLow({ api, outputLimit: limit, provider }: Request, { text }: RuleContext): Report | null {
  const own = provider.startsWith('openai') || provider.startsWith('azure');
  if (api !== 'openai.responses' || !own || limit.kind !== 'value' || limit.tokens >= LEAST_RESPONSE) return null;
  const fixes = quickFix(`Raise the limit to ${LEAST_RESPONSE} tokens`, [replaceNumber(text, limit.span, LEAST_RESPONSE)], { preferred: true });
  return { span: limit.span, message: 'least', values: [LEAST_RESPONSE], fixes };
}

/** Anthropic counts thinking in the limit; so a budget as large as the limit leaves no answer. */
function overBudget(call: Request): Report | null {
  const { outputLimit: limit } = call;
  const budget = numberAt(call.parameters.get('thinking'), 'budget_tokens', 'budgetTokens');
  if (!isClaude(call) || budget === null || limit.kind !== 'value' || budget < limit.tokens) return null;
  return { span: limit.span, message: 'budget', values: [formatCount(budget), formatCount(limit.tokens)] };
}

function ttlOrder(call: Request): Report | null {
  let short: Span | null = null;
  for (const { breakpoint } of isClaude(call) ? allParts(call.parts) : []) {
    if (breakpoint?.ttl === '5m') short ??= breakpoint.span;
    else if (breakpoint && short) return { span: breakpoint.span, message: 'ttl', related: [] };
  }
  return null;
}

function unstreamed({ sdk, api, stream, outputLimit: limit, parameters, openParameters }: Request): Report | null {
  if (sdk !== 'anthropic' || api !== 'anthropic.messages' || stream || openParameters || parameters.has('timeout')) return null;
  return limit.kind === 'value' && limit.tokens > MOST_UNSTREAMED
    ? { span: limit.span, message: 'unstreamed', values: [formatCount(MOST_UNSTREAMED)] }
    : null;
}

function fixedBudget(call: Request, model: Model | null): Report | null {
  const thinking = call.parameters.get('thinking');
  const enabled = isObject(thinking) && thinking.type === 'enabled';
  return model && isClaude(call) && enabled && ADAPTIVE_ONLY.test(model.name)
    ? { span: call.nameSpan, message: 'adaptive', values: [model.name] }
    : null;
}

const isClaude = ({ provider, api }: Request): boolean => provider === 'anthropic' || api === 'anthropic.messages';
const isObject = (value: JsonValue | undefined): value is { [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function numberAt(value: JsonValue | undefined, ...keys: string[]): number | null {
  for (const key of isObject(value) ? keys : []) {
    const found = (value as { [key: string]: JsonValue })[key];
    if (typeof found === 'number') return found;
  }
  return null;
}

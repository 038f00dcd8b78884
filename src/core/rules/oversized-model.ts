import { hasTools } from '../calls/parts';
import { literalSpan } from './edits';
import { askedText } from './helpers/asks';
import { quickFix } from './helpers/fix';
import { generates, modelOf, nameLike } from './helpers/models';
import { smallerTier } from './helpers/tiers';
import type { Rule } from './rule';

const simple =
  /\b(?:classif\w+|categori[sz]e|category|extract|label|sentiment|yes or no|true or false|detect|intent|spam|tag|route|one word|single word)\b/i;

export default {
  meta: {
    id: 'oversized-model',
    severity: 'hint',
    fixable: true,
    description: 'A dear model on a short, simple task.',
    messages: { dear: 'A short task for {0}. {1} costs {2} times less; whether it is good enough, only your tests can say.' },
    options: {
      maximumInput: { default: 600, description: 'Static input tokens up to which a task is short.', schema: { type: 'integer', minimum: 1 } },
      maximumOutput: { default: 200, description: 'Output limit up to which an answer is short.', schema: { type: 'integer', minimum: 1 } },
      ratio: { default: 5, description: 'How many times less the other model must cost.', schema: { type: 'number', minimum: 1 } },
    },
  },
  checkCall(call, estimate, context) {
    const { text, prompts, options, report } = context;
    const model = modelOf(estimate);
    const limit = call.outputLimit;
    const short = limit.kind === 'value' && limit.tokens <= Number(options.maximumOutput) && estimate.input.tokens <= Number(options.maximumInput);
    if (!model || !generates(call) || call.model === null || !short || hasTools(call) || !simple.test(askedText(call, prompts))) return;
    const needs = { ratio: Number(options.ratio), reasoning: true, input: estimate.input.tokens, output: limit.tokens };
    const other = smallerTier(model, context.modelsOf(model.provider), context.today, needs);
    const then = other && context.estimateWith(call, other)?.cost;
    // By the bill of this very call: a picture or another tokenizer may turn it round.
    const times = then && estimate.cost && then.perCall > 0 ? estimate.cost.perCall / then.perCall : 0;
    if (!other || times < needs.ratio) return;
    const name = nameLike(call.model, other.name);
    // A model that thinks would spend so small a limit on thinking.
    const fits = other.reasoning === model.reasoning;
    const literal = fits && call.modelSpan && literalSpan(text, call.modelSpan, call.model);
    report({
      span: call.modelSpan ?? call.nameSpan,
      message: 'dear',
      values: [model.name, other.name, Math.floor(times)],
      fixes: [...(literal ? quickFix(`Use ${name}`, [{ ...literal, text: name }]) : []), ...context.act('router', call)],
    });
  },
} satisfies Rule;

import type { Estimate } from '../types';
import { literalSpan } from './edits';
import { compareVersions, dominates, versionOf } from './helpers/dominance';
import { quickFix } from './helpers/fix';
import { baseTier, generates, isStaying, modelOf, nameLike } from './helpers/models';
import { formatUsd } from './helpers/money';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'dominated-model',
    severity: 'information',
    fixable: true,
    description: 'A newer model of the same family costs less and takes no less.',
    messages: { better: '{0} is newer than {1}, takes no less, and costs {2} / {3} instead of {4} / {5} per million tokens.' },
  },
  checkCall(call, estimate, { text, today, modelsOf, estimateWith, report }) {
    const model = modelOf(estimate);
    if (!model || call.model === null || !generates(call) || model.lifecycle.state !== 'active') return;
    const better = modelsOf(model.provider)
      .filter((other) => isStaying(other, today) && dominates(other, model) && costsLess(estimateWith(call, other), estimate))
      .sort((a, b) => compareVersions(versionOf(b.name), versionOf(a.name)) || (a.name < b.name ? -1 : 1))[0];
    const [now, then] = [baseTier(model), better && baseTier(better)];
    if (!better || !now || !then) return;
    const prices = [then.input, then.output, now.input, now.output].map((price) => formatUsd(price ?? 0));
    const name = nameLike(call.model, better.name);
    const literal = call.modelSpan && literalSpan(text, call.modelSpan, call.model);
    report({
      span: call.modelSpan ?? call.nameSpan,
      message: 'better',
      values: [better.name, call.model, ...prices],
      fixes: literal ? quickFix(`Use ${name}`, [{ ...literal, text: name }]) : [],
    });
  },
} satisfies Rule;

/** By the bill of this very call: a newer tokenizer may make more tokens of it. */
const costsLess = (other: Estimate | null, own: Estimate): boolean => !!other?.cost && !!own.cost && other.cost.perCall < own.cost.perCall;

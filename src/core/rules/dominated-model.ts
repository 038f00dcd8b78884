import type { Model } from '../types';
import { literalSpan } from './edits';
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
  checkCall(call, estimate, { text, today, modelsOf, report }) {
    const model = modelOf(estimate);
    if (!model || call.model === null || !generates(call) || model.lifecycle.state !== 'active') return;
    const better = modelsOf(model.provider)
      .filter((other) => isStaying(other, today) && dominates(other, model))
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

function dominates(other: Model, model: Model): boolean {
  const [a, b] = [baseTier(other), baseTier(model)];
  if (other.kind !== model.kind || other.reasoning !== model.reasoning || familyOf(other.name) !== familyOf(model.name)) return false;
  if (compareVersions(versionOf(other.name), versionOf(model.name)) <= 0) return false;
  if ((other.contextWindow ?? 0) < (model.contextWindow ?? Number.POSITIVE_INFINITY) || (other.maxOutput ?? 0) < (model.maxOutput ?? 0)) return false;
  if (a?.input == null || a.output == null || b?.input == null || b.output == null) return false;
  return a.input <= b.input && a.output <= b.output && a.input + a.output < b.input + b.output;
}

const withoutDate = (name: string): string => name.replace(/[-@]\d{4}-?\d{2}-?\d{2}\b|[-@]\d{4}$|-latest$|-preview.*$/g, '');

/** `claude-opus` of `claude-opus-4-1`, `gpt-mini` of `gpt-4.1-mini`, `llama-70b-instruct` of `llama3-1-70b-instruct`. */
const familyOf = (name: string): string =>
  withoutDate(name)
    .replace(/\d+(?:\.\d+)*(?![\d.]*[bx]\b|x\d)/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');

const versionOf = (name: string): number[] => (withoutDate(name).match(/\d+(?!\d*b\b)/g) ?? []).map(Number);

function compareVersions(a: number[], b: number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) if ((a[at] ?? 0) !== (b[at] ?? 0)) return (a[at] ?? 0) - (b[at] ?? 0);
  return 0;
}

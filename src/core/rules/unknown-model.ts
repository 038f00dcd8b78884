import type { Model, Span } from '../types';
import { literalSpan } from './edits';
import { quickFix } from './helpers/fix';
import type { Rule, RuleContext } from './rule';

export default {
  meta: {
    id: 'unknown-model',
    severity: 'hint',
    fixable: true,
    description: 'A model that the catalogue does not know, so that the call has no price.',
    messages: {
      plain: 'No price is known for {0}. Add one to promptCost.models.',
      near: 'No price is known for {0}. Did you mean {1}? Or add a price to promptCost.models.',
    },
  },
  checkCall(call, _estimate, context) {
    if (call.provider === 'ollama') return;
    for (const id of call.model !== null ? [call.model] : call.models) {
      if (!id || context.findModel(id, call.provider).kind === 'found') continue;
      report(id, call.modelSpan ?? call.nameSpan, nearNames(id, context.modelsOf(call.provider)), context);
    }
  },
  checkFile(context) {
    const { model, modelSpan, match } = context.file?.declared ?? {};
    if (model && modelSpan && match?.kind === 'unknown') report(model, modelSpan, [], context);
  },
} satisfies Rule;

function report(id: string, span: Span, near: string[], context: RuleContext): void {
  const literal = literalSpan(context.text, span, id);
  context.report({
    span,
    message: near.length ? 'near' : 'plain',
    values: near.length ? [id, near.join(', ')] : [id],
    fixes: literal ? near.flatMap((name) => quickFix(`Use ${name}`, [{ ...literal, text: name }])) : [],
  });
}

/** Up to three names that are one or two typing errors away, nearest first. */
function nearNames(id: string, models: readonly Model[]): string[] {
  return [...new Set(models.map((model) => model.name))]
    .map((name) => ({ name, distance: editDistance(id.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= 2 && digits(name) === digits(id))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Names that differ in a digit are other models, not typing errors. */
const digits = (name: string): string => name.replace(/\D/g, '');

/** Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

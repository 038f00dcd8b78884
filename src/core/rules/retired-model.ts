import type { ModelMatch, Request, Span } from '../types';
import { literalSpan } from './edits';
import { quickFix } from './helpers/fix';
import { isRetired, nameLike } from './helpers/models';
import type { Rule, RuleContext } from './rule';

export default {
  meta: {
    id: 'retired-model',
    severity: 'error',
    fixable: true,
    description: 'A model that its provider has retired or will retire on a known day.',
    messages: {
      gone: '{0} was retired on {1}.',
      goneFor: '{0} was retired on {1}. Its replacement is {2}.',
      ends: '{0} will be retired on {1}.',
      endsFor: '{0} will be retired on {1}. Its replacement is {2}.',
    },
    options: {
      daysAhead: { default: 365, description: 'How many days before the retirement to warn.', schema: { type: 'integer', minimum: 0 } },
    },
  },
  checkCall(call, _estimate, context) {
    for (const id of namesOf(call)) checkModel(id, context.findModel(id, call.provider), call.modelSpan ?? call.nameSpan, context);
  },
  checkFile(context) {
    const { model, modelSpan, match } = context.file?.declared ?? {};
    if (model && modelSpan && match) checkModel(model, match, modelSpan, context);
  },
} satisfies Rule;

/** Reports a model that is written as `id` at a place, or meant there. */
function checkModel(id: string, match: ModelMatch, span: Span, { text, today, options, report }: RuleContext): void {
  const model = match.kind === 'found' ? match.model : null;
  if (!model?.retires) return;
  const gone = isRetired(model, today);
  if (!gone && daysBetween(today, model.retires) > Number(options.daysAhead)) return;
  const literal = literalSpan(text, span, id);
  const successor = model.replacement && nameLike(id, model.replacement);
  report({
    span,
    severity: gone ? 'error' : 'warning',
    message: `${gone ? 'gone' : 'ends'}${successor ? 'For' : ''}`,
    values: successor ? [id, model.retires, successor] : [id, model.retires],
    fixes: literal && successor ? quickFix(`Use ${successor}`, [{ ...literal, text: successor }], { preferred: true }) : [],
    tag: 'deprecated',
  });
}

const namesOf = (call: Request): string[] => (call.model !== null ? [call.model] : call.models);

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

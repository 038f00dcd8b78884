import type { Lifecycle, ModelMatch, Request, Span } from '../types';
import { literalSpan } from './edits';
import { quickFix } from './helpers/fix';
import { nameLike } from './helpers/models';
import type { Rule, RuleContext } from './rule';

export default {
  meta: {
    id: 'retired-model',
    severity: 'error',
    fixable: true,
    description: 'A model that its provider has retired, will retire on a known day, or answers with another one.',
    messages: {
      away: '{0} is no longer served.',
      awayFor: '{0} is no longer served. Its replacement is {1}.',
      leaving: '{0} is deprecated by its provider.',
      leavingFor: '{0} is deprecated by its provider. Its replacement is {1}.',
      rerouted: 'Since {1}, {2} answers the requests for {0}, at its own price.',
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
  const lifecycle = match.kind === 'found' ? match.model.lifecycle : null;
  if (!lifecycle || lifecycle.state === 'active') return;
  const { state, date } = lifecycle;
  if (state === 'announced' && date !== null && daysBetween(today, date) > Number(options.daysAhead)) return;
  const literal = literalSpan(text, span, id);
  const successor = lifecycle.replacement && nameLike(id, lifecycle.replacement);
  report({
    span,
    severity: state === 'retired' ? 'error' : 'warning',
    ...wordsFor(id, lifecycle, successor),
    fixes: literal && successor ? quickFix(`Use ${successor}`, [{ ...literal, text: successor }], { preferred: true }) : [],
    tag: 'deprecated',
  });
}

type Ending = Exclude<Lifecycle, { state: 'active' }>;

function wordsFor(id: string, { state, date, servedAs }: Ending, successor: string | null): { message: string; values: string[] } {
  if (state === 'rerouted' && date !== null && servedAs !== null) return { message: 'rerouted', values: [id, date, servedAs] };
  const known = state === 'announced' ? (date === null ? 'leaving' : 'ends') : date === null ? 'away' : 'gone';
  const values = [id, ...(date === null ? [] : [date]), ...(successor ? [successor] : [])];
  return { message: `${known}${successor ? 'For' : ''}`, values };
}

const namesOf = (call: Request): string[] => (call.model !== null ? [call.model] : call.models);

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

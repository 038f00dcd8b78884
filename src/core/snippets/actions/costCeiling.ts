import { lineOf } from '../../calls/bill';
import { replaceNumber } from '../../rules/edits';
import { limitFor, limitName } from '../../rules/helpers/limits';
import { generates, modelOf } from '../../rules/helpers/models';
import { formatCount, formatUsd } from '../../rules/helpers/money';
import type { Estimate, Fix, Request, TextEdit } from '../../types';
import { type Action, type ActionContext, estimateOf, snippetLanguage } from '../action';
import { dialectOf } from '../dialect';
import { commentAbove, joinEdits } from '../wrapCall';

/** USD a call, where the settings name no ceiling. */
const usualCeiling = 0.01;

/** Sets the output limit that keeps one call under a price, and says how it was computed. */
export default {
  id: 'cost-ceiling',
  offer(call: Request, context: ActionContext): Fix[] {
    const estimate = estimateOf(call, context);
    const language = snippetLanguage(context);
    const price = estimate && lineOf(estimate, 'output')?.price;
    if (!language || !estimate?.cost || !price || !generates(call) || call.openParameters) return [];
    const ceiling = context.settings.costCeiling ?? usualCeiling;
    const limit = limitFor(estimate, { settings: { ...context.settings, costCeiling: ceiling } });
    if (limit === null || (call.outputLimit.kind === 'value' && call.outputLimit.tokens <= limit)) return [];
    const edit = limitEdit(call, limit, context);
    if (!edit) return [];
    const comment = commentAbove(call, [arithmetic(ceiling, estimate, price, limit)], dialectOf(context, language), context);
    const title = `Limit one call to ${formatUsd(ceiling)}: ${formatCount(limit)} output tokens`;
    return [
      {
        title,
        edits: joinEdits([...comment, edit]),
        tokensSaved: null,
        safe: false,
        preferred: false,
        preview: true,
        kind: 'refactor',
        helpers: null,
      },
    ];
  },
} satisfies Action;

function limitEdit(call: Request, limit: number, context: ActionContext): TextEdit | null {
  if (call.outputLimit.kind === 'value') return replaceNumber(context.text, call.outputLimit.span, limit);
  const name = call.outputLimit.kind === 'none' ? limitName(call, context) : null;
  return name === null ? null : context.addArgument(call, name, String(limit));
}

/** `At most $0.01: ($0.01 - 900 input tokens x $2.50 / 1M) / ($10.00 / 1M) = 775 output tokens.` */
function arithmetic(ceiling: number, estimate: Estimate, price: number, limit: number): string {
  const { input, model } = estimate;
  const rate = (usd: number | null | undefined) => `$${usd} / 1M`;
  const most = model && modelOf({ model } as Estimate)?.maxOutput;
  const sum = `($${ceiling} - ${input.tokens} input tokens x ${rate(lineOf(estimate, 'input')?.price)}) / (${rate(price)})`;
  return most === limit
    ? `At most $${ceiling} a call: the model's own maximum costs less.`
    : `At most $${ceiling} a call: ${sum} = ${limit} output tokens.`;
}

import { codeOf } from '../calls/code';
import { itemLoop, runsPerItem } from '../calls/loops';
import type { Request } from '../types';
import { findArgument } from './helpers/facts';
import { isConversation } from './helpers/loops';
import { generates } from './helpers/models';
import { formatUsd } from './helpers/money';
import type { Rule } from './rule';

/** Providers whose Batch API takes half the price. Source: their price pages, 2026-11-24. */
const halfPrice = ['openai', 'azure', 'anthropic', 'google'];

const related = 'The loop';

export default {
  meta: {
    id: 'call-in-loop',
    severity: 'information',
    fixable: true,
    atCaller: true,
    description: 'A call per item of a loop.',
    messages: {
      plain: 'One call per item. Put several items into one prompt.',
      batch: 'One call per item. Put several items into one prompt, or use the Batch API at half the price.',
      related,
      priced: 'One call per item. Put several items into one prompt, or use the Batch API: about {0} instead of {1} per 1,000 items.',
    },
  },
  checkCall(call, estimate, { text, once, act, report }) {
    if (!generates(call) || call.stream || call.cached || !runsPerItem(call)) return;
    if (isConversation(once(codeOf), call) || comparesModels(text, call)) return;
    const loop = itemLoop(call);
    const thousand = estimate.cost && estimate.cost.perCall * 1000;
    const batch = halfPrice.some((provider) => call.provider.startsWith(provider));
    report({
      span: call.nameSpan,
      ...(batch && thousand ? { message: 'priced', values: [formatUsd(thousand / 2), formatUsd(thousand)] } : { message: batch ? 'batch' : 'plain' }),
      fixes: [...act('batch-prompt', call), ...act('batch-api', call)],
      related: loop ? [{ span: loop.span, message: related }] : [],
    });
  },
} satisfies Rule;

/** Is the model what the loop goes through? One prompt can't go to many models at once. */
function comparesModels(text: string, call: Request): boolean {
  const names = itemLoop(call)?.names ?? [];
  const model = ['model', 'model_id', 'model_name'].map((name) => findArgument(text, call, name)).find((argument) => argument !== null);
  const source = model ? text.slice(model.value.span.start, model.value.span.end) : '';
  return names.some((name) => /^\w+$/.test(name) && new RegExp(`\\b${name}\\b`).test(source));
}

import { generates } from '../../rules/helpers/models';
import type { Fix, Model, Request, TextEdit } from '../../types';
import { type Action, type ActionContext, estimateOf } from '../action';
import { dialectOf, type Value } from '../dialect';
import { wrapFix } from '../wrapCall';

/** SDKs whose answers say the tokens in a form that the helper reads. */
const countedSdks = ['ai-sdk', 'anthropic', 'litellm', 'mistral', 'openai'];

/** Records what each call uses and costs, with the prices of the catalogue. */
export default {
  id: 'cost-tracker',
  offer(call: Request, context: ActionContext): Fix[] {
    if (!countedSdks.includes(call.sdk) || (!generates(call) && call.kind !== 'embedding')) return [];
    const models = (call.models.length ? call.models : call.model ? [call.model] : []).flatMap((name) => {
      const match = context.findModel(name, call.provider);
      return match.kind === 'found' && match.model.price ? [{ name, model: match.model }] : [];
    });
    const prices = models.map(({ name, model }) => [name, priceOf(model)] as const);
    const [first] = models;
    const checked = first?.model.price?.provenance.checked ?? (estimateOf(call, context) && context.today);
    return wrapFix(
      'Record what each call costs',
      call,
      {
        wrapper: 'withCostTracking',
        options: { provider: call.provider, api: call.api, prices: { entries: Object.fromEntries(prices) } },
        snippets: ['cost-tracker'],
        names: prices.length && context.language?.id === 'python' ? [{ identifier: 'ModelPrice', verbatim: true }] : [],
        edits: usageEdits(call, context),
        streams: call.sdk === 'ai-sdk',
        comment: [
          first
            ? `List prices in USD per million tokens, checked ${checked}${tiersNote(first.model)}.`
            : 'Add the price of the model, in USD per million tokens.',
        ],
      },
      context,
    );
  },
} satisfies Action;

/** A stream of OpenAI's chat API counts only where it is asked to. */
export function usageEdits(call: Request, context: ActionContext): TextEdit[] {
  const { text, language } = context;
  const silent = call.stream && call.api === 'openai.chat.completions' && !/stream_options/.test(text.slice(call.span.start, call.span.end));
  if (!silent) return [];
  const { language: written, style } = dialectOf(context, language?.id === 'python' ? 'python' : 'typescript');
  const value = written === 'python' ? `{${style.quote}include_usage${style.quote}: True}` : '{ include_usage: true }';
  const edit = context.addArgument(call, 'stream_options', value);
  return edit ? [edit] : [];
}

function priceOf({ price }: Model): Value {
  const tier = price?.tiers[0];
  const named = {
    input: tier?.input ?? null,
    cached: tier?.cachedInput ?? null,
    cacheWrite: tier?.cacheWrite ?? null,
    cacheWrite1h: tier?.cacheWrite1h ?? null,
    output: tier?.output ?? 0,
  };
  return { type: 'ModelPrice', entries: Object.fromEntries(Object.entries(named).filter(([, usd]) => usd !== null)) };
}

/** Large calls of some models cost more than the helper's one price says. */
function tiersNote({ price }: Model): string {
  const above = price?.tiers[1]?.above;
  return above ? `; more above ${above.toLocaleString('en-US')} input tokens` : '';
}

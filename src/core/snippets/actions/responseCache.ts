import { hasTools } from '../../calls/parts';
import { findArgument, parameterOf, resolve } from '../../rules/helpers/facts';
import { changesState } from '../../rules/helpers/purity';
import type { Fix, Request } from '../../types';
import type { Action, ActionContext } from '../action';
import { wrapFix } from '../wrapCall';

const stores = [
  { title: 'Cache the answers in this process', identifier: 'memoryStore', snippet: 'response-cache-memory' },
  { title: 'Cache the answers in Redis', identifier: 'redisStore', snippet: 'response-cache-redis' },
];

/** APIs whose answers the helpers can write down and read again. */
const kept = /^(?:openai\.(?:chat\.completions|responses)|anthropic\.messages|litellm\.completion|ai-sdk\.generate(?:Text|Object))$/;

/** An exact-match cache around a call, in Redis or in the process. Not for streams, nor for what does more than answer. */
export default {
  id: 'response-cache',
  offer(call: Request, context: ActionContext): Fix[] {
    if (!kept.test(call.api) || call.cached || call.stream || hasOnlyName(call, context) || changesState(context.text, call)) return [];
    const caveat = caveatOf(call, context);
    return stores.flatMap(({ title, identifier, snippet }) =>
      wrapFix(
        title + caveat,
        call,
        {
          wrapper: 'withResponseCache',
          options: { provider: call.provider, api: call.api, namespace: '', store: { identifier } },
          snippets: [snippet, 'response-cache'],
          names: [{ identifier }],
          comment: ['Same parameters, same answer. Set namespace to the tenant or user where answers must not be shared.'],
        },
        context,
      ),
    );
  },
} satisfies Action;

/** What the AI SDK's gateway makes of a name never passes by here. */
function hasOnlyName(call: Request, { text }: ActionContext): boolean {
  const model = call.sdk === 'ai-sdk' ? findArgument(text, call, 'model') : null;
  return model !== null && resolve(model.value, call.fact.scope).kind === 'string';
}

/** Said where repeating the first answer changes what people get. */
function caveatOf(call: Request, { text }: ActionContext): string {
  const temperature = parameterOf(text, call, 'temperature');
  if (hasTools(call)) return call.sdk === 'ai-sdk' ? ' (tools: they run again)' : ' (tools: what they did is not done again)';
  return temperature === 0 ? '' : ' (temperature above 0: answers no longer vary)';
}

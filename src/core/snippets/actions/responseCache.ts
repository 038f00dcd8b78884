import { parameterOf } from '../../rules/helpers/facts';
import { generates } from '../../rules/helpers/models';
import type { CallSite, Fix } from '../../types';
import type { Action, ActionContext } from '../action';
import { wrapFix } from '../wrapCall';

const stores = [
  { title: 'Cache the answers in this process', identifier: 'memoryStore', snippet: 'response-cache-memory' },
  { title: 'Cache the answers in Redis', identifier: 'redisStore', snippet: 'response-cache-redis' },
];

/** An exact-match cache around a call, in Redis or in the process. Not for streams. */
export default {
  id: 'response-cache',
  offer(call: CallSite, context: ActionContext): Fix[] {
    // The AI SDK answers with objects whose getters no store keeps.
    if (!generates(call) || call.cached || call.stream || call.sdk === 'ai-sdk') return [];
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

/** Said where repeating the first answer changes what people get. */
function caveatOf(call: CallSite, { text }: ActionContext): string {
  const temperature = parameterOf(text, call, 'temperature');
  if (call.tools) return ' (tools: what they did is not done again)';
  return temperature === 0 ? '' : ' (temperature above 0: answers no longer vary)';
}

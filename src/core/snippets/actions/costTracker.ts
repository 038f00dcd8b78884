import { generates } from '../../rules/helpers/models';
import type { Fix, Request, TextEdit } from '../../types';
import type { Action, ActionContext } from '../action';
import { dialectOf } from '../dialect';
import { wrapFix } from '../wrapCall';

/** SDKs whose answers say the tokens in a form that the helper reads. */
const countedSdks = ['ai-sdk', 'anthropic', 'litellm', 'mistral', 'openai'];

/** Records what each call uses; the log is priced when it is read, so that no price ages in the user's source. */
export default {
  id: 'cost-tracker',
  offer(call: Request, context: ActionContext): Fix[] {
    if (!countedSdks.includes(call.sdk) || (!generates(call) && call.kind !== 'embedding')) return [];
    return wrapFix(
      'Record what each call costs',
      call,
      {
        wrapper: 'withCostTracking',
        options: { provider: call.provider, api: call.api },
        snippets: ['cost-tracker'],
        edits: usageEdits(call, context),
        streams: call.sdk === 'ai-sdk',
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

import { limitFor, limitName } from '../../rules/helpers/limits';
import { generates } from '../../rules/helpers/models';
import { formatCount } from '../../rules/helpers/money';
import type { Fix, Request, TextEdit } from '../../types';
import { type Action, type ActionContext, estimateOf, isAsync, snippetLanguage } from '../action';
import { dialectOf } from '../dialect';
import { helperName } from '../helperNames';
import { commentAbove, helperFix, indentAt, wrapFix } from '../wrapCall';
import { usageEdits } from './costTracker';

/** Ends a streamed answer after so many tokens: a hard limit in the call, a counter around its stream, and usage asked for. */
export default {
  id: 'early-stop',
  offer(call: Request, context: ActionContext): Fix[] {
    const { text } = context;
    const language = snippetLanguage(context);
    const estimate = estimateOf(call, context);
    const functional = call.api === 'ai-sdk.streamText';
    const stream = functional ? call.span : streamSpan(call, context);
    if (!language || !estimate || !stream || !generates(call) || call.openParameters || /\.ipynb$/.test(context.path)) return [];
    const { outputLimit } = call;
    const tokens = outputLimit.kind === 'value' ? outputLimit.tokens : outputLimit.kind === 'none' ? limitFor(estimate, context) : null;
    if (tokens === null) return [];
    const limit = limitName(call, context);
    const edits: (TextEdit | null)[] = [];
    if (outputLimit.kind === 'none') edits.push(limit === null ? null : context.addArgument(call, limit, String(tokens)));
    edits.push(...usageEdits(call, context));
    if (edits.includes(null)) return [];
    const title = `Stop the stream at ${formatCount(tokens)} tokens`;
    const note = 'Breaking off is no guarantee on the bill, so the call keeps its own limit as well.';
    if (functional) {
      // Version 4 throws at the reader when a stream is aborted.
      if (limit === 'maxTokens') return [];
      const more = { edits: edits.filter((edit) => edit !== null), comment: [note], streams: true };
      return wrapFix(title, call, { wrapper: 'withStreamStop', options: { maxTokens: tokens }, snippets: ['stream-text-stop'], ...more }, context);
    }
    const dialect = dialectOf(context, language);
    const name = helperName('stopStream', language, isAsync(call, context));
    const { before, behind } = dialect.around(name, { maxTokens: tokens }, false, { length: 0, indent: indentAt(text, stream.start) });
    const comment = commentAbove(call, [note], dialect, context);
    const around = [
      { start: stream.start, end: stream.start, text: before },
      ...merged(edits.filter((edit) => edit !== null)),
      { start: stream.end, end: stream.end, text: behind },
    ];
    return helperFix(title, [...comment, ...around], [name], ['stream-stop'], context);
  },
} satisfies Action;

/** Two arguments at one place become one edit, in order. */
function merged(edits: TextEdit[]): TextEdit[] {
  const [first, second] = edits;
  if (!first || !second || first.start !== second.start || first.end !== second.end) return edits;
  return [{ ...first, text: first.text + second.text }];
}

/** The call with its await; null where its stream is not simply kept, or is stopped already. */
function streamSpan(call: Request, { text }: ActionContext): { start: number; end: number } | null {
  const { fact, span } = call;
  const name = text.slice(call.nameSpan.start, call.nameSpan.end);
  if (!call.stream || !/^(?:create|completion|acompletion)$/.test(name)) return null;
  const awaits = fact.awaited ? /\bawait\s+$/.exec(text.slice(0, span.start)) : null;
  const start = awaits ? awaits.index : span.start;
  if (/(?:stopStream|stop_stream\w*)\(\s*$/.test(text.slice(0, start))) return null;
  return (fact.awaited && !awaits) || /^\s*\./.test(text.slice(span.end, span.end + 20)) ? null : { start, end: span.end };
}

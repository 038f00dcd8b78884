import { quickFix } from './helpers/fix';
import { isLimitHidden, limitFor, limitName, limitTitle } from './helpers/limits';
import { generates } from './helpers/models';
import { isOpenStream } from './helpers/streams';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'stream-without-stop',
    severity: 'information',
    fixable: true,
    description: 'A streamed call with neither an output limit nor an early stop.',
    messages: { open: 'Nothing ends this stream early. Set a limit: an abort alone does not promise that billing stops.' },
  },
  checkCall(call, estimate, context) {
    const name = limitName(call, context);
    if (!generates(call) || !name || call.openParameters || call.outputLimit.kind !== 'none' || !isOpenStream(call, context)) return;
    if (isLimitHidden(context.text, call, name)) return;
    const tokens = limitFor(estimate, context);
    const edit = tokens === null ? null : context.addArgument(call, name, String(tokens));
    const limit = tokens === null ? [] : quickFix(limitTitle(estimate, tokens, context), [edit]);
    context.report({ span: call.nameSpan, message: 'open', fixes: [...limit, ...context.act('early-stop', call)] });
  },
} satisfies Rule;

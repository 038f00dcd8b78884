import { findArgument } from './helpers/facts';
import { quickFix } from './helpers/fix';
import type { Rule } from './rule';

/** Providers that document the parameter. .NET's SDK asks by itself. Source: their API references, 2026-11-24. */
const asks = /^(?:openai|azure|deepseek)/;

export default {
  meta: {
    id: 'stream-without-usage',
    severity: 'information',
    fixable: true,
    description: 'A streamed OpenAI chat call that does not ask for its token usage.',
    messages: { blind: 'A stream reports no token usage unless stream_options asks for it.' },
  },
  checkCall(call, _estimate, { text, language, addArgument, report }) {
    if (call.api !== 'openai.chat.completions' || !call.stream || call.openParameters || !asks.test(call.provider)) return;
    if (language?.ecosystem === 'dotnet') return;
    const options = findArgument(text, call, 'stream_options');
    if (options && (options.value.kind !== 'object' || findArgument(text, call, 'stream_options.include_usage'))) return;
    const yes = language?.ecosystem === 'python' ? 'True' : 'true';
    report({
      span: call.nameSpan,
      message: 'blind',
      fixes: quickFix('Ask for the usage at the end of the stream', [addArgument(call, 'stream_options.include_usage', yes)], { preferred: true }),
    });
  },
} satisfies Rule;

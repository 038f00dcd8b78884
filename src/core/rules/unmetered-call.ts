import { codeOf } from '../calls/code';
import { generates } from './helpers/models';
import type { Rule } from './rule';

const meters =
  /usage|(?:prompt|completion|input|output|total)_?tokens\b(?!\s*[:=]\s*\d)|callbacks?\b|langfuse|langsmith|helicone|opentelemetry|traceloop|litellm\.success_callback|track_?cost|cost_?track|prompt_cost/i;

export default {
  meta: {
    id: 'unmetered-call',
    severity: 'hint',
    fixable: true,
    oncePerProject: true,
    description: 'A file that calls models and reads no token usage.',
    messages: { unread: 'No token usage is read in this file: what its calls really cost stays unknown.' },
  },
  checkFile({ once, calls, facts, act, report }) {
    const first = facts && calls.find((call) => generates(call) && call.site === 'request' && !call.elsewhere);
    const code = first ? once(codeOf) : '';
    if (!first || code.includes('usage')) return;
    const source = code.replace(/\bmax_?(?:completion_?|output_?)?tokens\b/gi, '');
    if (!meters.test(source)) report({ span: first.nameSpan, cell: first.cell, message: 'unread', fixes: act('cost-tracker', first) });
  },
} satisfies Rule;

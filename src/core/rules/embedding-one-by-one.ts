import { runsPerItem } from '../calls/loops';
import type { Request } from '../types';
import { functionOf } from './helpers/facts';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'embedding-one-by-one',
    severity: 'information',
    fixable: true,
    atCaller: true,
    description: 'An embedding request per item, where one request takes many.',
    messages: { single: 'One request per text. The API takes a list of texts: send them together.' },
  },
  checkCall(call, _estimate, { text, act, report }) {
    const single = call.kind === 'embedding' && !call.cached && call.sdk !== 'bedrock' && runsPerItem(call) && !sendsBatches(text, call);
    if (single) report({ span: call.nameSpan, message: 'single', fixes: act('embedding-batch', call) });
  },
} satisfies Rule;

/** A loop over batches sends many texts each time: by name, by a step of the range, or by a slice. Images don't go together. */
function sendsBatches(text: string, call: Request): boolean {
  if (/\bembedMany\b|image|Part\.from_uri|inline_?data/i.test(text.slice(call.span.start, call.span.end))) return true;
  const { start, end } = call.loops.at(-1)?.span ?? functionOf(call.fact.scope)?.span ?? call.span;
  return /batch|chunk|\[\w+\s*:\s*\w+|\.slice\(/i.test(text.slice(start, end));
}

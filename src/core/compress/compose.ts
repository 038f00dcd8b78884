import { outlineRule } from './outline';
import { applyEdits } from './spans';
import type { Proposal } from './types';

/**
 * Adds an edit of the edited text to the edits that made it, in offsets of the original. Edits that it touches become one with it,
 * so that each of the result is valid alone.
 */
export function compose(original: string, edits: readonly Proposal[], next: Proposal): { edits: Proposal[]; added: Proposal } {
  const current = applyEdits(original, edits);
  const before: Proposal[] = [];
  const touched: Proposal[] = [];
  const after: Proposal[] = [];
  let shift = 0;
  let inner = 0;
  let { start, end } = next;
  for (const edit of edits) {
    const at = edit.start + shift + inner;
    const growth = edit.text.length - (edit.end - edit.start);
    if (at + edit.text.length < next.start) {
      before.push(edit);
      shift += growth;
    } else if (at > next.end) after.push(edit);
    else {
      touched.push(edit);
      start = Math.min(start, at);
      end = Math.max(end, at + edit.text.length);
      inner += growth;
    }
  }
  const named = touched.find(({ rule }) => rule !== outlineRule) ?? next;
  const added: Proposal = {
    start: start - shift,
    end: end - shift - inner,
    text: current.slice(start, next.start) + next.text + current.slice(next.end, end),
    rule: named.rule,
    reason: named.reason,
  };
  return { edits: [...before, added, ...after], added };
}

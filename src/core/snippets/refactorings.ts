import { sdkCalls } from '../calls/atSdkCall';
import { addArgument } from '../rules/edits';
import { type RuleInput, rememberOnce } from '../rules/runRules';
import type { Fix, Span } from '../types';
import type { ActionContext } from './action';
import { offersAt } from './actions';

/** What can be inserted at the calls that a span touches, in the order of the file. An action that fails on a call offers nothing there. */
export function findRefactorings(span: Span, input: RuleInput): Fix[] {
  // What is inserted stands in several places of a file, of which a notebook's cell shows one.
  if (input.path.endsWith('.ipynb')) return [];
  const calls = sdkCalls(input.calls);
  const context: ActionContext = {
    ...input,
    calls: calls.map((call, index) => call ?? input.calls[index]!),
    once: rememberOnce(input),
    addArgument: (call, name, value) => addArgument(input.text, input.language, call, name, value),
  };
  return calls.flatMap((call) => {
    if (!call || call.span.start > span.end || span.start > call.span.end) return [];
    try {
      return offersAt(call, context);
    } catch (error) {
      input.onError?.('refactorings', error);
      return [];
    }
  });
}

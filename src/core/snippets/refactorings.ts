import { addArgument } from '../rules/edits';
import type { Refactoring } from '../types';
import type { ActionContext } from './action';
import { offersAt } from './actions';

/** All that can be inserted at the calls of a file, by the file's order. An action that fails on a call offers nothing there. */
export function findRefactorings(input: Omit<ActionContext, 'addArgument'> & { onError?(action: string, error: unknown): void }): Refactoring[] {
  const context: ActionContext = { ...input, addArgument: (call, name, value) => addArgument(input.text, input.language, call, name, value) };
  // What is inserted stands in several places of a file, of which a cell shows one.
  if (input.path.endsWith('.ipynb')) return [];
  return input.calls.flatMap((call) => {
    try {
      return offersAt(call, context).map((fix) => ({ span: call.span, cell: call.cell, fix }));
    } catch (error) {
      input.onError?.('refactorings', error);
      return [];
    }
  });
}

import { contains } from '../rules/helpers/facts';
import type { RuleContext } from '../rules/rule';
import type { CallSite, Estimate, Fix } from '../types';
import type { SnippetLanguage } from './snippet';

/** What an action sees: what a rule sees of a file, without what belongs to one rule. */
export type ActionContext = Omit<RuleContext, 'options' | 'report' | 'act' | 'once'>;

/** One way to insert code around a call. Rules attach it to what they find; editors offer it at any call that it fits. */
export interface Action {
  /** `response-cache`. */
  id: string;
  /** The fixes for a call, variants included; empty where it does not fit, among others on code that it has written before. */
  offer(call: CallSite, context: ActionContext): Fix[];
}

/** The language of snippets for a file; null where there are none (plain JavaScript cannot import a TypeScript module). */
export function snippetLanguage({ language }: Pick<ActionContext, 'language'>): SnippetLanguage | null {
  if (language?.id === 'python') return 'python';
  return language?.id.startsWith('typescript') ? 'typescript' : null;
}

/**
 * Is the call one that is awaited? In Python also where the await stands elsewhere: in a gather, or with an async client alone in the file.
 */
export function isAsync({ fact }: CallSite, { text, language, facts }: ActionContext): boolean {
  if (fact.awaited || language?.id !== 'python') return true;
  const gathered = facts?.calls.some(
    (other) => other !== fact && /\bgather\w*$/.test(text.slice(other.callee.span.start, other.callee.span.end)) && contains(other.span, fact.span),
  );
  const clients = text.match(/\b(?:Async)?(?:Azure)?(?:OpenAI|Anthropic)\w*\(/g) ?? [];
  return gathered === true || (clients.length > 0 && clients.every((name) => name.startsWith('Async')));
}

/** The estimate that belongs to a call. */
export function estimateOf(call: CallSite, { calls, estimates }: ActionContext): Estimate | null {
  return estimates[calls.indexOf(call)] ?? null;
}

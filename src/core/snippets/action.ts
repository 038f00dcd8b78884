import { contains } from '../rules/helpers/facts';
import type { RuleContext, RunContext } from '../rules/rule';
import type { Estimate, Fix, Request, Span } from '../types';
import { isCommonJs } from './javascript';
import type { HelperLanguage, SnippetLanguage } from './snippet';
import { readStyle, type Style } from './style';

/** What an action sees: what a rule sees of a file, without what belongs to one rule. */
export type ActionContext = Omit<RuleContext, 'options' | 'report' | 'act'>;

/** One way to insert code around a call. Rules attach it to what they find; editors offer it at any call that it fits. */
export interface Action {
  /** `response-cache`. */
  id: string;
  /** The fixes for a call, variants included; empty where it does not fit, among others on code that it has written before. */
  offer(call: Request, context: ActionContext): Fix[];
}

/** The language of snippets for a file, TypeScript's for plain JavaScript; null where there are none. */
export function snippetLanguage({ language }: Pick<ActionContext, 'language'>): SnippetLanguage | null {
  if (language?.id === 'python') return 'python';
  return language?.ecosystem === 'javascript' ? 'typescript' : null;
}

/** The language that helpers for a file are written in; null where there are none. */
export function helperLanguage({ language, text, path }: ActionContext): HelperLanguage | null {
  if (language?.id !== 'javascript') return snippetLanguage({ language });
  return isCommonJs(text, path) ? 'commonjs' : 'javascript';
}

/** Does the file take TypeScript's types in code that is put into it? */
export const isTyped = ({ language }: Pick<ActionContext, 'language'>): boolean =>
  language?.ecosystem === 'javascript' && language.id !== 'javascript';

/**
 * Is the call one that is awaited? In Python also where the await stands elsewhere: in a gather, or with an async client alone in the file.
 */
export function isAsync({ fact }: Request, { language, once }: ActionContext): boolean {
  if (fact.awaited || language?.id !== 'python') return true;
  return once(gatherings).some((span) => contains(span, fact.span)) || once(hasOnlyAsyncClients);
}

const gatherings = ({ facts }: RunContext): Span[] =>
  facts?.calls
    .filter(({ callee }) => /^gather/.test(callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : ''))
    .map(({ span }) => span) ?? [];

function hasOnlyAsyncClients({ text }: RunContext): boolean {
  const clients = text.match(/\b(?:Async)?(?:Azure)?(?:OpenAI|Anthropic)\w*\(/g) ?? [];
  return clients.length > 0 && clients.every((name) => name.startsWith('Async'));
}

/** How the file is written. */
export function styleOf({ once }: ActionContext, language: SnippetLanguage): Style {
  return once(language === 'python' ? pythonStyle : typescriptStyle);
}

const pythonStyle = ({ text }: RunContext): Style => readStyle(text, 'python');
const typescriptStyle = ({ text }: RunContext): Style => readStyle(text, 'typescript');

/** The estimate that belongs to a call. */
export function estimateOf(call: Request, { calls, estimates }: ActionContext): Estimate | null {
  return estimates[calls.indexOf(call)] ?? null;
}

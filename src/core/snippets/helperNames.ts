import type { Expr } from '../facts';
import type { SnippetLanguage } from './snippet';

/**
 * Helpers that stand around what a call is made on, `withResponseCache(client.chat.completions, { … }).create({ … })`, the innermost
 * first: what is recorded is what was sent, what is limited is what is sent, and a cached answer is neither.
 */
export const wrappers = [
  'withCostTracking',
  'withStreamStop',
  'withRateLimit',
  'withModelRouter',
  'withPromptBatching',
  'withEmbeddingBatches',
  'withResponseCache',
] as const;
export type Wrapper = (typeof wrappers)[number];

/** A helper's name in a language: `withResponseCache`, `with_response_cache`, and `with_response_cache_async` for awaited calls in Python. */
export function helperName(name: string, language: SnippetLanguage, awaited: boolean): string {
  if (language === 'typescript') return name;
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) + (awaited ? '_async' : '');
}

/** The wrapper that a callee's name stands for, in either language. */
export function wrapperOf(name: string): Wrapper | null {
  const plain = name
    .replace(/_async$/, '')
    .replaceAll('_', '')
    .toLowerCase();
  return wrappers.find((wrapper) => wrapper.toLowerCase() === plain) ?? null;
}

/** What a call is made on, without the helpers around it. */
export function unwrapped(target: Expr): Expr {
  const inner = wrappersAround(target).at(-1)?.expr;
  return inner?.kind === 'call' ? (inner.call.args[0]?.value ?? inner) : target;
}

/** What stands around the object that a call is made on, the outermost first, and what is inside of them. */
export function wrappersAround(target: Expr): { wrapper: Wrapper; expr: Expr }[] {
  const result: { wrapper: Wrapper; expr: Expr }[] = [];
  for (let at: Expr | undefined = target; at?.kind === 'call'; at = at.call.args[0]?.value) {
    const { callee } = at.call;
    const wrapper = callee.kind === 'name' ? wrapperOf(callee.name) : null;
    if (!wrapper) break;
    result.push({ wrapper, expr: at });
  }
  return result;
}

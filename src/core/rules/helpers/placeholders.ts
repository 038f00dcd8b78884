import type { Expr, Scope, Span } from '../../facts';
import type { PlaceholderSegment, Prompt, Request } from '../../types';
import type { RuleContext } from '../rule';
import { contains, resolve } from './facts';

/** What fills a placeholder, as the source says it: the expression itself, and where that is a name, the value that the name was given. */
export interface Filling {
  source: string;
  span: Span;
}

/** The expressions behind a placeholder, nearest first. Empty for prompts of other files. */
export function fillingsOf(placeholder: PlaceholderSegment, prompt: Prompt, context: RuleContext): Filling[] {
  const { span } = placeholder;
  if (!span) return [];
  const { text, calls, facts } = context;
  const scope = (prompt.call === null ? undefined : calls[prompt.call]?.fact.scope) ?? facts?.file ?? null;
  const fillings = [{ source: text.slice(span.start, span.end), span }];
  const value = boundValue(placeholder.name, scope);
  if (value && !contains(span, value.span)) fillings.push({ source: text.slice(value.span.start, value.span.end), span: value.span });
  return fillings;
}

/** The one value that a name has at a scope; null where it has none or several. */
function boundValue(name: string, scope: Scope | null): Expr | null {
  if (!/^[\w.]+$/.test(name)) return null;
  const span = { start: 0, end: 0 };
  const asName: Expr | null = scope && { kind: 'name', span, name, scope };
  const value = asName && resolve(asName, scope);
  return value && value !== asName ? value : null;
}

/** The call of a prompt. */
export function callOf(prompt: Prompt, { calls }: RuleContext): Request | null {
  return prompt.call === null ? null : (calls[prompt.call] ?? null);
}

/** The decoded static text of a prompt, with `…` for each placeholder. */
export function textOf(prompt: Prompt): string {
  return prompt.segments.map((segment) => (segment.kind === 'text' ? segment.text : '…')).join('');
}

/** The decoded static text behind a segment, placeholders left out. */
export function staticAfter(prompt: Prompt, index: number): string {
  return prompt.segments
    .slice(index + 1)
    .map((segment) => (segment.kind === 'text' ? segment.text : ''))
    .join('');
}

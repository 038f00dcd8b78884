import type { Expr, Scope, Span } from '../../facts';
import type { PlaceholderSegment, Prompt, Request } from '../../types';
import type { RuleContext } from '../rule';
import { callsIn, contains, resolve, walk } from './facts';

/** What fills a placeholder, as the source says it: the expression itself, the values of its names, and what functions of the file return for it. */
export interface Filling {
  source: string;
  span: Span;
}

/** How many names and functions deep a value is followed, and how many places are looked at. */
const DEEPEST = 5;
const MOST = 40;

/** The expressions behind a placeholder, nearest first. Empty for prompts of other files. What `stops` at a source is not followed further. */
export function fillingsOf(placeholder: PlaceholderSegment, prompt: Prompt, context: RuleContext, stops?: (source: string) => boolean): Filling[] {
  const { span } = placeholder;
  if (!span) return [];
  const { calls, facts } = context;
  const scope = (prompt.call === null ? undefined : calls[prompt.call]?.fact.scope) ?? facts?.file ?? null;
  const name =
    /^[\w.]+$/.test(placeholder.name) && scope ? [{ kind: 'name' as const, span: { start: 0, end: 0 }, name: placeholder.name, scope }] : [];
  const written = facts ? callsIn(facts, span).map((call): Expr => ({ kind: 'call', span: call.span, call })) : [];
  return followAll(span, [...name, ...written], scope, context.text, stops);
}

/** The same for an expression: the value of an argument. */
export const fillingsOfValue = (value: Expr, scope: Scope, { text }: RuleContext, stops?: (source: string) => boolean): Filling[] =>
  followAll(value.span, [value], scope, text, stops);

function followAll(
  span: Span,
  exprs: readonly Expr[],
  scope: Scope | null,
  text: string,
  stops: (source: string) => boolean = () => false,
): Filling[] {
  const sourceOf = (place: Span) => text.slice(place.start, place.end);
  const fillings: Filling[] = [{ source: sourceOf(span), span }];
  const follow = (expr: Expr, at: Scope | null, depth: number): void => {
    if (depth > DEEPEST || stops(sourceOf(expr.span))) return;
    walk(expr, null, (part) => {
      for (const [value, inside] of originsOf(part, at)) {
        const isKnown = contains(span, value.span) || fillings.some((one) => one.span.start === value.span.start && one.span.end === value.span.end);
        if (isKnown || fillings.length === MOST) continue;
        fillings.push({ source: sourceOf(value.span), span: value.span });
        follow(value, inside, depth + 1);
      }
    });
  };
  if (!stops(sourceOf(span))) for (const expr of exprs) follow(expr, scope, 0);
  return fillings;
}

/** The one value of a name, or what a function of the file returns; none for what has several, or comes from elsewhere. */
function originsOf(expr: Expr, scope: Scope | null): [Expr, Scope | null][] {
  if (expr.kind !== 'call') {
    const value = resolve(expr, scope);
    return value === expr ? [] : [[value, scope]];
  }
  const called = functionNamed(expr.call.callee, expr.call.scope);
  return called ? called.returns.map((value) => [value, called]) : [];
}

/** The function of this file that a callee names: in a scope around it, or as a method of the class. */
function functionNamed(callee: Expr, from: Scope): Scope | null {
  const isMethod = callee.kind === 'member' && callee.object.kind === 'name' && /^(?:self|this)$/.test(callee.object.name);
  const name = callee.kind === 'name' ? callee.name : isMethod ? callee.property : null;
  for (let scope: Scope | null = from; scope && name !== null; scope = scope.parent) {
    const found = scope.kind === 'class' && !isMethod ? undefined : scope.children.find((child) => child.kind === 'function' && child.name === name);
    if (found) return found;
  }
  return null;
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

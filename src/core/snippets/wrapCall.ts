import type { Expr } from '../facts';
import type { Fix, Request, Span, TextEdit } from '../types';
import { type ActionContext, isAsync, snippetLanguage } from './action';
import { type Dialect, dialectOf, type Value } from './dialect';
import { helperName, type Wrapper, wrappers, wrappersAround } from './helperNames';
import { insertHelpers } from './insertHelpers';

export interface Wrap {
  wrapper: Wrapper;
  options: Record<string, Value>;
  /** Snippets that it needs, the wrapper's own among them. */
  snippets: string[];
  /** Further names that the options use. */
  names?: { identifier: string; asyncForm?: boolean; verbatim?: boolean }[];
  /** It also fits functions that give back a stream at once. */
  streams?: boolean;
  /** Further edits to the call. */
  edits?: TextEdit[];
  /** Said above the call, without the comment sign; one line each. */
  comment?: string[];
}

/**
 * Puts a helper around what a call is made on: `client.messages.create(…)` becomes `helper(client.messages, { … }).create(…)`, and
 * `completion(…)` becomes `helper(completion, …)(…)`. The arguments stay as they are, comments and all. Cells of notebooks have no
 * file of their own beside which a module could stand, so they are left out; so is a call that has the helper already.
 */
export function wrapCall(call: Request, wrap: Wrap, context: ActionContext): TextEdit[] | null {
  const language = snippetLanguage(context);
  const target = targetOf(call);
  if (!language || !target || /\.ipynb$/.test(context.path) || call.fact.constructs || call.sdk === 'http' || !givesPlainAnswer(call, wrap, context))
    return null;
  const around = wrappersAround(target);
  if (around.some(({ wrapper }) => wrapper === wrap.wrapper)) return null;
  const rank = wrappers.indexOf(wrap.wrapper);
  const outer = around.filter(({ wrapper }) => wrappers.indexOf(wrapper) > rank).at(-1)?.expr;
  const inside = outer?.kind === 'call' ? outer.call.args[0]?.value : target;
  if (!inside) return null;
  const dialect = dialectOf(context, language);
  const awaited = isAsync(call, context);
  const { start, end } = inside.span;
  const { before, behind } = dialect.around(helperName(wrap.wrapper, language, awaited), wrap.options, awaited, {
    length: end - start,
    indent: indentAt(context.text, start),
  });
  return [
    ...commentAbove(call, wrap.comment ?? [], dialect, context),
    { start, end: start, text: before },
    ...(before.includes('\n') ? indentLines(inside.span, dialect, context) : []),
    { start: end, end, text: behind },
    ...(wrap.edits ?? []),
  ];
}

/** What goes on a line of its own takes its further lines along, one level in. */
function indentLines({ start, end }: Span, { style }: Dialect, { text }: ActionContext): TextEdit[] {
  return [...text.slice(start, end).matchAll(/\n(?=[^\r\n])/g)].map(({ index }) => {
    const line = start + index + 1;
    return { start: line, end: line, text: style.indent };
  });
}

/** Methods that give back a runner or a builder at once, or a call whose raw response is asked for, fit into no wrapper. */
function givesPlainAnswer(call: Request, { streams }: Wrap, { text }: ActionContext): boolean {
  const name = text.slice(call.nameSpan.start, call.nameSpan.end);
  const after = text.slice(call.span.end, call.span.end + 40);
  return (
    !(streams ? /^streamUI$/ : /^(?:stream\w*|runTools|toolRunner|tool_runner|createStreaming)$/i).test(name) &&
    !/^\s*\.\s*(?:withResponse|asResponse|with_\w+)\b/.test(after)
  );
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  return /^[^\S\n]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}

/** What a call is made on: `client.chat.completions`, or the function itself where it is a bare name. */
export function targetOf(call: Request): Expr | null {
  const { callee } = call.fact;
  if (callee.kind === 'member') return callee.object;
  return callee.kind === 'name' || callee.kind === 'call' ? callee : null;
}

/** Comment lines above the statement of a call, at its indentation; none where something else stands before it on its line. */
export function commentAbove(call: Request, lines: readonly string[], { comment, style }: Dialect, { text }: ActionContext): TextEdit[] {
  const { start } = call.fact.statement;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  if (!lines.length || indent.trim()) return [];
  return [{ start: lineStart, end: lineStart, text: lines.map((line) => `${indent}${comment} ${line}${style.newline}`).join('') }];
}

/** The fix that wraps a call: its edits, the import or the helpers, and the names they share. Empty where it can't be done. */
export function wrapFix(title: string, call: Request, wrap: Wrap, context: ActionContext): Fix[] {
  const language = snippetLanguage(context);
  const edits = wrapCall(call, wrap, context);
  if (!language || !edits) return [];
  const awaited = isAsync(call, context);
  const names: NonNullable<Wrap['names']> = [{ identifier: wrap.wrapper, asyncForm: true }, ...(wrap.names ?? [])];
  return helperFix(
    title,
    edits,
    names.map(({ identifier, asyncForm, verbatim }) => (verbatim ? identifier : helperName(identifier, language, awaited && asyncForm === true))),
    wrap.snippets,
    context,
  );
}

/** A fix that inserts code: never applied unasked, always with a preview. `imports`: lines that the edits need besides the helpers'. */
export function helperFix(
  title: string,
  edits: TextEdit[],
  names: readonly string[],
  snippets: readonly string[],
  context: ActionContext,
  imports: readonly string[] = [],
): Fix[] {
  const insertion = insertHelpers(names, snippets, context, imports);
  if (!insertion) return [];
  const all = joinEdits([...insertion.edits, ...edits]);
  return [{ title, edits: all, tokensSaved: null, safe: false, preferred: false, preview: true, kind: 'refactor', helpers: insertion.helpers }];
}

/** Makes one edit of those that begin at one place, in their order, so that nobody has to know in which order hosts apply them. */
export function joinEdits(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const index = result.findIndex((other) => other.start === edit.start && (other.end === other.start || edit.end === edit.start));
    const other = result[index];
    if (other) result[index] = { start: edit.start, end: Math.max(edit.end, other.end), text: other.text + edit.text };
    else result.push(edit);
  }
  return result;
}

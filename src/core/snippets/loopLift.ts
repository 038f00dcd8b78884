import { itemLoop } from '../calls/loops';
import type { CallFact, Expr, Loop, Scope, Span } from '../facts';
import { argumentsOf, contains, functionOf, resolve } from '../rules/helpers/facts';
import type { Request, TextEdit } from '../types';
import { type ActionContext, isAsync, snippetLanguage, styleOf } from './action';
import type { SnippetLanguage } from './snippet';
import type { Style } from './style';
import { indentAt } from './wrapCall';

/** A loop over items whose body begins a statement `result = call(…)`, read as far as moving the call in front of the loop needs it. */
export interface LoopLift {
  language: SnippetLanguage;
  style: Style;
  awaited: boolean;
  /** `ticket`, `{ id, text }`. */
  item: string;
  /** The expression that is gone over. */
  items: string;
  /** `map` with a callback, else a `for`. */
  callback: boolean;
  /** The name that the answer is kept under. */
  result: string;
  /** The statement that keeps it. */
  statement: Span;
  loop: Span;
  /** Where lines in front of the loop go, and the indentation there. */
  place: number;
  indent: string;
  /** Edits that give the loop a counter of this name. */
  count(name: string): TextEdit[];
}

const heads: Record<SnippetLanguage, RegExp> = {
  typescript: /^for\s*\(\s*(?:const|let|var)\s+(\S[^\n]*?)\s+of\s+(\S[^\n]*)\)\s*\{/d,
  python: /^for\s+(\S[^\n]*?)\s+in\s+(\S[^\n]*?)\s*:[^\S\n]*(?:#[^\n]*)?\n/d,
};
const mapHead = /^([\w.$]+)\.map\(\s*async\s*\(\s*([^()]*?)\s*\)\s*(?::[^\n=]+)?=>\s*\{/d;

/**
 * Reads the loop of a call; null where the call can't move in front of it: not kept by a statement of its own, under a condition, behind
 * another await or a way out of the turn, or in a function that cannot wait.
 */
export function readLoop(call: Request, context: ActionContext): LoopLift | null {
  const language = snippetLanguage(context);
  const { text } = context;
  const loop = itemLoop(call);
  if (!language || !loop || call.fact.loops.at(-1) !== loop || /\.ipynb$/.test(context.path)) return null;
  const { statement, assignedTo: result } = call.fact;
  const awaited = isAsync(call, context);
  if (!result || !/^\w+$/.test(result) || !keepsAnswer(text.slice(statement.start, statement.end), result, awaited)) return null;
  const head = readHead(loop, call, language, context);
  if (!head || !startsTurn(text, loop, head.bodyStart, statement.start, language)) return null;
  if (awaited && !enclosingWaits(head.outer.scope, context)) return null;
  const place = text.lastIndexOf('\n', head.place - 1) + 1;
  if (text.slice(place, head.place).trim()) return null;
  const { item, items, callback, count } = head;
  const indent = indentAt(text, head.place);
  return { language, style: styleOf(context, language), awaited, item, items, callback, result, statement, loop: loop.span, place, indent, count };
}

interface Head {
  item: string;
  items: string;
  callback: boolean;
  bodyStart: number;
  /** The statement in front of which lines go. */
  place: number;
  /** The call of `map`, for a callback. */
  outer: Pick<CallFact, 'scope'>;
  count(name: string): TextEdit[];
}

function readHead(loop: Loop, call: Request, language: SnippetLanguage, { text, facts }: ActionContext): Head | null {
  const { start, end } = loop.span;
  const source = text.slice(start, end);
  const match = (loop.kind === 'for' ? heads[language] : language === 'typescript' && loop.kind === 'callback' ? mapHead : /(?!)/d).exec(source);
  const [first, second] = [match?.indices?.[1], match?.indices?.[2]];
  if (!match || !first || !second) return null;
  const bodyStart = start + match[0].length;
  const at = (index: number, inserted: string): TextEdit => ({ start: start + index, end: start + index, text: inserted });
  if (loop.kind === 'for') {
    const [, item = '', items = ''] = match;
    const count = (name: string) =>
      language === 'python'
        ? [
            at(first[0], `${name}, ${/,/.test(item) ? '(' : ''}`),
            ...(/,/.test(item) ? [at(first[1], ')')] : []),
            at(second[0], 'enumerate('),
            at(second[1], ')'),
          ]
        : [at(first[0], `[${name}, `), at(first[1], ']'), at(second[0], 'Array.from('), at(second[1], ').entries()')];
    return { item, items, callback: false, bodyStart, place: start, outer: call.fact, count };
  }
  const map = facts?.calls.find((fact) => fact.span.start === start && fact.span.end === end);
  const parameter = match[2] ?? '';
  // A second parameter, or one with a default, is not taken apart here.
  if (!map || !/^(?:\{[^{}=]*\}|\w+)(?:\s*:\s*[\w.[\]<>]+)?$/.test(parameter)) return null;
  return {
    item: parameter.replace(/:\s*[\w.[\]<>]+$/, '').trim(),
    items: match[1] ?? '',
    callback: true,
    bodyStart,
    place: map.statement.start,
    outer: map,
    count: (name) => [at(second[1], `, ${name}`)],
  };
}

/** `const result = await call(…);` and nothing else. */
function keepsAnswer(statement: string, result: string, awaited: boolean): boolean {
  return new RegExp(`^(?:(?:const|let|var)\\s+)?${result}(?:\\s*:\\s*[\\w.]+)?\\s*=\\s*${awaited ? 'await\\s+' : ''}[\\w.]+\\(`).test(statement);
}

/** Does the statement run in every turn, before the turn waits for anything else? */
function startsTurn(text: string, loop: Loop, bodyStart: number, statement: number, language: SnippetLanguage): boolean {
  const before = text.slice(bodyStart, statement);
  if (/\b(?:await|continue|break|return|yield|throw|raise)\b/.test(before)) return false;
  if (language === 'typescript')
    return (before.match(/\{/g)?.length ?? 0) === (before.match(/\}/g)?.length ?? 0) && !/\b(?:if|while|for)\s*\([^\n]*\)\s*$/.test(before.trimEnd());
  const body = /^[^\S\n]*(?=[^\s#])/m.exec(text.slice(bodyStart, loop.span.end))?.[0] ?? '';
  return indentAt(text, statement) === body;
}

/** May code of this scope wait: at the top of a file, or in an async function? */
export function enclosingWaits(scope: Scope, { text }: ActionContext): boolean {
  const holder = functionOf(scope);
  return (
    holder === null ||
    /^(?:(?:export|default|public|private|protected|static|override)\s+)*async\b/.test(text.slice(holder.span.start, holder.span.start + 60))
  );
}

/** The names that the loop gives values to: they mean nothing in front of it. */
export function namesOfLoop({ loop, item }: Pick<LoopLift, 'loop' | 'item'>, { fact }: Request): { item: string[]; others: string[] } {
  const items: string[] = item.match(/[A-Za-z_$][\w$]*/g) ?? [];
  const bound = [fact.scope, ...(fact.scope.parent ? [fact.scope.parent] : [])].flatMap((scope) => scope.bindings);
  const inside = bound.filter((binding) => contains(loop, binding.span) && binding.kind !== 'item').map((binding) => binding.name);
  return { item: items, others: inside.filter((name) => !items.includes(name)) };
}

/** Does a piece of source use one of the names? Names of properties, keys and keywords are no use, nor are words in texts. */
export function mentions(source: string, names: readonly string[], language: SnippetLanguage): boolean {
  const quoted = language === 'python' ? /(?<![fFtT\w])[bBrRuU]?("|')(?:(?!\1)[^\\\n]|\\.)*\1/g : /("|')(?:(?!\1)[^\\\n]|\\.)*\1/g;
  const used = source.replace(quoted, '""').replace(/\.\.\./g, ' ');
  const key = language === 'python' ? '(?!\\s*=(?!=))' : '(?!(?<=[{,]\\s*NAME)\\s*:)';
  return names.some((name) => {
    const plain = name.replace(/\$/g, '\\$');
    return new RegExp(`(?<![\\w$.])${plain}(?![\\w$])${key.replace('NAME', plain)}`).test(used);
  });
}

/** The argument of a call by name, with its value. */
export function findValue(call: Request, name: string, { text }: ActionContext): { span: Span; value: Expr } | null {
  return argumentsOf(text, call.fact).find((argument) => argument.name === name) ?? null;
}

/** The expression that says what one item is: the content of the last user message, or the input itself. */
export function itemText(call: Request, context: ActionContext): Span | null {
  const messages = findValue(call, call.api === 'openai.responses' ? 'input' : 'messages', context);
  if (!messages) return null;
  if (messages.value.kind !== 'array') return call.api === 'openai.responses' && isText(messages.value) ? messages.value.span : null;
  const last = messages.value.items.at(-1);
  const message = last && resolve(last, null);
  if (message?.kind !== 'object') return null;
  const role = message.entries.find((entry) => entry.key === 'role')?.value;
  const isUser = role?.kind === 'string' && role.parts.length === 1 && role.parts[0]?.kind === 'text' && role.parts[0].text === 'user';
  const content = message.entries.find((entry) => entry.key === 'content')?.value;
  return isUser && content && isText(content) ? content.span : null;
}

const isText = (expr: Expr): boolean => ['string', 'name', 'member'].includes(expr.kind);

/** A name that the text does not use yet. */
export function freeName(text: string, ...wishes: string[]): string {
  const free = wishes.find((name) => !new RegExp(`(?<![\\w.])${name}\\b`).test(text));
  return free ?? `${wishes.at(-1)}${[2, 3, 4, 5, 6, 7, 8, 9].find((number) => !text.includes(`${wishes.at(-1)}${number}`)) ?? 0}`;
}

/** Moves lines to another indentation; texts over several lines stay as they are. */
export function moveLines(source: string, from: string, to: string): string {
  if (/`[^`]*\n[^`]*`|"""|'''/.test(source)) return source;
  return source.replace(/\n([^\S\n]*)/g, (all, white: string) => (white.startsWith(from) ? `\n${to}${white.slice(from.length)}` : all));
}

/** Puts edits on a slice of the text; spans are the text's. */
export function sliceWith(text: string, span: Span, replaced: Span, by: string): string {
  return text.slice(span.start, replaced.start) + by + text.slice(replaced.end, span.end);
}

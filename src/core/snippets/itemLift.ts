import { itemLoop } from '../calls/loops';
import type { Scope, Span } from '../facts';
import { functionOf } from '../rules/helpers/facts';
import type { Request, TextEdit } from '../types';
import { type ActionContext, isAsync, snippetLanguage, styleOf } from './action';
import { enclosingWaits } from './loopLift';
import type { SnippetLanguage } from './snippet';
import type { Style } from './style';
import { indentAt } from './wrapCall';

/** A call that makes an item of a list, `[call(x) for x in xs]` or `xs.map((x) => call(x))`, read as far as sending all together needs it. */
export interface ItemLift {
  language: SnippetLanguage;
  style: Style;
  awaited: boolean;
  /** `ticket`, `{ id, text }`. */
  item: string;
  /** The expression that is gone over. */
  items: string;
  /** What a comprehension keeps, ` if x`; empty where it keeps all. */
  filter: string;
  /** The call with its await and the brackets around the two. */
  turn: Span;
  /** What stands behind the turn in the same item: `.data[0].embedding`. */
  tail: string;
  /** Does the item begin with the turn? */
  leads: boolean;
  /** The comprehension, or the call of map. */
  loop: Span;
  /** The whole list, without an await: with the `asyncio.gather(*…)` or `Promise.all(…)` around it. */
  list: Span;
  /** The list is waited for as a whole. */
  gathered: boolean;
  /** Edits that give the loop a counter of this name. */
  count(name: string): TextEdit[];
  /** The statement that holds the list. */
  statement: Span;
  scope: Scope;
}

interface Head extends Pick<ItemLift, 'item' | 'items' | 'filter' | 'count' | 'statement' | 'scope'> {
  body: Span;
}

/** null where the call does not make each item of a list, or does so only under a condition. */
export function readItem(call: Request, context: ActionContext): ItemLift | null {
  const language = snippetLanguage(context);
  const { text, path } = context;
  const loop = itemLoop(call);
  if (!language || !loop || call.fact.loops.at(-1) !== loop || /\.ipynb$/.test(path)) return null;
  const turn = turnOf(call, text);
  const head = language === 'python' ? comprehension(loop.span, loop.kind, turn, call, text) : mapCallback(loop.span, loop.kind, context);
  if (!head || turn.start < head.body.start || turn.end > head.body.end) return null;
  const before = text.slice(head.body.start, turn.start);
  const tail = text.slice(turn.end, head.body.end).trimEnd();
  const conditional = language === 'python' ? /\b(?:if|and|or|lambda|await|for)\b/ : /\?(?![.?])|&&|\|\||=>|\bawait\b/;
  if (conditional.test(before) || (language === 'python' && conditional.test(tail))) return null;
  const around = gatherAround(loop.span, language, text);
  const awaited = isAsync(call, context);
  if (awaited && !around && (language === 'typescript' || !call.fact.awaited)) return null;
  const { body, ...rest } = head;
  const list = around ?? loop.span;
  const style = styleOf(context, language);
  return { language, style, awaited, ...rest, turn, tail, leads: !before.trim(), loop: loop.span, list, gathered: around !== null };
}

/** `(await call(…))`, `await call(…)` or the call alone. */
function turnOf({ span, fact }: Request, text: string): Span {
  const awaits = fact.awaited ? /\bawait\s+$/.exec(text.slice(0, span.start)) : null;
  if (!awaits) return span;
  const open = /\(\s*$/.exec(text.slice(0, awaits.index));
  const close = /^\s*\)/.exec(text.slice(span.end));
  const called = open && /[\w\])]\s*$/.test(text.slice(0, open.index));
  return open && close && !called ? { start: open.index, end: span.end + close[0].length } : { start: awaits.index, end: span.end };
}

const comprehensionHead = /^([\s\S]*?)\s+for\s+([\s\S]+?)\s+in\s+([\s\S]+?)(\s+if\s+[\s\S]+?)?\s*[\])]$/d;

function comprehension(span: Span, kind: string, turn: Span, { fact }: Request, text: string): Head | null {
  if (kind !== 'comprehension' || !/[[(]/.test(text[span.start] ?? '')) return null;
  const match = comprehensionHead.exec(text.slice(turn.end, span.end));
  const [, tail = '', item = '', items = '', filter = ''] = match ?? [];
  const [atItem, atItems] = [match?.indices?.[2], match?.indices?.[3]];
  if (!atItem || !atItems || /\basync$/.test(tail) || /\bfor\b/.test(items + filter) || /\bfor\b/.test(item)) return null;
  const at = (index: number, inserted: string): TextEdit => ({ start: turn.end + index, end: turn.end + index, text: inserted });
  const open = /,/.test(item) && !item.startsWith('(');
  return {
    item,
    items,
    filter,
    body: { start: span.start + 1, end: turn.end + tail.length },
    statement: fact.statement,
    scope: fact.scope,
    count: (name) => [
      at(atItem[0], `${name}, ${open ? '(' : ''}`),
      ...(open ? [at(atItem[1], ')')] : []),
      at(atItems[0], 'enumerate('),
      at(atItems[1], ')'),
    ],
  };
}

const callbackHead =
  /^((?:Object\.(?:keys|values|entries)\([\w.$]+\)|\[\.\.\.[\w.$]+\]|[\w.$]+))\s*\.map\(\s*(?:async\s*)?(?:\(\s*([^()]*?)\s*\)|(\w+))\s*=>\s*(?!\{)/d;

function mapCallback(span: Span, kind: string, { text, facts }: ActionContext): Head | null {
  const source = text.slice(span.start, span.end);
  const match = kind === 'callback' ? callbackHead.exec(source) : null;
  const map = facts?.calls.find((fact) => fact.span.start === span.start && fact.span.end === span.end);
  const bare = match?.indices?.[3];
  const place = bare ?? match?.indices?.[2];
  const parameter = match?.[2] ?? match?.[3] ?? '';
  // A second parameter, or one with a default, is not taken apart here.
  if (!match || !map || !place || !/^(?:\{[^{}=]*\}|\[[^[\]=]*\]|\w+)(?:\s*:\s*[\w.[\]<>]+)?$/.test(parameter)) return null;
  const end = span.end - (/\s*,?\s*\)$/.exec(source)?.[0].length ?? 1);
  const at = (index: number, inserted: string): TextEdit => ({ start: span.start + index, end: span.start + index, text: inserted });
  return {
    item: parameter.replace(/(?<=[\w}\]])\s*:\s*[\w.[\]<>]+$/, ''),
    items: match[1] ?? '',
    filter: '',
    body: { start: span.start + match[0].length, end },
    statement: map.statement,
    scope: map.scope,
    count: (name) => (bare ? [at(place[0], '('), at(place[1], `, ${name})`)] : [at(place[1], `, ${name}`)]),
  };
}

/** The `asyncio.gather(*…)` or `Promise.all(…)` around a list, which takes nothing else. */
function gatherAround({ start, end }: Span, language: SnippetLanguage, text: string): Span | null {
  const before = (language === 'python' ? /\b(?:asyncio\.)?gather\(\s*\*\s*$/ : /\bPromise\.all\(\s*$/).exec(
    text.slice(Math.max(0, start - 200), start),
  );
  const behind = /^\s*,?\s*\)/.exec(text.slice(end));
  return before && behind ? { start: start - before[0].length, end: end + behind[0].length } : null;
}

/** Where lines that compute the list go: in front of its statement. null where it may not be reached, or the function can't wait. */
export function placeInFront(lift: ItemLift, context: ActionContext): { place: number; indent: string } | null {
  const { text } = context;
  const { statement, list, language, awaited } = lift;
  const before = text.slice(statement.start, list.start);
  const place = text.lastIndexOf('\n', statement.start - 1) + 1;
  const plain = /^(?:return\b|(?:export\s+)?(?:const|let|var)\b[^=>]*=|[\w.[\]'", ]+(?::[^=]+)?=|)\s*(?:await\s+)?(?:[\w.]+\(\s*)*(?:await\s+)?$/;
  if (text.slice(place, statement.start).trim() || !plain.test(before)) return null;
  if (language === 'python' && /^[\s)]*(?:if|and|or)\b/.test(text.slice(list.end, statement.end))) return null;
  if (awaited && functionOf(lift.scope) && !enclosingWaits(lift.scope, context)) return null;
  return { place, indent: indentAt(text, statement.start) };
}

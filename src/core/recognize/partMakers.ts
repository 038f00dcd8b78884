import type { Expr, ObjectEntry } from '../facts';
import { literalText } from '../languages/strings';
import { lastName } from '../resolve/names';
import { type Entry, plainName, type Resolver, type Value } from '../resolve/resolve';
import type { Part, Role } from '../types';
import { wordsOf } from './digest';
import { isProse, tellsRole } from './promptShape';
import { roleOf } from './words';

/** The role that a dotted path of makers names; what is made last counts most. */
export function roleOfMaker(path: string): Role | null {
  for (const word of path.split('.').reverse()) {
    const role = roleOf(word);
    if (role) return role;
  }
  return null;
}

/** What was not read, of any length. */
export const UNREAD: Part = { kind: 'placeholder', name: null };

export const nameOf = (expr: Value): string | null =>
  expr.kind === 'name' ? expr.name : expr.kind === 'member' ? expr.property : expr.kind === 'call' ? lastName(expr.call.callee) : null;
export const placeholderFor = (expr: Value): Part => ({ kind: 'placeholder', name: nameOf(expr) });
export const historyFor = (expr: Value): Part => ({ kind: 'history', name: nameOf(expr) });

/** One of several; what stands alone is sent for certain. */
export function pushOneOf(parts: Part[], options: Part[][]): void {
  const [only] = options;
  if (options.length === 1 && only) parts.push(...only);
  else if (options.length) parts.push({ kind: 'oneOf', options });
}

export function looseRole(name: string | null, text: string): Role | null {
  if (name && /system|instruction|persona|preamble/i.test(name)) return 'system';
  if (name && /user|human|question/i.test(name)) return 'user';
  return tellsRole(text) ? 'system' : 'user';
}

/** `answer || "(none)"`: a word that only stands where nothing is given. */
export function isStopgap(value: Value): boolean {
  return value.kind === 'string' && !isProse(wordsOf(value), 2);
}

/** What a message may hold beside its text that is sent too. */
const BESIDE_TEXT = ['tool_calls', 'function_call', 'name', 'reasoning', 'reasoning_content'];
/** Keys of a message that are read, and those that are not sent to the model. */
const READ_KEYS =
  /^(role|type|author|content|contents|parts|text|prompt|template|ofstring|multicontent|id|name|created(at)?|timestamp|date|metadata|status|cachecontrol|provideroptions|providermetadata|toolcalls|functioncall|reasoning|reasoningcontent|annotations|key)$/;

/** Does a message hold more than its text: calls of tools, a name, a key that nobody knows? */
export function holdsMore(message: Expr, resolver: Pick<Resolver, 'entry'>): boolean {
  const isUnknown = ({ key, value }: ObjectEntry) => key !== null && !READ_KEYS.test(plainName(key)) && value.kind !== 'null';
  if (message.kind === 'object' && message.entries.some(isUnknown)) return true;
  return BESIDE_TEXT.some((key) => resolver.entry(message, key)?.values.some(({ kind }) => kind !== 'null'));
}

/** The values of an entry, and where an unread spread may set it otherwise one that is not known. */
export function allOf({ values, open }: Entry, { span }: Expr): Expr[] {
  return open ? [...values, { kind: 'unknown', span }] : values;
}

/** What a block or a template holds as its text. */
export function textEntry(value: Expr, resolver: Pick<Resolver, 'entry'>): Expr[] {
  for (const key of ['text', 'content', 'parts', 'template', 'prompt']) {
    const entry = resolver.entry(value, key);
    if (entry?.values.length) return allOf(entry, value);
  }
  return [];
}

/** The word that says a message's role. */
export function roleWord(expr: Expr, resolver: Pick<Resolver, 'valueOf'>): string | null {
  const value = resolver.valueOf(expr);
  if (value?.kind === 'string') return literalText(value);
  if (expr.kind === 'call') return expr.call.args.length ? null : lastName(expr.call.callee); // `Message.user("…")` is no role
  return expr.kind === 'member' ? expr.property : expr.kind === 'name' ? expr.name : null;
}

/** A picture or a file as text. */
export const DATA = /^\s*(data:[\w+-]+\/|[\w+/=-]{160,}\s*$|(?:image|audio|video|application)\/[\w.+-]+$)/;

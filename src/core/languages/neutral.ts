import type { Expr, StringPart } from '../facts';
import type { Site } from './lowering';
import { PRINTF, percent, plainName, words } from './names';
import { dedentParts, joinStrings, literalText, trimParts } from './strings';
import type { Walker } from './walker';

/** Methods without arguments that give the same text or value, in plain spelling. */
const SAME = words(
  'tostring tostr tojson toowned into clone asstr asstring asref asderef asdeserialized tos tosym freeze dup htmlsafe unwrap unwrapordefault tolist toarray tovec tomutablelist asreadonly intern get presence',
);
const TRIMS = words('trim strip trimstart trimend striptrailing stripleading lstrip rstrip chomp squish');
const DEDENTS = words('trimindent stripindent stripheredoc unindent dedent');
const REPLACES = words('torequestbody replace replaceall replacefirst replacen gsub sub tr removeprefix removesuffix translateescapes');
const FALLBACKS = words('unwrapor unwraporelse orelse orelseget or orelsethrow getordefault');

/**
 * What a method of a string, an optional or a list gives where that can be read without knowing its type: trimmed or
 * formatted text, a default, joined items. Null where it is a call like any other.
 */
export function neutralMethod(walker: Walker, node: Site, object: Expr, method: string, args: Expr[]): Expr | null {
  const name = plainName(method);
  const [first] = args;
  const known = object.kind === 'string' || object.kind === 'name' || object.kind === 'member';
  if (!first) {
    if (SAME.has(name) && (name !== 'get' || object.kind === 'string')) return object;
    if (TRIMS.has(name) && known) return object.kind === 'string' ? { ...object, parts: trimParts(object.parts, walker.range) } : object;
    if (name === 'trimmargin' && known)
      return object.kind === 'string' ? { ...object, parts: dropBlankEnds(withoutMargin(object.parts, walker), walker) } : object;
    if (DEDENTS.has(name) && known)
      return object.kind === 'string' ? { ...object, parts: dropBlankEnds(dedentParts(object.parts, walker.range), walker) } : object;
    return null;
  }
  if (name === 'expect' && args.length === 1) return object;
  if (REPLACES.has(name) && known) {
    for (const arg of args) walker.keep(arg);
    return object;
  }
  if (FALLBACKS.has(name) && args.length === 1) {
    const value = first.kind === 'function' ? first.scope.returns[0] : walker.keep(first);
    walker.keep(object);
    return value ? { kind: 'choice', span: walker.lowering.span(node), options: [object, value], fallback: true } : null;
  }
  if ((name === 'formatted' || name === 'format') && object.kind === 'string') return walker.formatted(node, object, args, PRINTF, percent);
  if ((name === 'join' || name === 'jointostring') && object.kind === 'array') {
    const separator = literalText(first);
    if (separator !== null) return joinStrings(object.items, separator, walker.lowering.span(node), walker.lowering.source, walker.range);
  }
  return null;
}

/** Drops what stands before and with the `|` of each line. */
function withoutMargin(parts: StringPart[], walker: Walker): StringPart[] {
  return parts.flatMap((part, index): StringPart[] => {
    if (part.kind === 'hole') return [part];
    const result: StringPart[] = [];
    let at = 0;
    for (const { index: start, 0: margin, 1: lineEnd = '' } of part.text.matchAll(index ? /(\n)[ \t]*\|/g : /(^|\n)[ \t]*\|/g)) {
      if (start + lineEnd.length > at) result.push(walker.slice(part, at, start + lineEnd.length));
      at = start + margin.length;
    }
    return at < part.text.length ? [...result, walker.slice(part, at)] : result;
  });
}

/** Drops a first and a last line that are blank, as trimIndent does. */
function dropBlankEnds(parts: StringPart[], walker: Walker): StringPart[] {
  const result = parts.filter((part, index) => (index > 0 && index < parts.length - 1) || part.kind === 'hole' || !/^[ \t]*\r?\n?$/.test(part.text));
  const first = result[0];
  if (first?.kind === 'text' && /^[ \t]*\r?\n/.test(first.text)) result[0] = walker.slice(first, (/^[ \t]*\r?\n/.exec(first.text)?.[0] ?? '').length);
  const last = result.at(-1);
  if (last?.kind === 'text') result[result.length - 1] = walker.slice(last, 0, last.text.replace(/\r?\n[ \t]*$/, '').length);
  return result;
}

const LIST_TYPE =
  /^(?:(?:Array|Linked|Mutable|Concurrent)?List|Collection|(?:Hash|Sorted|LinkedHash|Tree)?Set|Queue|Stack|ArrayDeque|ConcurrentBag|ChatMessageList|JSONArray|JsonArray|JArray)$/;
const MAP_TYPE = /^(?:(?:Hash|LinkedHash|Tree|ConcurrentHash|Sorted|Concurrent)?(?:Map|Dictionary))$/;

/** A new list or map of the standard library as a literal, so that what is added to it later has something to be added to; null for other types. */
export function collection(walker: Walker, node: Site, type: string, args: Expr[], content: Expr | null): Expr | null {
  if (content?.kind === 'array' && LIST_TYPE.test(type)) return content;
  if (content?.kind === 'object' && MAP_TYPE.test(type)) return content;
  if (content || args.length > 1) return null;
  const [first] = args;
  if (LIST_TYPE.test(type)) {
    if (first?.kind === 'array') return first;
    return walker.array(node, first && first.kind !== 'number' ? [{ kind: 'spread', span: first.span, value: first }] : []);
  }
  if (!MAP_TYPE.test(type)) return null;
  return first?.kind === 'object'
    ? first
    : first && first.kind !== 'number'
      ? null
      : walker.object(node, null, [], walker.list(null, 'positional', node));
}

import type { Argument, Expr, ListSite, ObjectEntry, Scope, Span } from '../facts';
import type { Language } from '../languages/language';
import type { Request, TextEdit } from '../types';
import { type NamedArgument, resolve, sameName } from './helpers/facts';

/** A place that takes parameters: a call's arguments or an object literal. */
interface Container {
  list: ListSite;
  parts: { name: string | null; value: Expr }[];
}

/**
 * Adds a parameter to a call in the way the file writes them. `name` may be a path (`generationConfig.maxOutputTokens`): the parameter
 * goes into the object at that path, which is written where it is missing. null where there is no safe place.
 */
export function addArgument(text: string, language: Language | null, call: Pick<Request, 'fact'>, name: string, value: string): TextEdit | null {
  const path = name.split('.').filter((step) => !/^\d+$/.test(step));
  if (!language || path[0] === 'receiver') return null;
  const container = parameterContainer(call, language);
  return container ? addAt(text, language, container, path, value, call.fact.scope) : newObject(language, call, path, value);
}

function parameterContainer(call: Pick<Request, 'fact'>, language: Language): Container | null {
  const { fact } = call;
  if (language.ecosystem !== 'python') {
    for (const argument of fact.args) {
      const value = argument.name || argument.spread ? null : resolve(argument.value, fact.scope);
      if (value?.kind === 'object') return { list: value.list, parts: value.entries.map(entryPart) };
    }
  }
  return fact.list.style === 'positional' ? null : { list: fact.list, parts: fact.args.map(argumentPart) };
}

const entryPart = (entry: ObjectEntry) => ({ name: entry.key, value: entry.value });
const argumentPart = (argument: Argument) => ({ name: argument.name, value: argument.value });

function addAt(text: string, language: Language, container: Container, path: string[], value: string, scope: Scope): TextEdit | null {
  const [first = '', ...rest] = path;
  const present = container.parts.find((part) => part.name !== null && sameName(part.name, first));
  if (!rest.length) return present ? null : addNamed(text, language, container.list, first, value);
  if (!present) {
    const literal = objectLiteral(language, rest, value);
    return literal === null ? null : addNamed(text, language, container.list, first, literal);
  }
  const inner = resolve(present.value, scope);
  if (inner.kind === 'object') return addAt(text, language, { list: inner.list, parts: inner.entries.map(entryPart) }, rest, value, scope);
  if (inner.kind !== 'call') return null;
  const [argument] = inner.call.args;
  if (argument && !argument.name && argument.value.kind === 'object') {
    return addAt(text, language, { list: argument.value.list, parts: argument.value.entries.map(entryPart) }, rest, value, scope);
  }
  return inner.call.list.style === 'keyword'
    ? addAt(text, language, { list: inner.call.list, parts: inner.call.args.map(argumentPart) }, rest, value, scope)
    : null;
}

/** `{"a": {"b": 1}}` or `{ a: { b: 1 } }`; null in languages that need a type's name there. */
function objectLiteral(language: Language, path: string[], value: string): string | null {
  const [first = '', ...rest] = path;
  const inner = rest.length ? objectLiteral(language, rest, value) : value;
  if (inner === null) return null;
  if (language.ecosystem === 'python') return `{"${first}": ${inner}}`;
  return language.ecosystem === 'javascript' ? `{ ${first}: ${inner} }` : null;
}

/** `new ChatOpenAI()` takes its options as a new object. */
function newObject(language: Language, call: Pick<Request, 'fact'>, path: string[], value: string): TextEdit | null {
  const { list, constructs } = call.fact;
  const literal = constructs && !list.items.length ? objectLiteral(language, path, value) : null;
  return literal !== null && language.ecosystem === 'javascript' ? { start: list.span.start + 1, end: list.span.start + 1, text: literal } : null;
}

/** Adds `name` with a value to a list, written in the list's own style. */
export function addNamed(text: string, language: Language, list: ListSite, name: string, value: string): TextEdit | null {
  if (list.style === 'positional') return null;
  const item = language.syntax.item(list.style, nameIn(language, name), value);
  return item === null ? null : addItem(text, list, item);
}

/** A parameter's name as a language writes it: `MaxTokens` in Go. */
export function nameIn(language: Language | null, name: string): string {
  const style = language?.syntax.case ?? 'asIs';
  if (style === 'asIs') return name;
  const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return style === 'camel' ? camel : camel.charAt(0).toUpperCase() + camel.slice(1);
}

/** Adds a written item at the end of a list: indentation, trailing comma and comments stay as they are; before a closing `**kwargs`. */
export function addItem(text: string, list: ListSite, item: string): TextEdit | null {
  const close = list.span.end - 1;
  const last = list.items.at(-1);
  if (!last) return intoEmpty(text, list.span.start + 1, close, item);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = ownIndent(text, last.start);
  const next = indent === null ? ' ' : `${newline}${indent}`;
  if (text.startsWith('**', last.start)) return insert(last.start, `${item},${next}`);
  const comma = list.trailingComma ? /^\s*,/.exec(text.slice(last.end, close)) : null;
  if (list.trailingComma && !comma) return null;
  const end = last.end + (comma?.[0].length ?? 0);
  const lineEnd = endOfLine(text, end, close);
  const ending = comma ? `${next}${item},` : `${next}${item}`;
  if (lineEnd === null) return insert(end, comma ? ending : `,${ending}`);
  const tail = text.slice(end, lineEnd);
  if (comma) return indent === null ? insert(end, ending) : insert(lineEnd, ending);
  if (!tail.trim()) return insert(end, `,${ending}`);
  return indent === null ? insert(end, `,${ending}`) : { start: end, end: lineEnd, text: `,${tail}${ending}` };
}

const insert = (at: number, text: string): TextEdit => ({ start: at, end: at, text });

function intoEmpty(text: string, open: number, close: number, item: string): TextEdit {
  const spaced = text[open - 1] === '{' && open === close;
  return insert(open, spaced ? ` ${item} ` : item);
}

/** The white space before an offset when nothing else stands before it on its line. */
function ownIndent(text: string, offset: number): string | null {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return before.trim() ? null : before;
}

/** Where the line of an offset ends, before its line break; null when the list closes on that line. */
function endOfLine(text: string, offset: number, close: number): number | null {
  const at = text.indexOf('\n', offset);
  if (at < 0 || at > close) return null;
  return text[at - 1] === '\r' ? at - 1 : at;
}

/** Gives an argument another name; a shorthand property (`{ max_tokens }`) keeps its variable. */
export function renameArgument(text: string, argument: NamedArgument, name: string): TextEdit {
  const shorthand = text.slice(argument.span.start, argument.span.end) === argument.name && argument.value.kind === 'name';
  return { ...argument.nameSpan, text: shorthand ? `${name}: ${argument.name}` : name };
}

/** Puts a number in place of the only number literal at a span; null where there isn't exactly one. */
export function replaceNumber(text: string, span: Span, value: number): TextEdit | null {
  const numbers = [...text.slice(span.start, span.end).matchAll(/(?<![\w.])\d[\d_]*(?![\w.])/g)];
  const [only] = numbers;
  if (!only || numbers.length > 1) return null;
  const start = span.start + only.index;
  return { start, end: start + only[0].length, text: String(value) };
}

/** The inside of the one quoted literal of this value at a span; null where it isn't written out there. */
export function literalSpan(text: string, span: Span, value: string): Span | null {
  const source = text.slice(span.start, span.end);
  const found = ['"', "'", '`'].map((quote) => source.indexOf(`${quote}${value}${quote}`)).filter((at) => at >= 0);
  const [at] = found;
  if (at !== undefined && found.length === 1) return { start: span.start + at + 1, end: span.start + at + 1 + value.length };
  return source === value ? span : null;
}

import type { ArrayExpr, Expr, HolePart, ObjectEntry, ObjectExpr, Span, StringExpr, StringPart, TextPart } from '../facts';
import { sliceText } from '../languages/strings';
import { type Entry, sameName } from './values';

/** Stands for a hole while the text is read. */
const HOLE = '\ufffc';
const TOKEN = /\s*(?:([{}[\],:])|"((?:[^"\\]|\\[\s\S])*)"|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|(\ufffc))/y;
const DEEPEST = 40;
/** Longer texts are data. */
const LONGEST = 40_000;
const span = (start: number, end: number): Span => ({ start, end });

/** What a text that is a JSON object says of a key; null for any other text. */
export function entryOfJsonText(string: StringExpr, key: string): Entry | null {
  const json = readJson(string);
  const found = json?.entries.findLast((entry) => entry.key !== null && sameName(entry.key, key));
  return json && { values: found ? [found.value] : [], open: false };
}

/**
 * A text that is a JSON object, as the object: request bodies are written so. Its strings keep their place in the source where
 * they have no escapes of their own; null for any other text.
 */
function readJson(string: StringExpr): ObjectExpr | null {
  const [first] = string.parts;
  if (string.span.end - string.span.start > LONGEST) return null;
  if (first?.kind !== 'text' || !/^\s*\{/.test(first.text)) return null;
  const starts: number[] = [];
  let text = '';
  for (const part of string.parts) {
    starts.push(text.length);
    text += part.kind === 'text' ? part.text : HOLE;
  }
  const here = (): Span => span(string.span.start, string.span.start);
  let at = 0;

  function next(): RegExpExecArray | null {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match) at = TOKEN.lastIndex;
    return match;
  }

  /** The parts between two offsets of the whole text. */
  function partsOf(from: number, to: number): StringPart[] {
    return string.parts.flatMap((part, index): StringPart[] => {
      const start = starts[index] as number;
      if (part.kind === 'hole') return start >= from && start < to ? [part] : [];
      const end = start + part.text.length;
      if (end <= from || start >= to) return [];
      return [withoutEscapes(sliceText(part, Math.max(0, from - start), Math.min(part.text.length, to - start), span))];
    });
  }

  function value(token: RegExpExecArray | null, depth: number): Expr | null {
    if (!token || depth > DEEPEST) return null;
    const [whole, mark, quoted, number, word, hole] = token;
    if (mark === '{') return object(depth + 1);
    if (mark === '[') return array(depth + 1);
    if (quoted !== undefined) {
      const parts = partsOf(at - 1 - quoted.length, at - 1);
      const place = parts.length ? span(parts[0]!.span.start, parts.at(-1)!.span.end) : here();
      return { kind: 'string', span: place, parts };
    }
    if (number !== undefined) return { kind: 'number', span: here(), value: Number(number) };
    if (word !== undefined) return word === 'null' ? { kind: 'null', span: here() } : { kind: 'boolean', span: here(), value: word === 'true' };
    if (hole === undefined) return null;
    const part = string.parts[starts.indexOf(at - whole.trimStart().length)] as HolePart | undefined;
    return part?.value ?? { kind: 'unknown', span: here() };
  }

  function object(depth: number): ObjectExpr | null {
    const entries: ObjectEntry[] = [];
    for (let token = next(); token; token = next()) {
      if (token[1] === '}')
        return { kind: 'object', span: here(), type: null, entries, list: { span: here(), items: [], trailingComma: false, style: 'stringKey' } };
      if (token[1] === ',') continue;
      const key = token[2];
      if (key === undefined || next()?.[1] !== ':') return null;
      const content = value(next(), depth);
      if (!content) return null;
      entries.push({ key, value: content, spread: false, span: content.span });
    }
    return null;
  }

  function array(depth: number): ArrayExpr | null {
    const items: Expr[] = [];
    for (let token = next(); token; token = next()) {
      if (token[1] === ']') return { kind: 'array', span: here(), items, tuple: false };
      if (token[1] === ',') continue;
      const item = value(token, depth);
      if (!item) return null;
      items.push(item);
    }
    return null;
  }

  const read = value(next(), 0);
  return read?.kind === 'object' && !text.slice(at).trim() ? read : null;
}

/** JSON's own escapes decoded; the text then has no place that an edit could touch. */
function withoutEscapes(part: TextPart): TextPart {
  if (!part.text.includes('\\')) return part;
  const text = part.text.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (_, written: string) =>
    written.length > 1
      ? String.fromCharCode(Number.parseInt(written.slice(1), 16))
      : ({ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }[written] ?? written),
  );
  return { kind: 'text', text, span: span(part.span.start, part.span.start), escapes: [] };
}

import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments, Scalar } from 'yaml';
import { BACKSLASH, decodeText, doubled } from '../../languages/escapes';
import type { Escape, Span } from '../../types';
import { type DataNode, DEEPEST, nestsTooDeeply } from './data';
import { type Decoded, unmapped } from './decoded';

/** Reads the YAML in a range of a text, as far as it goes: one value per document. */
export function readYaml(source: string, range: Span = { start: 0, end: source.length }): DataNode[] {
  const part = source.slice(range.start, range.end);
  if (nestsTooDeeply(part)) return [];
  try {
    const documents = parseAllDocuments(part, { logLevel: 'silent', prettyErrors: false, strict: false, uniqueKeys: false });
    return [...documents].flatMap((document) =>
      document.contents ? (convert({ source, base: range.start, document }, document.contents as Node, 0) ?? []) : [],
    );
  } catch {
    // The parser gives up on nesting that no prompt file has.
    return [];
  }
}

interface Reading {
  source: string;
  base: number;
  document: Document.Parsed;
}

function convert(reading: Reading, node: unknown, depth: number): DataNode | null {
  const { source, base } = reading;
  const range = (node as Node | null)?.range;
  if (!range || depth > DEEPEST) return null;
  const span = { start: base + range[0], end: base + range[1] };
  if (isAlias(node)) {
    // The text stands at its anchor, where it is edited; here it only counts. Lists and maps are not repeated.
    const named = node.resolve(reading.document);
    return isScalar(named) && typeof named.value === 'string' ? { kind: 'string', span, decoded: unmapped(named.value), editable: false } : null;
  }
  if (isScalar(node)) {
    if (typeof node.value !== 'string') return { kind: 'scalar', span, value: node.value };
    return { kind: 'string', span, ...decode(source, span, node.value, node.type) };
  }
  if (isSeq(node)) return { kind: 'list', span, items: node.items.flatMap((item) => convert(reading, item, depth + 1) ?? []) };
  if (!isMap(node)) return null;
  const entries = node.items.flatMap(({ key, value }) => {
    const read = isScalar(key) ? convert(reading, value, depth + 1) : null;
    return read ? [{ key: String((key as Scalar).value), value: read }] : [];
  });
  return { kind: 'map', span, entries };
}

type Read = { decoded: Decoded; editable: boolean };

/** Maps what can be mapped for sure: the result is compared with what the parser read. */
function decode(source: string, span: Span, value: string, type: string | null | undefined): Read {
  const decoded = map(source, span, type);
  return decoded?.text === value ? { decoded, editable: type !== Scalar.PLAIN } : { decoded: unmapped(value), editable: false };
}

function map(source: string, { start, end }: Span, type: string | null | undefined): Decoded | null {
  const place = (from: number, to: number) => ({ start: from, end: to });
  switch (type) {
    case Scalar.PLAIN:
      return { text: source.slice(start, end), start, escapes: [], mapped: true };
    case Scalar.QUOTE_DOUBLE:
      return { ...decodeText(source, start + 1, end - 1, BACKSLASH, place), start: start + 1, mapped: true };
    case Scalar.QUOTE_SINGLE:
      return { ...decodeText(source, start + 1, end - 1, doubled(/''/g), place), start: start + 1, mapped: true };
    case Scalar.BLOCK_LITERAL:
      return mapBlock(source, start, end);
    default:
      return null;
  }
}

/** `|`: each line without the indentation of the block. */
function mapBlock(source: string, header: number, end: number): Decoded | null {
  const first = source.indexOf('\n', header) + 1;
  if (first === 0 || first > end) return null;
  const chomp = /[|>][^\n]*?([-+])/.exec(source.slice(header, first))?.[1] ?? '';
  const given = /[|>][^\n]*?([1-9])/.exec(source.slice(header, first))?.[1];
  const indent = given === undefined ? indentOf(source, first, end) : null;
  if (indent === null) return null;
  let text = '';
  const escapes: Escape[] = [];
  const start = first + Math.min(indent, lineLength(source, first, end));
  for (let at = first; at < end; ) {
    const next = source.indexOf('\n', at);
    const stop = next < 0 ? end : Math.min(next + 1, end);
    const skipped = Math.min(indent, lineLength(source, at, end));
    if (at > first && skipped) escapes.push({ at: text.length, length: 0, sourceLength: skipped });
    const line = source.slice(at + skipped, stop);
    if (line.endsWith('\r\n')) {
      escapes.push({ at: text.length + line.length - 2, length: 1, sourceLength: 2 });
      text += `${line.slice(0, -2)}\n`;
    } else text += line;
    at = stop;
  }
  const trimmed = text.replace(/\n+$/, '');
  if (chomp !== '+') text = chomp === '-' || text === trimmed ? trimmed : `${trimmed}\n`;
  return { text, start, escapes: escapes.filter(({ at, length }) => at + length <= text.length && (at < text.length || length > 0)), mapped: true };
}

function indentOf(source: string, first: number, end: number): number | null {
  const line = /^(?:[^\S\n]*\n)*( *)\S/.exec(source.slice(first, end));
  return line ? line[1]!.length : null;
}

/** Characters of a line before its end. */
function lineLength(source: string, at: number, end: number): number {
  const next = source.indexOf('\n', at);
  const stop = next < 0 || next > end ? end : next;
  return stop > at && source[stop - 1] === '\r' ? stop - 1 - at : stop - at;
}

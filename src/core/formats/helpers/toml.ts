import { type AST, parseTOML } from 'toml-eslint-parser';
import { BACKSLASH, decodeText } from '../../languages/escapes';
import type { Span } from '../../types';
import type { DataNode, MapNode, StringNode } from './data';
import { plain, unmapped } from './decoded';

/** Reads TOML; null where it can't be read. Keys with dots and names of tables stay in one piece. */
export function readToml(source: string): DataNode | null {
  try {
    const [root] = parseTOML(source).body;
    return tableOf(source, root);
  } catch {
    return null;
  }
}

function tableOf(source: string, { body, range }: AST.TOMLTopLevelTable | AST.TOMLTable | AST.TOMLInlineTable): MapNode {
  const entries = body.map((entry) => ({
    key: nameOf(entry.key),
    value: entry.type === 'TOMLTable' ? tableOf(source, entry) : convert(source, entry.value),
  }));
  return { kind: 'map', span: spanOf(range), entries };
}

const nameOf = ({ keys }: AST.TOMLKey): string => keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value)).join('.');
const spanOf = ([start, end]: [number, number]): Span => ({ start, end });

function convert(source: string, node: AST.TOMLContentNode): DataNode {
  if (node.type === 'TOMLInlineTable') return tableOf(source, node);
  const span = spanOf(node.range);
  if (node.type === 'TOMLArray') return { kind: 'list', span, items: node.elements.map((item) => convert(source, item)) };
  return node.kind === 'string' ? { kind: 'string', span, ...decode(source, node) } : { kind: 'scalar', span, value: node.value };
}

function decode(source: string, { range, style, multiline, value }: AST.TOMLStringValue): Pick<StringNode, 'decoded' | 'editable'> {
  const quotes = multiline ? 3 : 1;
  // The line end behind the opening quotes is not part of the text
  const first = multiline ? (/^\r?\n/.exec(source.slice(range[0] + quotes, range[0] + quotes + 2))?.[0].length ?? 0) : 0;
  const inner = { start: range[0] + quotes + first, end: range[1] - quotes };
  if (style === 'literal') return { decoded: plain(source, inner), editable: true };
  const { text, escapes } = decodeText(source, inner.start, inner.end, BACKSLASH, (start, end) => ({ start, end }));
  const mapped = text === value;
  return { decoded: mapped ? { text, start: inner.start, escapes, mapped } : unmapped(value), editable: mapped };
}

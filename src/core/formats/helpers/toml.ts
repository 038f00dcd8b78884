import { BACKSLASH, decodeText } from '../../languages/escapes';
import type { DataNode, MapNode, StringNode } from './data';
import { plain, unmapped } from './decoded';

/** A table's header, or a key with its value; what stands in a long string is part of it. */
const LINE =
  /^[ \t]*(?:\[{1,2}([^[\]\n]+)\]{1,2}|([\w.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*=[ \t]*("""(?:[^\\]|\\[\s\S])*?"{3,5}|'''[\s\S]*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s#]+))/gm;

/** Reads the texts, numbers and flags of a TOML file, table by table. Lists and tables within a line are left out. */
export function readToml(source: string): DataNode {
  const root: MapNode = { kind: 'map', span: { start: 0, end: source.length }, entries: [] };
  let table = root;
  for (const found of source.matchAll(LINE)) {
    const [whole, header, key, written] = found;
    const end = found.index + whole.length;
    if (header !== undefined) {
      table = { kind: 'map', span: { start: found.index, end }, entries: [] };
      root.entries.push({ key: header.trim(), value: table });
    } else if (key !== undefined && written !== undefined && !/^[[{]/.test(written)) {
      table.entries.push({ key: key.replace(/^["']|["']$/g, ''), value: readValue(source, end - written.length, end) });
    }
  }
  return root;
}

function readValue(source: string, start: number, end: number): DataNode {
  const span = { start, end };
  const [quotes] = /^("""|'''|"|')?/.exec(source.slice(start, end)) ?? [];
  if (!quotes) {
    const word = source.slice(start, end);
    return { kind: 'scalar', span, value: /^[+-]?\d[\d_]*$/.test(word) ? Number(word.replaceAll('_', '')) : word };
  }
  // The line end behind the opening quotes is not part of the text
  const first = quotes.length === 3 ? (/^\r?\n/.exec(source.slice(start + 3, start + 5))?.[0].length ?? 0) : 0;
  return { kind: 'string', span, ...decode(source, start + quotes.length + first, end - quotes.length, quotes) };
}

function decode(source: string, start: number, end: number, quotes: string): Pick<StringNode, 'decoded' | 'editable'> {
  if (quotes.startsWith("'")) return { decoded: plain(source, { start, end }), editable: true };
  const joined = /\\[ \t]*\r?\n\s*/g;
  const written = source.slice(start, end);
  if (joined.test(written)) {
    const text = written.replace(joined, '');
    return { decoded: unmapped(decodeText(text, 0, text.length, BACKSLASH, (from, to) => ({ start: from, end: to })).text), editable: false };
  }
  const { text, escapes } = decodeText(source, start, end, BACKSLASH, (from, to) => ({ start: from, end: to }));
  return { decoded: { text, start, escapes, mapped: true }, editable: true };
}

import type { Node } from 'web-tree-sitter';
import type { Argument, Expr, StringExpr, StringPart } from '../facts';
import type { Lowering } from './lowering';
import { lowerExpression } from './pythonExpressions';
import { makeSpan, values } from './pythonNodes';
import { joinStrings, literalText, splitHoles, trimParts } from './strings';

const FORMAT_FIELD = /\{\{|\}\}|\{([^{}]*)\}/g;

/** A string literal of any prefix, or several side by side. */
export function lowerString(node: Node, lw: Lowering, depth: number): StringExpr {
  if (node.type === 'concatenated_string') {
    const parts = values(node).flatMap((part) => (part.type === 'string' ? lowerString(part, lw, depth).parts : []));
    return { kind: 'string', span: lw.span(node), parts };
  }
  const children = node.children;
  const prefix = children[0]?.type === 'string_start' ? lw.text(children[0] as Node).toLowerCase() : '';
  const parts: StringPart[] = [];
  for (const child of children) {
    if (child?.type === 'string_content') parts.push(lowerContent(child, prefix.includes('r'), lw));
    else if (child?.type === 'interpolation') {
      const value = child.childForFieldName('expression');
      const expr = lowerExpression(value, lw, depth + 1);
      parts.push({ kind: 'hole', value: expr, name: value ? lw.text(value).replace(/\s+/g, ' ').slice(0, 40) : '', span: lw.span(child) });
    }
  }
  return { kind: 'string', span: lw.span(node), parts };
}

const SIMPLE_ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

function lowerContent(node: Node, raw: boolean, lw: Lowering): StringPart {
  const span = lw.span(node);
  const escapes = [];
  let text = '';
  let at = span.start;
  for (const child of raw ? node.namedChildren.filter((inner) => inner?.type === 'escape_interpolation') : node.namedChildren) {
    if (!child) continue;
    text += lw.source.slice(at, child.startIndex);
    const source = lw.text(child);
    const decoded = child.type === 'escape_interpolation' ? source.slice(0, 1) : decodeEscape(source);
    escapes.push({ at: text.length, length: decoded.length, sourceLength: source.length });
    text += decoded;
    at = child.endIndex;
  }
  text += lw.source.slice(at, span.end);
  return { kind: 'text', text, span, escapes };
}

function decodeEscape(source: string): string {
  const simple = SIMPLE_ESCAPES[source.slice(1)];
  if (simple !== undefined) return simple;
  if (source === '\\\r\n') return '';
  const hex = /^\\[xuU]([0-9a-fA-F]+)$/.exec(source);
  const code = hex ? Number.parseInt(hex[1] as string, 16) : /^\\[0-7]+$/.test(source) ? Number.parseInt(source.slice(1), 8) : -1;
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : source;
}

/** What a method of a string gives back; null where that is no string. */
export function stringMethod(name: string, string: StringExpr, args: Argument[], node: Node, lw: Lowering): Expr | null {
  const span = makeSpan(lw);
  const made = (parts: StringPart[]) => lw.addWhole({ ...string, span: lw.span(node), parts }, [string]);
  if (name === 'format') {
    const parts = splitHoles(string.parts, FORMAT_FIELD, span, (match) => (match === '{{' ? '{' : match === '}}' ? '}' : null));
    return made(fillFields(parts, args));
  }
  if (name === 'strip' || name === 'lstrip' || name === 'rstrip') return made(trimParts(string.parts, span));
  if (['replace', 'encode', 'lower', 'upper', 'removeprefix', 'removesuffix', 'format_map'].includes(name)) return string;
  const items = args[0]?.value;
  if (name === 'join' && items?.kind === 'array') {
    const separator = literalText(string);
    if (separator !== null) return lw.addWhole(joinStrings(items.items, separator, lw.span(node), lw.source, span), [string, ...items.items]);
  }
  return null;
}

/** Gives the fields of a format what the call fills them with. */
function fillFields(parts: StringPart[], args: Argument[]): StringPart[] {
  const positional = args.filter((arg) => !arg.name && !arg.spread);
  let next = 0;
  return parts.map((part) => {
    if (part.kind !== 'hole' || part.value) return part;
    const given = /^\d*$/.test(part.name) ? positional[Number(part.name || next++)] : args.find((arg) => arg.name === part.name);
    return given ? { ...part, value: given.value } : part;
  });
}

import type { Node } from 'web-tree-sitter';
import type { Argument, Expr, StringExpr, StringPart } from '../facts';
import { joinStrings, literalText, splitHoles, trimParts } from './strings';
import type { Walker } from './walker';

/** Methods of a string whose result is read as the string itself. */
const SAME_TEXT = /^(?:replace|encode|lower|upper|removeprefix|removesuffix|format_map)$/;
const FORMAT_FIELD = /\{\{|\}\}|\{([^{}]*)\}/g;

/** A string literal of any prefix, or several side by side. */
export function lowerString(node: Node, walker: Walker): StringExpr {
  if (node.type === 'concatenated_string') {
    const texts = walker.items(node).filter((part) => part.type === 'string');
    return walker.string(
      node,
      texts.flatMap((part) => lowerString(part, walker).parts),
    );
  }
  const { children } = node;
  const prefix = children[0]?.type === 'string_start' ? walker.text(children[0]).toLowerCase() : '';
  const parts = children.flatMap((child): StringPart[] => {
    if (child.type === 'string_content') return [lowerContent(child, prefix.includes('r'), walker)];
    return child.type === 'interpolation' ? [walker.hole(child, child.childForFieldName('expression'))] : [];
  });
  return walker.string(node, parts);
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

function lowerContent(node: Node, raw: boolean, { lowering }: Walker): StringPart {
  const span = lowering.span(node);
  const escapes = [];
  let text = '';
  let at = span.start;
  for (const child of raw ? node.namedChildren.filter((inner) => inner?.type === 'escape_interpolation') : node.namedChildren) {
    if (!child) continue;
    text += lowering.source.slice(at, child.startIndex);
    const source = lowering.text(child);
    const decoded = child.type === 'escape_interpolation' ? source.slice(0, 1) : decodeEscape(source);
    escapes.push({ at: text.length, length: decoded.length, sourceLength: source.length });
    text += decoded;
    at = child.endIndex;
  }
  text += lowering.source.slice(at, span.end);
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
export function stringMethod(name: string, string: StringExpr, args: Argument[], node: Node, walker: Walker): Expr | null {
  const { lowering, range } = walker;
  const made = (parts: StringPart[]): Expr => {
    for (const arg of args) walker.keep(arg.value);
    return { ...string, span: lowering.span(node), parts };
  };
  if (name === 'format') {
    const parts = splitHoles(string.parts, FORMAT_FIELD, range, (match) => (match === '{{' ? '{' : match === '}}' ? '}' : null));
    return made(fillFields(parts, args));
  }
  if (/^[lr]?strip$/.test(name)) return made(trimParts(string.parts, range));
  if (SAME_TEXT.test(name)) {
    for (const arg of args) walker.keep(arg.value);
    return string;
  }
  const items = args[0]?.value;
  const separator = literalText(string);
  if (name !== 'join' || items?.kind !== 'array' || separator === null) return null;
  lowering.dropStrings(items.items);
  return joinStrings(items.items, separator, lowering.span(node), lowering.source, range);
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

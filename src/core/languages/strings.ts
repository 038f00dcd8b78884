import type { Escape, Expr, HolePart, Span, StringExpr, StringPart, TextPart } from '../facts';

/** What makes spans that move with their unit: `Lowering.range`. */
export type MakeSpan = (start: number, end: number) => Span;

/** Longest name shown for an interpolated expression. */
const LONGEST_NAME = 40;

/** The name of a hole: the expression's source, on one line, shortened. */
export function holeName(source: string): string {
  const line = source.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_NAME ? line : `${line.slice(0, LONGEST_NAME - 1)}…`;
}

/** Source offset of a decoded offset of a text part. */
export function sourceOffset(part: TextPart, decoded: number): number {
  let source = part.span.start + decoded;
  for (const mark of part.escapes) {
    if (mark.at + mark.length > decoded) break;
    source += mark.sourceLength - mark.length;
  }
  return source;
}

/** The escapes between two decoded offsets. A continued line right before the first one is not of them: the span begins behind it. */
export function escapesWithin(part: TextPart, start: number, end: number): Escape[] {
  return part.escapes
    .filter(({ at, length }) => at >= start && at < end && (length > 0 || at > start))
    .map((mark) => ({ ...mark, at: mark.at - start }));
}

/** The part of `part` between two decoded offsets, with its own span and escapes. */
export function sliceText(part: TextPart, start: number, end: number, span: MakeSpan): TextPart {
  const escapes = escapesWithin(part, start, end);
  const synthetic = part.span.start === part.span.end;
  const from = synthetic ? part.span.start : sourceOffset(part, start);
  const to = synthetic ? part.span.end : sourceOffset(part, end);
  return { kind: 'text', text: part.text.slice(start, end), span: span(from, to), escapes };
}

/**
 * Splits text parts at the places that `pattern` matches; each match becomes a hole named by its first group, or is put
 * in place literally where `literal` returns text for it (`{{` of `.format`).
 */
export function splitHoles(
  parts: StringPart[],
  pattern: RegExp,
  span: MakeSpan,
  literal: (match: string) => string | null = () => null,
): StringPart[] {
  return parts.flatMap((part): StringPart[] => {
    if (part.kind === 'hole') return [part];
    const result: StringPart[] = [];
    let at = 0;
    for (const match of part.text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (match.index > at) result.push(sliceText(part, at, match.index, span));
      const text = literal(match[0]);
      const { span: where } = sliceText(part, match.index, end, span);
      if (text === null) result.push({ kind: 'hole', value: null, name: match[1] ?? match[0], span: where });
      else result.push({ kind: 'text', text, span: where, escapes: [{ at: 0, length: text.length, sourceLength: where.end - where.start }] });
      at = end;
    }
    if (at === 0) return [part];
    if (at < part.text.length) result.push(sliceText(part, at, part.text.length, span));
    return result;
  });
}

/** Removes the indentation that all lines share, as textwrap.dedent and text blocks do. Blank lines do not count. */
export function dedentParts(parts: StringPart[], span: MakeSpan): StringPart[] {
  const whole = parts.map((part) => (part.kind === 'text' ? part.text : '\u0001')).join('');
  const indents = whole
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  let common = indents[0] ?? '';
  for (const indent of indents) while (!indent.startsWith(common)) common = common.slice(0, -1);
  if (!common) return parts;
  const result: StringPart[] = [];
  let lineStart = true;
  for (const part of parts) {
    if (part.kind === 'hole') {
      result.push(part);
      lineStart = false;
      continue;
    }
    let at = 0;
    while (at < part.text.length) {
      const newline = part.text.indexOf('\n', at);
      const end = newline < 0 ? part.text.length : newline + 1;
      let from = at;
      if (lineStart) while (from - at < common.length && from < end && ' \t'.includes(part.text[from]!)) from++;
      if (from < end) result.push(sliceText(part, from, end, span));
      lineStart = newline >= 0;
      at = end;
    }
  }
  return result;
}

/** Cuts white space off both ends, as `.strip()` and `.trim()` do. */
export function trimParts(parts: StringPart[], span: MakeSpan): StringPart[] {
  const result = [...parts];
  const first = result[0];
  if (first?.kind === 'text') result[0] = sliceText(first, first.text.length - first.text.trimStart().length, first.text.length, span);
  const last = result.at(-1);
  if (last?.kind === 'text') result[result.length - 1] = sliceText(last, 0, last.text.trimEnd().length, span);
  return result.filter((part) => part.kind === 'hole' || part.text);
}

/** One string from operands of a concatenation: strings give their parts, anything else a hole. */
export function concatenate(operands: Expr[], whole: Span, source: string): StringExpr {
  const parts = operands.flatMap((operand): StringPart[] => {
    if (operand.kind === 'string') return operand.parts;
    const hole: HolePart = { kind: 'hole', value: operand, name: holeName(source.slice(operand.span.start, operand.span.end)), span: operand.span };
    return [hole];
  });
  return { kind: 'string', span: whole, parts };
}

/** `separator.join([...])` of known items. The separator's text stands nowhere between the items, so its spans are empty and no edit can touch it. */
export function joinStrings(items: Expr[], separator: string, whole: Span, source: string, span: MakeSpan): StringExpr {
  const operands = items.flatMap((item, index): Expr[] => {
    if (index === 0 || !separator) return [item];
    const at = item.span.start;
    const text: TextPart = { kind: 'text', text: separator, span: span(at, at), escapes: [] };
    return [{ kind: 'string', span: span(at, at), parts: [text] }, item];
  });
  return concatenate(operands, whole, source);
}

/** The text of a string that has no holes; null otherwise. */
export function literalText(expr: Expr | null | undefined): string | null {
  if (expr?.kind !== 'string') return null;
  let text = '';
  for (const part of expr.parts) {
    if (part.kind === 'hole') return null;
    text += part.text;
  }
  return text;
}

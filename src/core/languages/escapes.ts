import type { Escape, StringPart, TextPart } from '../facts';
import { dedentParts, type MakeSpan, sliceText } from './strings';

/** How a kind of string literal writes characters that it cannot hold as they are. */
export interface EscapeStyle {
  /** Matches one escape; global. */
  pattern: RegExp;
  decode(written: string): string;
}

const NAMED: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07', e: '\x1b', s: ' ' };

/** Decodes a backslash escape of the C family; a line continuation is nothing, an unknown escape is its character. */
export function decodeBackslash(written: string): string {
  const body = written.slice(1);
  const digits = /^(?:[xU]|u+)\{?([0-9a-fA-F_]+)\}?$/.exec(body)?.[1];
  const code = digits ? Number.parseInt(digits.replaceAll('_', ''), 16) : /^[0-7]+$/.test(body) ? Number.parseInt(body, 8) : -1;
  if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  if (/^\r?\n/.test(body)) return '';
  return NAMED[body] ?? body;
}

/** `\n`, `\x41`, `\u0041`, `\u{41}`, `\U00000041`, octal, and a backslash before a line end. */
export const BACKSLASH: EscapeStyle = {
  pattern: /\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|u\{[0-9a-fA-F_]+\}|u+[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n|[\s\S])/g,
  decode: decodeBackslash,
};

/** Only the quote and the backslash are escaped, as in single quotes of Ruby and PHP. */
export const QUOTE_ONLY: EscapeStyle = { pattern: /\\[\\']/g, decode: (written) => written.slice(1) };

/** A doubled character stands for one, as in C#'s `@"…"` and its braces. */
export const doubled = (pattern: RegExp): EscapeStyle => ({ pattern, decode: (written) => written.slice(0, written.length / 2) });

/** The text part that stands in the source from `start` to `end`; `style` null for raw text. */
export function decodeText(source: string, start: number, end: number, style: EscapeStyle | null, span: MakeSpan): TextPart {
  const written = source.slice(start, end);
  if (!style) return { kind: 'text', text: written, span: span(start, end), escapes: [] };
  const escapes: Escape[] = [];
  let text = '';
  let at = 0;
  for (const match of written.matchAll(style.pattern)) {
    text += written.slice(at, match.index);
    const decoded = style.decode(match[0]);
    if (decoded !== match[0]) escapes.push({ at: text.length, length: decoded.length, sourceLength: match[0].length });
    text += decoded;
    at = match.index + match[0].length;
  }
  return { kind: 'text', text: text + written.slice(at), span: span(start, end), escapes };
}

/**
 * Raw parts without their common indentation, then decoded. `closing`: the line of the closing quotes counts as well,
 * so that its indentation is the most that goes.
 */
export function decodeIndented(source: string, parts: StringPart[], style: EscapeStyle | null, closing: boolean, span: MakeSpan): StringPart[] {
  const end: StringPart = { kind: 'hole', value: null, name: '', span: { start: 0, end: 0 } };
  const lines = closing ? dedentParts([...parts, end], span).slice(0, -1) : dedentParts(parts, span);
  return lines.map((part) => (part.kind === 'text' ? decodeText(source, part.span.start, part.span.end, style, span) : part));
}

/** Parts without the line end, and the blanks, before the closing quotes. */
export function dropLastLineEnd(parts: StringPart[], span: MakeSpan): StringPart[] {
  const last = parts.at(-1);
  if (last?.kind !== 'text') return parts;
  if (/^[ \t]*$/.test(last.text)) return dropLastLineEnd(parts.slice(0, -1), span);
  return [...parts.slice(0, -1), sliceText(last, 0, last.text.replace(/\r?\n[ \t]*$/, '').length, span)];
}

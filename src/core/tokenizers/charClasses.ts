/** Upper and title case letters. */
export const UPPER = 1;
/** Lower case letters. */
export const LOWER = 2;
/** Letters without case: modifiers and other letters. */
export const CASELESS = 4;
/** Combining marks. */
export const MARK = 8;
/** Numbers of every kind. */
export const NUMBER = 16;
/** White_Space as Unicode has it (JavaScript's `\s` differs), without CR and LF. */
export const SPACE = 32;
/** CR and LF. */
export const NEWLINE = 64;
/** Everything else: punctuation, symbols, controls, unassigned, lone surrogates. */
export const OTHER = 128;

/** The class of the code point at `at`, as one of the bits above. A lone surrogate is OTHER. */
export type ClassAt = (text: string, at: number) => number;

function classify(codePoint: number): number {
  const char = String.fromCodePoint(codePoint);
  if (char === '\r' || char === '\n') return NEWLINE;
  if (/\p{White_Space}/u.test(char)) return SPACE;
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return UPPER;
  if (/\p{Ll}/u.test(char)) return LOWER;
  if (/\p{L}/u.test(char)) return CASELESS;
  if (/\p{M}/u.test(char)) return MARK;
  return /\p{N}/u.test(char) ? NUMBER : OTHER;
}

/** Makes a class reader. It fills a table of 1.1 MB as code points are met. */
export function createCharClasses(): ClassAt {
  const table = new Uint8Array(0x11_0000);
  return (text, at) => {
    const unit = text.charCodeAt(at);
    const codePoint = unit >= 0xd800 && unit < 0xdc00 ? text.codePointAt(at)! : unit;
    return table[codePoint]! || (table[codePoint] = classify(codePoint));
  };
}

/** UTF-16 units of the code point at `at`. */
export function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xdc00 && text.codePointAt(at)! > 0xffff ? 2 : 1;
}

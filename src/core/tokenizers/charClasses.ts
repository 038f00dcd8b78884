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

/** Reads classes out of a text. `end` is treated as the end of the text. */
export interface CharReader {
  /** The class of the code point at `at`, one of the bits above. A lone surrogate is OTHER. */
  classAt(text: string, at: number): number;
  /** UTF-16 units of the code point at `at`. */
  widthAt(text: string, at: number): number;
  /** The end of the run, from `at` on, of characters whose class is in `mask`. */
  runEnd(text: string, at: number, end: number, mask: number): number;
}

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

/** Makes a reader. It fills a table of 1.1 MB as code points are met. */
export function createCharReader(): CharReader {
  // Surrogate units keep 0, so that the quick way never takes them for characters.
  const table = new Uint8Array(0x11_0000);
  const classAt = (text: string, at: number): number => {
    const quick = table[text.charCodeAt(at)]!;
    if (quick !== 0) return quick;
    const point = text.codePointAt(at)!;
    if (point >= 0xd800 && point < 0xe000) return OTHER;
    if (table[point] === 0) table[point] = classify(point);
    return table[point]!;
  };
  const widthAt = (text: string, at: number): number => {
    const unit = text.charCodeAt(at);
    return unit >= 0xd800 && unit < 0xdc00 && text.codePointAt(at)! > 0xffff ? 2 : 1;
  };
  const runEnd = (text: string, at: number, end: number, mask: number): number => {
    let i = at;
    while (i < end) {
      const quick = table[text.charCodeAt(i)]!;
      if (quick & mask) i++;
      else if (quick !== 0 || !(classAt(text, i) & mask)) break;
      else i += widthAt(text, i);
    }
    return i;
  };
  return { classAt, widthAt, runEnd };
}

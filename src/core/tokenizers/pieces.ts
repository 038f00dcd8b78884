import { CASELESS, type ClassAt, createCharClasses, LOWER, MARK, NEWLINE, NUMBER, OTHER, SPACE, UPPER, widthAt } from './charClasses';
import type { EncodingName } from './tokenizer';

/**
 * Where the pre-token that begins at `at` ends; `end` is treated as the end of the text. Always moves on, reads each
 * character a constant number of times, and needs no stack: a line of millions of letters is nothing special.
 */
export type PieceEnd = (text: string, at: number, end: number) => number;

const APOSTROPHE = 39;
const SLASH = 47;
const BLANK = 32;

/** `'s`, `'t`, `'m`, `'d`, `'re`, `'ve`, `'ll` at `at` in any case: where it ends, or `at`. */
function contractionEnd(text: string, at: number, end: number): number {
  if (at + 1 >= end || text.charCodeAt(at) !== APOSTROPHE) return at;
  const pair = text.slice(at + 1, Math.min(at + 3, end)).toLowerCase();
  if (pair === 're' || pair === 've' || pair === 'll') return at + 3;
  // ASCII only: toLowerCase maps no other character to these letters.
  return /^[stmd]/.test(pair) ? at + 2 : at;
}

/** The end of a run of characters whose class is in `mask`. */
function runEnd(text: string, at: number, end: number, classAt: ClassAt, mask: number): number {
  let i = at;
  while (i < end && classAt(text, i) & mask) i += widthAt(text, i);
  return i;
}

function numberEnd(text: string, at: number, end: number, classAt: ClassAt): number {
  let i = at;
  for (let digits = 0; digits < 3 && i < end && classAt(text, i) & NUMBER; digits++) i += widthAt(text, i);
  return i;
}

/** `\s*[\r\n]+|\s+(?!\S)|\s+`: to the last line end of the run, else all but the last blank where text follows. */
function spaceEnd(text: string, at: number, end: number, classAt: ClassAt): number {
  let i = at;
  let lineEnd = at;
  for (; i < end; i++) {
    const found = classAt(text, i);
    if (found === NEWLINE) lineEnd = i + 1;
    else if (found !== SPACE) break;
  }
  if (lineEnd > at) return lineEnd;
  return i === end || i === at + 1 ? i : i - 1;
}

/**
 * `[^\r\n\p{L}\p{N}]?\p{L}+`-like words with case, numbers of up to three digits, ` ?` and symbols with the line ends
 * and slashes behind them, and white space: the pattern of o200k_base, White_Space for `\s`.
 */
function createO200kPieces(classAt: ClassAt): PieceEnd {
  const head = UPPER | CASELESS | MARK;
  const tail = LOWER | CASELESS | MARK;
  /** `[head]*[tail]+`, or `at`: to the end of the small letters, else to the last character that is both head and tail. */
  const mixedEnd = (text: string, at: number, end: number): number => {
    let i = at;
    let last = at;
    while (i < end) {
      const found = classAt(text, i);
      if (found === LOWER) return runEnd(text, i, end, classAt, tail);
      if (!(found & head)) break;
      i += widthAt(text, i);
      if (found !== UPPER) last = i;
    }
    return last;
  };
  const wordEnd = (text: string, at: number, end: number): number => {
    const mixed = mixedEnd(text, at, end);
    return mixed > at ? mixed : runEnd(text, at, end, classAt, UPPER);
  };
  return (text, at, end) => {
    const first = classAt(text, at);
    if (first === NUMBER) return numberEnd(text, at, end, classAt);
    if (first === NEWLINE) return spaceEnd(text, at, end, classAt);
    if (first & (UPPER | LOWER | CASELESS)) return contractionEnd(text, wordEnd(text, at, end), end);
    const start = at + widthAt(text, at);
    if (first === MARK) {
      // A mark may lead a word as any symbol does, but is a word by itself before a word in capitals.
      return contractionEnd(text, Math.max(start, mixedEnd(text, start, end)), end);
    }
    const word = wordEnd(text, start, end);
    if (word > start) return contractionEnd(text, word, end);
    const symbols = first === OTHER || text.charCodeAt(at) === BLANK ? runEnd(text, start, end, classAt, OTHER | MARK) : start;
    if (first === SPACE && symbols === start) return spaceEnd(text, at, end, classAt);
    let i = symbols;
    while (i < end && (classAt(text, i) === NEWLINE || text.charCodeAt(i) === SLASH)) i++;
    return i;
  };
}

/** The pattern of cl100k_base: words without regard to case, contractions as pieces of their own. */
function createCl100kPieces(classAt: ClassAt): PieceEnd {
  const letter = UPPER | LOWER | CASELESS;
  return (text, at, end) => {
    const contraction = contractionEnd(text, at, end);
    if (contraction > at) return contraction;
    const first = classAt(text, at);
    if (first === NUMBER) return numberEnd(text, at, end, classAt);
    if (first === NEWLINE) return spaceEnd(text, at, end, classAt);
    const start = at + widthAt(text, at);
    const word = runEnd(text, start, end, classAt, letter);
    if (word > start || first & letter) return word;
    const symbols = first !== SPACE || text.charCodeAt(at) === BLANK ? runEnd(text, start, end, classAt, OTHER | MARK) : start;
    if (first === SPACE && symbols === start) return spaceEnd(text, at, end, classAt);
    return runEnd(text, symbols, end, classAt, NEWLINE);
  };
}

/** Makes the pre-tokenizer of an encoding: the same pieces as its pattern, by hand, because a regular expression overflows. */
export function createPieces(encoding: EncodingName): PieceEnd {
  const classAt = createCharClasses();
  return encoding === 'o200k_base' ? createO200kPieces(classAt) : createCl100kPieces(classAt);
}

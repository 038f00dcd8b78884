import * as classes from './charClasses';
import { type CharReader, createCharReader } from './charClasses';
import type { EncodingName } from './tokenizer';

/**
 * Where the pre-token that begins at `at` ends; `end` is treated as the end of the text. Always moves on, reads each
 * character a constant number of times, and needs no stack: a line of millions of letters is nothing special.
 */
export type PieceEnd = (text: string, at: number, end: number) => number;

// Copies, because where modules stay apart an imported name is a getter, which is too slow for each character.
const { UPPER, LOWER, CASELESS, MARK, NUMBER, SPACE, NEWLINE, OTHER } = classes;
const LETTER = UPPER | LOWER | CASELESS;
const APOSTROPHE = 39;
const SLASH = 47;
const BLANK = 32;

/** `'s`, `'t`, `'m`, `'d`, `'re`, `'ve`, `'ll` at `at` in any case: where it ends, or `at`. */
function contractionEnd(text: string, at: number, end: number): number {
  if (at + 1 >= end || text.charCodeAt(at) !== APOSTROPHE) return at;
  const pair = text.slice(at + 1, Math.min(at + 3, end)).toLowerCase();
  if (pair === 're' || pair === 've' || pair === 'll') return at + 3;
  return /^[stmd]/.test(pair) ? at + 2 : at;
}

function numberEnd(text: string, at: number, end: number, { classAt, widthAt }: CharReader): number {
  let i = at;
  for (let digits = 0; digits < 3 && i < end && classAt(text, i) === NUMBER; digits++) i += widthAt(text, i);
  return i;
}

/** `\s*[\r\n]+|\s+(?!\S)|\s+`: to the last line end of the run, else all but the last blank where text follows. */
function spaceEnd(text: string, at: number, end: number, { runEnd }: CharReader): number {
  const stop = runEnd(text, at, end, SPACE | NEWLINE);
  for (let i = stop; i > at; i--) {
    const unit = text.charCodeAt(i - 1);
    if (unit === 10 || unit === 13) return i;
  }
  return stop === end || stop === at + 1 ? stop : stop - 1;
}

/** The pattern of o200k_base with White_Space for `\s`: words by case with their contraction, numbers, symbols, white space. */
function createO200kPieces(reader: CharReader): PieceEnd {
  const { classAt, widthAt, runEnd } = reader;
  /** `[Lu Lt Lm Lo M]*[Ll Lm Lo M]+`: to the end of the small letters, else behind the last that fits both; `at` where none does. */
  const mixedEnd = (text: string, at: number, end: number): number => {
    const heads = runEnd(text, at, end, UPPER | CASELESS | MARK);
    const tails = runEnd(text, heads, end, LOWER | CASELESS | MARK);
    if (tails > heads) return tails;
    let last = heads;
    while (last > at && classBefore(text, last) === UPPER) last -= widthBefore(text, last);
    return last;
  };
  const widthBefore = (text: string, at: number): number => (at > 1 && widthAt(text, at - 2) === 2 ? 2 : 1);
  const classBefore = (text: string, at: number): number => classAt(text, at - widthBefore(text, at));
  return (text, at, end) => {
    const first = classAt(text, at);
    if (first === NUMBER) return numberEnd(text, at, end, reader);
    if (first === NEWLINE) return spaceEnd(text, at, end, reader);
    // A mark may lead a word as any symbol does, but is a word by itself before a word in capitals.
    const start = first & LETTER ? at : at + widthAt(text, at);
    let word = mixedEnd(text, start, end);
    if (word === start && first !== MARK) word = runEnd(text, start, end, UPPER);
    if (word > start || first === MARK) return contractionEnd(text, word, end);
    const symbols = first === OTHER || text.charCodeAt(at) === BLANK ? runEnd(text, start, end, OTHER | MARK) : start;
    if (first === SPACE && symbols === start) return spaceEnd(text, at, end, reader);
    let i = symbols;
    while (i < end && (classAt(text, i) === NEWLINE || text.charCodeAt(i) === SLASH)) i++;
    return i;
  };
}

/** The pattern of cl100k_base with White_Space for `\s`: words without regard to case, contractions as pieces of their own. */
function createCl100kPieces(reader: CharReader): PieceEnd {
  const { classAt, widthAt, runEnd } = reader;
  return (text, at, end) => {
    const contraction = contractionEnd(text, at, end);
    if (contraction > at) return contraction;
    const first = classAt(text, at);
    if (first === NUMBER) return numberEnd(text, at, end, reader);
    if (first === NEWLINE) return spaceEnd(text, at, end, reader);
    const start = at + widthAt(text, at);
    const word = runEnd(text, start, end, LETTER);
    if (word > start || first & LETTER) return word;
    const symbols = first !== SPACE || text.charCodeAt(at) === BLANK ? runEnd(text, start, end, OTHER | MARK) : start;
    if (first === SPACE && symbols === start) return spaceEnd(text, at, end, reader);
    return runEnd(text, symbols, end, NEWLINE);
  };
}

/** Makes the pre-tokenizer of an encoding: the same pieces as its pattern, by hand, because a regular expression overflows. */
export function createPieces(encoding: EncodingName): PieceEnd {
  const reader = createCharReader();
  return encoding === 'o200k_base' ? createO200kPieces(reader) : createCl100kPieces(reader);
}

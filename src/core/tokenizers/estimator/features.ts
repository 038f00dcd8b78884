import * as classes from '../charClasses';
import { type CharReader, createCharReader } from '../charClasses';
import { groups, offsets, RANKS, rankLimits, shapeNames } from './layout';
import { createScriptOf, familyOf, LATIN } from './scripts';

// Copies, because where modules stay apart an imported name is a getter, which is too slow for each character.
const { UPPER, LOWER, CASELESS, MARK, NUMBER, SPACE, NEWLINE } = classes;
const LETTER = UPPER | LOWER | CASELESS;
const INK_OF_WORDS = LETTER | MARK;
const at = offsets;

/** A pre-token of o200k_base with its tokens. */
export interface Piece {
  text: string;
  start: number;
  end: number;
  /** How many tokens it has, where each ends in UTF-8, and the rank of each. */
  tokens: number;
  ends: Int32Array;
  ranks: Int32Array;
}

/** Takes the features of a piece one by one. */
export type Sink = (feature: number, amount: number) => void;

/** What a piece is made of: what its features say of the tokens of another vocabulary, and how sure that is. */
export interface PieceKind {
  /** Number of its shape, see layout. */
  shape: number;
  /** Number of its kind, see layout. */
  spread: number;
}

const [PLAIN, WIDE, WHOLE, SPLIT, ACCENTED, FIRST_SCRIPT] = [0, 1, 2, 3, 4, 5];

const shapeOf = Object.fromEntries(shapeNames.map((name, i) => [name, i])) as Record<(typeof shapeNames)[number], number>;
const { lineEnd, blank, word, number, symbol, gapSymbol, symbolLineEnd, gapSymbolLineEnd } = shapeOf;
/** Shapes of words come in threes: alone, behind a gap, behind a symbol. */
const [LOWERCASE, CAPITAL, CAPITALS] = [word, shapeOf.capital, shapeOf.capitals];

function bucketOf(rank: number): number {
  let bucket = 0;
  while (bucket < rankLimits.length && rank >= rankLimits[bucket]!) bucket++;
  return bucket;
}

const capped = (group: keyof typeof groups, value: number): number => at[group] + Math.min(value, groups[group] - 1);

function isWhite(text: string, start: number, end: number, { classAt }: CharReader): boolean {
  for (let i = start; i < end; i++) if ((classAt(text, i) & (SPACE | NEWLINE)) === 0) return false;
  return true;
}

function readBlank({ text, start, end }: Piece, sink: Sink): PieceKind {
  let [lines, tabs, others] = [0, 0, 0];
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10) lines++;
    else if (unit === 9) tabs++;
    else if (unit !== 32 && unit !== 13) others++;
  }
  if (others > 0) sink(at['blank.other'], others);
  const length = end - start;
  if (lines > 0 || text.charCodeAt(end - 1) === 13) {
    sink(capped('blank.lines', lines), 1);
    sink(capped('blank.margin', length - lines), 1);
    return { shape: lineEnd, spread: PLAIN };
  }
  const group = tabs > 0 ? 'blank.tabs' : 'blank.spaces';
  const most = groups[group] - 2;
  sink(at[group] + Math.min(length, most), 1);
  if (length > most) sink(at[group] + most + 1, length - most);
  return { shape: blank, spread: PLAIN };
}

function readNumber({ text, start, end }: Piece, sink: Sink): PieceKind {
  const wide = text.charCodeAt(start) > 127;
  sink(wide ? at['number.wide'] : capped('number.digits', end - start), wide ? end - start : 1);
  return { shape: number, spread: wide ? WIDE : PLAIN };
}

function readSymbol({ text, start, end, tokens, ends, ranks }: Piece, sink: Sink): PieceKind {
  const gap = text.charCodeAt(start) === 32 ? 1 : 0;
  let inkEnd = end;
  while (inkEnd > start + gap && (text.charCodeAt(inkEnd - 1) === 10 || text.charCodeAt(inkEnd - 1) === 13)) inkEnd--;
  const length = inkEnd - start - gap;
  sink(capped('symbol.length', length), 1);
  sink(at['symbol.units'], length);
  sink(capped('symbol.tokens', tokens), 1);
  if (gap) sink(at['symbol.gap'], 1);
  if (inkEnd < end) sink(at['symbol.lineEnd'], 1);
  for (let i = 0; i < tokens; i++) sink(at['symbol.rank'] + bucketOf(ranks[i]!), 1);
  let [wide, same] = [0, true];
  const first = text.charCodeAt(start + gap);
  for (let i = start + gap; i < inkEnd; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) wide++;
    if (unit !== first) same = false;
  }
  if (wide > 0) {
    sink(at['symbol.wide'], wide);
    sink(at['symbol.bytes'], ends[tokens - 1]! - (end - start));
  } else if (length === 1 && inkEnd === end) {
    sink(at[gap ? 'symbol.behindGap' : 'symbol.alone'] + first, 1);
  } else {
    for (let i = start + gap; i < inkEnd; i++) sink(at['symbol.inside'] + text.charCodeAt(i), 1);
    if (same && length > 1) {
      sink(at['symbol.repeated'], 1);
      sink(at['symbol.repeated'] + 1, length);
    }
  }
  const shape = inkEnd < end ? (gap ? gapSymbolLineEnd : symbolLineEnd) : gap ? gapSymbol : symbol;
  return { shape, spread: wide > 0 ? WIDE : PLAIN };
}

/** Groups of Latin letters by how far they are from ASCII. */
function letterGroup(unit: number): number {
  if (unit < 0x80) return 0;
  if (unit < 0x100) return 1;
  if (unit < 0x180) return 2;
  if (unit < 0x2b0) return 3;
  if (unit >= 0x1e00 && unit < 0x1f00) return 4;
  return unit >= 0x300 && unit < 0x370 ? 5 : 6;
}

/** Features of a word in Latin script that begins behind `prefix` units. */
function readLatin({ text, start, end, tokens, ends, ranks }: Piece, prefix: number, reader: CharReader, sink: Sink): PieceKind {
  let [letters, uppers, accents] = [0, 0, 0];
  for (let i = start + prefix; i < end; i++) {
    const kind = reader.classAt(text, i);
    if ((kind & INK_OF_WORDS) === 0) {
      sink(at['word.apostrophe'], 1);
      continue;
    }
    letters++;
    if (kind & UPPER) uppers++;
    const group = letterGroup(text.charCodeAt(i));
    if (group > 0) accents++;
    sink(at['word.letters'] + group, 1);
  }
  const capital = (reader.classAt(text, start + prefix) & UPPER) !== 0;
  const capitals = uppers > 1 && uppers === letters;
  const length = end - start - prefix;
  if (capital) sink(capped(capitals ? 'word.capitals' : 'word.capital', length), 1);
  const unit = text.charCodeAt(start);
  const gap = prefix > 0 && unit === 32;
  if (gap) sink(at['word.gap'], 1);
  else if (prefix > 0) sink(capped('word.prefix', unit), 1);
  sink(capped('word.length', length), 1);
  if (tokens === 1) sink(capped('word.wholeLength', length), 1);
  sink(capped('word.tokens', tokens), 1);
  for (let i = 0; i < tokens; i++) {
    const bucket = bucketOf(ranks[i]!);
    sink(at['word.rank'] + bucket, 1);
    if (i === 0) sink(at[tokens === 1 ? 'word.wholeRank' : 'word.firstRank'] + bucket, 1);
    sink(capped('word.tokenBytes', ends[i]! - (i > 0 ? ends[i - 1]! : gap ? 1 : 0)), 1);
  }
  const lead = prefix === 0 ? 0 : gap ? 1 : 2;
  return { shape: (capitals ? CAPITALS : capital ? CAPITAL : LOWERCASE) + lead, spread: accents > 0 ? ACCENTED : tokens === 1 ? WHOLE : SPLIT };
}

/** Small letters of Cyrillic by arithmetic, because this runs for each letter. */
function smallCyrillic(point: number): number {
  if (point < 0x410) return point + 80;
  if (point < 0x430) return point + 32;
  return point >= 0x460 ? point | 1 : point;
}

/** Features of a word in other scripts; all of it counts for the script of its first letter of another script than Latin. */
function readForeign(
  { text, start, end, tokens, ends, ranks }: Piece,
  prefix: number,
  script: number,
  scriptOf: (point: number) => number,
  sink: Sink,
): PieceKind {
  for (let i = start + prefix; i < end; i++) {
    const point = text.codePointAt(i)!;
    if (point > 0xffff) i++;
    sink(at['script.units'] + scriptOf(point), 1);
    if (point >= 0x400 && point < 0x530) sink(at['cyrillic.letters'] + smallCyrillic(point) - 0x430, 1);
  }
  const family = familyOf(script);
  sink(at['script.tokens'] + script, tokens);
  sink(at['script.words'] + script, 1);
  sink(at['scripts.tokens'], tokens);
  sink(at['scripts.words'], 1);
  sink(at['scripts.bytes'], ends[tokens - 1]!);
  for (let i = 0; i < tokens; i++) sink(at['scripts.rank'] + family * RANKS + bucketOf(ranks[i]!), 1);
  sink(at['scripts.pieceTokens'] + family * 6 + Math.min(tokens, 6) - 1, 1);
  // A token of one or two bytes is part of a character, but for a gap or a letter of two bytes.
  let broken = 0;
  for (let i = 1; i < tokens; i++) if (ends[i]! - ends[i - 1]! === 1) broken++;
  if (broken > 0) sink(at['script.broken'] + script, broken);
  return { shape: LOWERCASE + (prefix === 0 ? 0 : text.charCodeAt(start) === 32 ? 1 : 2), spread: FIRST_SCRIPT + script };
}

/**
 * Makes the reader of features: it names to `sink` what a piece has, each feature as often as it likes, and says of what kind the piece is.
 * The features of a text are the sums over its pieces, and one for each pair of neighbours.
 */
export function createFeatureReader(): (piece: Piece, sink: Sink) => PieceKind {
  const reader = createCharReader();
  const scriptOf = createScriptOf();
  const readPiece = (piece: Piece, sink: Sink): PieceKind => {
    const { text, start, end } = piece;
    const first = reader.classAt(text, start);
    if (first === NUMBER) return readNumber(piece, sink);
    const prefix = (first & LETTER) === 0 && start + reader.widthAt(text, start) < end ? reader.widthAt(text, start) : 0;
    const isWord = (reader.classAt(text, start + prefix) & LETTER) !== 0;
    if (!isWord) return first & (SPACE | NEWLINE) && isWhite(text, start, end, reader) ? readBlank(piece, sink) : readSymbol(piece, sink);
    for (let i = start + prefix; i < end; i += reader.widthAt(text, i)) {
      const point = text.codePointAt(i)!;
      const script = point < 0x80 ? LATIN : scriptOf(point);
      if (script !== LATIN && reader.classAt(text, i) & INK_OF_WORDS) return readForeign(piece, prefix, script, scriptOf, sink);
    }
    return readLatin(piece, prefix, reader, sink);
  };
  return (piece, sink) => {
    const kind = readPiece(piece, sink);
    sink(at.kind + kind.spread, piece.tokens);
    return kind;
  };
}

import { scriptNames } from './scripts';

/** Buckets of token ranks in o200k_base: the lower the rank, the more common the token. */
export const rankLimits: readonly number[] = [300, 1000, 3000, 8000, 16_000, 30_000, 50_000, 80_000, 120_000, 160_000];

/** How many buckets there are. */
export const RANKS = rankLimits.length + 1;

/** What a piece looks like to the next one. `lineEnd` stands for all that ends a line, and for the start of the text. */
export const shapeNames = [
  ...['lineEnd', 'blank', 'word', 'gapWord', 'symbolWord', 'capital', 'gapCapital', 'symbolCapital'],
  ...['capitals', 'gapCapitals', 'symbolCapitals', 'number', 'symbol', 'gapSymbol', 'symbolLineEnd', 'gapSymbolLineEnd'],
] as const;
export const SHAPES = shapeNames.length;
/** Shapes that a piece can have as the one before: those behind end a line. */
export const SHAPES_BEFORE = SHAPES - 2;

/**
 * Kinds of pieces, whose uncertainty is measured apart: white space, numbers and ASCII symbols; other symbols; words in Latin script of one token,
 * of several, with other letters than ASCII; and words in each other script.
 */
export const kindNames: readonly string[] = ['plain', 'wide', 'whole', 'split', 'accented', ...scriptNames];

/** What is counted in a text, by group: how many features each has. A feature's value is a sum over pieces. */
export const groups = {
  /** Tokens of o200k_base by the kind of their piece. */
  kind: kindNames.length,
  /** White space with line ends: by their number, other white space by its length. */
  'blank.lines': 5,
  'blank.margin': 7,
  /** White space within lines by its length; the last of each counts what goes beyond. */
  'blank.spaces': 10,
  'blank.tabs': 10,
  'blank.other': 1,
  'number.digits': 4,
  'number.wide': 1,
  /** Symbols without the gap before them: by length, tokens and their ranks, and by each ASCII symbol alone, alone behind a gap, or among others. */
  'symbol.length': 6,
  'symbol.units': 1,
  'symbol.gap': 1,
  'symbol.lineEnd': 1,
  'symbol.tokens': 5,
  'symbol.rank': RANKS,
  'symbol.wide': 1,
  'symbol.bytes': 1,
  'symbol.repeated': 2,
  'symbol.alone': 128,
  'symbol.behindGap': 128,
  'symbol.inside': 128,
  /** Words in Latin script. */
  'word.tokens': 7,
  'word.gap': 1,
  'word.prefix': 129,
  'word.length': 15,
  'word.wholeLength': 15,
  /** The length again, for words that begin with a capital and for those that are all capitals. */
  'word.capital': 15,
  'word.capitals': 15,
  /** Letters: ASCII, Latin-1, Extended-A, Extended-B and IPA, Extended Additional, combining, others. */
  'word.letters': 7,
  'word.rank': RANKS,
  'word.firstRank': RANKS,
  'word.wholeRank': RANKS,
  'word.tokenBytes': 11,
  'word.apostrophe': 1,
  'word.broken': 1,
  /** Words in other scripts, by script and over all. Broken tokens are parts of a character. */
  'script.units': scriptNames.length,
  'script.tokens': scriptNames.length,
  'script.words': scriptNames.length,
  'script.broken': scriptNames.length,
  'scripts.tokens': 1,
  'scripts.words': 1,
  'scripts.bytes': 1,
  /** By family of scripts: alphabets, those of India and its neighbours, all others. */
  'scripts.rank': 3 * RANKS,
  'scripts.pieceTokens': 3 * 6,
  /** Letters of Cyrillic, in small letters, from а on: languages that use it differ by them. */
  'cyrillic.letters': 256,
  pair: SHAPES_BEFORE * SHAPES,
} as const;

export type Group = keyof typeof groups;

/** Where each group's features begin in a vector of all. */
export const offsets = (() => {
  let at = 0;
  const result = {} as Record<Group, number>;
  for (const group of Object.keys(groups) as Group[]) {
    result[group] = at;
    at += groups[group];
  }
  return result;
})();

export const FEATURES = Object.values(groups).reduce<number>((sum, size) => sum + size, 0);

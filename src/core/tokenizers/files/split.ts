/** Where a match begins and ends. */
export type Match = readonly [start: number, end: number];
/** The pieces of a text that a pattern finds, in order. */
export type FindMatches = (text: string, found: (start: number, end: number) => void) => void;

/** Units that a pattern sees at once, so that a place where it fails costs no more than this. */
const WINDOW = 4096;
/** A match that reaches the end of the window is looked for again in one twice as long, up to this. */
const LONGEST = 1 << 20;
/** A gap without a match, likewise. */
const LONGEST_GAP = 16_384;
/** Units behind a match that it may have looked at. */
const AHEAD = 8;

/** Finds all matches of a pattern, window by window, in time linear in the text. */
export function matcherOf(pattern: RegExp): FindMatches {
  return (text, found) => {
    let size = WINDOW;
    for (let from = 0; from < text.length; ) {
      const end = wholeEnd(text, from + size);
      const window = from === 0 && end === text.length ? text : text.slice(from, end);
      const isLast = end === text.length;
      let at = 0;
      pattern.lastIndex = 0;
      for (let match = pattern.exec(window); match; match = pattern.exec(window)) {
        const stop = match.index + match[0].length;
        if (!isLast && stop > window.length - AHEAD && size < LONGEST) break;
        if (match[0] === '') pattern.lastIndex += window.codePointAt(stop)! > 0xffff ? 2 : 1;
        else found(from + match.index, from + stop);
        at = Math.max(stop, pattern.lastIndex);
      }
      if (isLast) return;
      if (at > 0) size = WINDOW;
      else if (size < LONGEST_GAP || (size < LONGEST && reaches(pattern, window))) size *= 2;
      else {
        at = wholeEnd(text, from + (size >> 1)) - from;
        size = WINDOW;
      }
      from += at;
    }
  };
}

/** Is there a match that reaches the end of the window? */
function reaches(pattern: RegExp, window: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(window);
}

/** The place itself, or one further where it would part a surrogate pair. */
function wholeEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at + 1 : at;
}

/** Finds a string, as a pattern would. */
export function literalMatcher(literal: string): FindMatches {
  return (text, found) => {
    for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + literal.length)) found(at, at + literal.length);
  };
}

export const behaviors = ['Isolated', 'Removed', 'MergedWithPrevious', 'MergedWithNext', 'Contiguous'] as const;
export type Behavior = (typeof behaviors)[number];

/** Splits a text at the matches; `invert` takes what lies between them for the matches. No piece is empty. */
export function splitText(text: string, find: FindMatches, behavior: Behavior, invert = false): string[] {
  const parts: { start: number; end: number; isMatch: boolean }[] = [];
  let last = 0;
  const add = (start: number, end: number, isMatch: boolean) => {
    if (end > start) parts.push({ start, end, isMatch: isMatch !== invert });
  };
  find(text, (start, end) => {
    add(last, start, false);
    add(start, end, true);
    last = end;
  });
  add(last, text.length, false);
  const pieces: string[] = [];
  let start = 0;
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (behavior === 'Removed') {
      if (!part.isMatch) pieces.push(text.slice(part.start, part.end));
      continue;
    }
    const goesOn =
      next &&
      ((behavior === 'MergedWithPrevious' && !part.isMatch && next.isMatch) ||
        (behavior === 'MergedWithNext' && part.isMatch && !next.isMatch) ||
        (behavior === 'Contiguous' && part.isMatch === next.isMatch));
    if (goesOn) continue;
    pieces.push(text.slice(start, part.end));
    start = part.end;
  }
  return pieces;
}

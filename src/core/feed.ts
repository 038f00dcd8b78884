/** UTF-16 units that the parser gets at a time: what it reads again within one such piece is not worth counting. */
const PIECE = 512;
/** What the parser may read of a text, again and again, in UTF-16 units: worth about half a second, and as often as is said each unit. Real code is read twice at most. */
const FREE = 20_000_000;
const TIMES = 20;
/** The parser asks for its progress after so many steps. */
const STEPS = 100;
/** Its steps: dense code takes 10 for each unit. */
const FREE_STEPS = 200_000;
const STEPS_PER_UNIT = 15;

/** A text as the parser reads it: how much it reads, and how many steps it takes, is counted, so that the same text is given up on every machine. */
export interface Feed {
  /** The next piece of the text before `end`; nothing more when too much was read, so that the parser comes to an end. */
  read(at: number, end?: number): string;
  /** To be asked in the midst of parsing: is it to end? */
  isSpent(): boolean;
  /** Too much was read, so that what the parser answers is worth nothing. */
  readonly spent: boolean;
}

/** `isStopped`: nobody wants the answer any more, or it takes too long by the clock. */
export function createFeed(text: string, isStopped: () => boolean): Feed {
  let units = FREE + TIMES * text.length;
  let steps = FREE_STEPS + STEPS_PER_UNIT * text.length;
  let spent = false;
  return {
    read(at, end = text.length) {
      const piece = spent ? '' : text.slice(at, Math.min(end, at + PIECE));
      units -= piece.length;
      if (units < 0) spent = true;
      return piece;
    },
    isSpent() {
      steps -= STEPS;
      if (steps < 0 || isStopped()) spent = true;
      return spent;
    },
    get spent() {
      return spent;
    },
  };
}

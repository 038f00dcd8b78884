/** The steps that reading one statement may take: many times what real code needs, and soon gone where ways through it multiply. */
const STEPS = 60_000;
/** How deep what is read may lie within one another, for the sake of the stack. */
const DEEPEST = 300;

/** Counted steps, so that the same text gives the same answer on every machine. */
export interface Budget {
  /** Takes one step; false where none is left. */
  spend(): boolean;
  /** Takes a step into what lies deeper, until `leave`; false where none is left. Too deep ends it: what is asked from there on stays unread. */
  enter(): boolean;
  leave(): void;
  /** The steps that were taken. */
  readonly spent: number;
}

export function createBudget(steps = STEPS): Budget {
  let left = steps;
  let depth = 0;
  const spend = () => left > 0 && left-- > 0;
  return {
    spend,
    enter() {
      if (depth >= DEEPEST) left = 0;
      if (!spend()) return false;
      depth++;
      return true;
    },
    leave() {
      depth--;
    },
    get spent() {
      return steps - left;
    },
  };
}

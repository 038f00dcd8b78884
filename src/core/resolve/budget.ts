/** The steps that reading one statement may take: many times what real code needs, and soon gone where ways through it multiply. */
const STEPS = 60_000;

/** Counted steps, so that the same text gives the same answer on every machine. */
export interface Budget {
  /** Takes one step; false where none is left. */
  spend(): boolean;
  /** Ends it: what is asked from here on stays unread. */
  exhaust(): void;
  /** The steps that were taken. */
  readonly spent: number;
}

export function createBudget(steps = STEPS): Budget {
  let left = steps;
  return {
    spend: () => left > 0 && left-- > 0,
    exhaust() {
      left = 0;
    },
    get spent() {
      return steps - left;
    },
  };
}

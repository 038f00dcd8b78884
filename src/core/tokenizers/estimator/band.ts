/** How far an estimate may be off. */
export interface Band {
  /** Half of the width by kind of piece, as a share of the estimate. */
  spread: readonly number[];
  /** Tokens per root of the estimate by which a short text may be off besides. */
  short: number;
}

/** The most to which the allowance for short texts widens a band. */
const SHORT_CAP = 0.12;

/** Half of the width as a share of the estimate, from the mean spread of the text's pieces. */
export function halfWidth(spread: number, short: number, estimate: number): number {
  return Math.max(spread, Math.min(SHORT_CAP, spread + short / Math.sqrt(Math.max(1, estimate))));
}

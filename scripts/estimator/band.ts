import { type Band, halfWidth } from '../../src/core/tokenizers/estimator/band';

/** What the band of a document is made from. */
export interface BandCase {
  /** Share of the document's tokens by kind of piece. */
  shares: readonly number[];
  /** Estimated tokens. */
  estimate: number;
  /** Error of an estimate made without the document, as a share of the estimate: (truth − estimate) / estimate. */
  error: number;
  importance: number;
}

/** Half of the width for a document, as a share of the estimate. */
export function halfWidthOf({ spread, short }: Band, { shares, estimate }: Pick<BandCase, 'shares' | 'estimate'>): number {
  const mean = shares.reduce((sum, share, kind) => sum + share * spread[kind]!, 0);
  return halfWidth(mean, short, estimate);
}

/** Width, and what is left outside counted `1 / (1 − hold)` times: least where `hold` of the cases lie inside. */
function lossOf(band: Band, cases: readonly BandCase[], hold: number): number {
  return cases.reduce((sum, one) => {
    const half = halfWidthOf(band, one);
    return sum + one.importance * (half + Math.max(0, Math.abs(one.error) - half) / (1 - hold));
  }, 0);
}

/**
 * Finds the band that holds the share `hold` of the cases at least width, by trying steps in one value after the other.
 * Values stay within [least, most] of their kind; a kind with equal bounds keeps them.
 */
export function fitBand(cases: readonly BandCase[], least: readonly number[], most: readonly number[], hold: number): Band {
  let band: Band = { spread: least.map((low, kind) => (low + most[kind]!) / 2), short: 0.5 };
  let best = lossOf(band, cases, hold);
  for (let step = 0.04; step > 0.001; step /= 2)
    for (let moved = true; moved; ) {
      moved = false;
      for (let kind = 0; kind <= band.spread.length; kind++)
        for (const by of [-step, step]) {
          const next = moveBand(band, kind, by, least, most);
          const loss = lossOf(next, cases, hold);
          if (loss >= best - 1e-9) continue;
          [band, best, moved] = [next, loss, true];
        }
    }
  return band;
}

function moveBand({ spread, short }: Band, kind: number, by: number, least: readonly number[], most: readonly number[]): Band {
  if (kind === spread.length) return { spread, short: Math.min(2, Math.max(0, short + 10 * by)) };
  const moved = [...spread];
  moved[kind] = Math.min(most[kind]!, Math.max(least[kind]!, moved[kind]! + by));
  return { spread: moved, short };
}

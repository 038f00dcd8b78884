/** A row of a bench: what was measured, and against what. */
export interface Row {
  name: string;
  value: string;
  note: string;
}

/** Milliseconds of each of `runs` turns, after one turn that is not counted. */
export async function timeRuns(runs: number, turn: () => unknown): Promise<number[]> {
  await turn();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await turn();
    times.push(performance.now() - start);
  }
  return times;
}

/** The value below which the given share of the values lies; 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const formatMs = (ms: number) => `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;
export const formatRatio = (ratio: number) => `${ratio.toFixed(2)} ×`;

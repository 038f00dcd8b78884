import { type CallReport, type FileReport, nothingToRead } from './fileReport';
import { formatCount, formatPlural, formatUsd } from './format';
import { type CheckedFile, severities } from './problemReport';

/** What all calls cost together, each called once. USD; calls without a known cost are counted apart, never as zero. */
export interface CostTotal {
  calls: number;
  perCall: number;
  unpriced: number;
}

/** Sums the calls of all files. */
export function sumCosts(files: readonly FileReport[]): CostTotal {
  const total: CostTotal = { calls: 0, perCall: 0, unpriced: 0 };
  for (const call of files.flatMap((file) => file.calls)) {
    total.calls++;
    const usd = costOf(call);
    if (usd === null) total.unpriced++;
    else total.perCall += usd;
  }
  return total;
}

/** USD of one call; null where it is unknown, also where all of it is an input that nobody could read, as with embeddings. */
export function costOf({ cost, input }: CallReport): number | null {
  return cost && !(input.accuracy === 'unknown' && cost.perCall === 0) ? cost.perCall : null;
}

/** `9 calls, ≈ $0.021 for one of each (1 without a known cost)`. */
export function describeCosts({ calls, perCall, unpriced }: CostTotal): string {
  if (!calls) return 'no calls';
  const sum = unpriced === calls ? 'cost unknown' : `≈ ${formatUsd(perCall)} for one of each`;
  const rest = unpriced && unpriced < calls ? ` (${formatCount(unpriced)} without a known cost)` : '';
  return `${formatPlural(calls, 'call')}, ${sum}${rest}`;
}

/** `3 problems (1 error, 2 warnings) in 2 of 5 files`. */
export function describeProblemCount(checked: readonly CheckedFile[]): string {
  const problems = checked.flatMap((file) => file.problems);
  const files = formatPlural(checked.length, 'file');
  if (!problems.length) return `No problems in ${files}`;
  const parts = severities.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count ? [formatPlural(count, severity, severity === 'information' ? severity : `${severity}s`)] : [];
  });
  const affected = checked.filter((file) => file.problems.length).length;
  return `${formatPlural(problems.length, 'problem')} (${parts.join(', ')}) in ${affected} of ${files}`;
}

/** One line per file that was not read whole though it may matter, with the reason. */
export function describeSkipped(files: readonly FileReport[]): string[] {
  return files.flatMap(({ path, notice }) => (notice === undefined || notice === nothingToRead ? [] : [`${path}: ${notice}`]));
}

import type { FileReport } from './fileReport';
import { formatCount, formatPlural, formatUsd } from './format';
import { type CheckedFile, severities } from './problemReport';

/** What all calls cost together, each called once. USD; calls without a known price are counted apart, never as zero. */
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
    if (call.cost) total.perCall += call.cost.perCall;
    else total.unpriced++;
  }
  return total;
}

/** `9 calls, ≈ $0.021 for one of each (1 without a known price)`. */
export function describeCosts({ calls, perCall, unpriced }: CostTotal): string {
  if (!calls) return 'no calls';
  const sum = unpriced === calls ? 'cost unknown' : `≈ ${formatUsd(perCall)} for one of each`;
  const rest = unpriced && unpriced < calls ? ` (${formatCount(unpriced)} without a known price)` : '';
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

/** One line per file that was not read whole, with the reason. */
export function describeSkipped(files: readonly FileReport[]): string[] {
  return files.flatMap(({ path, notice }) => (notice === undefined ? [] : [`${path}: ${notice}`]));
}

import { type CallReport, type FileReport, nothingToRead } from './fileReport';
import { formatCount, formatPlural, signOf } from './format';
import { formatMoney, type Money } from './money';
import { type CheckedFile, severities } from './problemReport';

/** What all calls cost together, each called once. USD; calls without a known cost are counted apart, never as zero. */
export interface CostTotal {
  calls: number;
  perCall: number;
  /** Of the calls whose volume somebody stated or measured; null where there is none. */
  perMonth: number | null;
  unpriced: number;
  /** A call costs more than its figure says. */
  atLeast: boolean;
}

/** Sums the calls of all files. */
export function sumCosts(files: readonly FileReport[]): CostTotal {
  const total: CostTotal = { calls: 0, perCall: 0, perMonth: null, unpriced: 0, atLeast: false };
  for (const call of files.flatMap((file) => file.calls)) {
    total.calls++;
    if (!isKnown(call.cost)) total.unpriced++;
    total.perCall += call.cost?.perCall ?? 0;
    if (call.cost?.perMonth != null) total.perMonth = (total.perMonth ?? 0) + call.cost.perMonth;
    total.atLeast ||= call.cost?.atLeast ?? false;
  }
  return total;
}

/** Is anything known of what a call costs? A lower bound of nothing says as little as no price. */
export function isKnown(cost: { perCall: number; atLeast: boolean } | null): boolean {
  return cost !== null && !(cost.atLeast && cost.perCall === 0);
}

/** `≈ $227 a month (1,240 a day, stated in .prompt-cost.json)`; empty without a volume. */
export function describeMonth({ cost }: Pick<CallReport, 'cost'>, money?: Money): string {
  if (!cost?.volume || cost.perMonth === null) return '';
  const { callsPerDay, basis, from } = cost.volume;
  return `${cost.atLeast ? '≥' : '≈'} ${formatMoney(cost.perMonth, money)} a month (${formatCount(callsPerDay)} a day, ${basis} in ${from})`;
}

/** What one call costs: `≈ $0.0141, then $0.0054`, `≥ $0.0009`, `unknown`. */
export function describeCost({ cost, input }: Pick<CallReport, 'cost' | 'input'>, money?: Money): string {
  if (!cost || !isKnown(cost)) return 'unknown';
  const sign = signOf({ atLeast: cost.atLeast, exact: cost.basis === 'counted' && input.accuracy === 'exact' });
  const [first, later] = [formatMoney(cost.first, money), formatMoney(cost.later, money)];
  return `${sign}${first}${later === first ? '' : `, then ${later}`}`;
}

/** `9 calls, ≈ $0.021 for one of each (1 without a known cost)`. */
export function describeCosts({ calls, perCall, perMonth, unpriced, atLeast }: CostTotal, money?: Money): string {
  if (!calls) return 'no calls';
  const sum = unpriced === calls ? 'cost unknown' : `${atLeast ? '≥' : '≈'} ${formatMoney(perCall, money)} for one of each`;
  const rest = unpriced && unpriced < calls ? ` (${formatCount(unpriced)} without a known cost)` : '';
  const month = perMonth === null ? '' : `; ≈ ${formatMoney(perMonth, money)} a month for those with a volume`;
  return `${formatPlural(calls, 'call')}, ${sum}${rest}${month}`;
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

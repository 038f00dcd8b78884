import { modelNameOf, type ProjectRequest } from './requests';

/** What some requests cost together, each made once. USD; requests without a known cost are counted apart, never as zero. */
export interface Total {
  /** A model as it is written, or a path; null for models that can't be known. */
  name: string | null;
  requests: number;
  perCall: number;
  low: number;
  /** null without a bound. */
  high: number | null;
  /** A request costs more than its figure says. */
  atLeast: boolean;
  unknown: number;
  /** USD a month of those whose volume is stated or measured; null where none is. */
  perMonth: number | null;
}

/** A lower bound of nothing says as little as no price. */
export const isKnownCost = ({ estimate: { cost } }: ProjectRequest): boolean => cost !== null && !(cost.atLeast && cost.perCall === 0);

export function totalOf(name: string | null, requests: readonly ProjectRequest[]): Total {
  const total: Total = { name, requests: requests.length, perCall: 0, low: 0, high: 0, atLeast: false, unknown: 0, perMonth: null };
  for (const one of requests) {
    const { cost, perMonth } = one.estimate;
    if (!isKnownCost(one)) total.unknown++;
    total.perCall += cost?.perCall ?? 0;
    total.low += cost?.low ?? 0;
    total.high = total.high === null || cost?.high == null ? null : total.high + cost.high;
    total.atLeast ||= cost?.atLeast ?? false;
    if (perMonth !== null) total.perMonth = (total.perMonth ?? 0) + perMonth;
  }
  return total;
}

/** Totals of groups of requests, the dearest first. */
export function totalsBy(requests: readonly ProjectRequest[], by: 'model' | 'file'): Total[] {
  const groups = new Map<string | null, ProjectRequest[]>();
  for (const one of requests) {
    const name = by === 'file' ? one.file.path : modelNameOf(one);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups].map(([name, group]) => totalOf(name, group)).sort((a, b) => (b.perMonth ?? 0) - (a.perMonth ?? 0) || b.perCall - a.perCall);
}

/** The dearest requests first: by the month where it is known, then by the call. */
export function rankRequests(requests: readonly ProjectRequest[]): ProjectRequest[] {
  const month = ({ estimate }: ProjectRequest) => estimate.perMonth ?? 0;
  const call = ({ estimate }: ProjectRequest) => estimate.cost?.perCall ?? 0;
  return [...requests].sort((a, b) => month(b) - month(a) || call(b) - call(a));
}

import type { CostLine, Estimate, Prompt, Request, Unit } from '../types';

/** The line of a unit; the first where there are several. */
export function lineOf({ lines }: Estimate, unit: Unit): CostLine | null {
  return lines.find((line) => line.unit === unit) ?? null;
}

const isWritten = ({ unit }: CostLine): boolean => unit === 'output' || unit === 'reasoning';

/** USD of the first request without what the model writes; null where nothing is priced. */
export function inputUsd({ lines, cost }: Estimate): number | null {
  if (!cost) return null;
  return lines.reduce((sum, line) => sum + (isWritten(line) || line.when === 'later' ? 0 : (line.usd ?? 0)), 0);
}

/** USD of what the model writes; null where that has no price. */
export function outputUsd({ lines }: Estimate): number | null {
  const written = lines.filter(isWritten);
  return written.some(({ usd }) => usd === null) || !written.length ? null : written.reduce((sum, { usd }) => sum + (usd ?? 0), 0);
}

/** Does the prompt of this index lie in the prefix that the provider's cache keeps? */
export function isCached({ prompts: sent }: Request, index: number, prompts: readonly Prompt[], estimate: Estimate): boolean {
  const kept = lineOf(estimate, 'cacheRead')?.quantity.likely ?? 0;
  const isSystem = (at: number) => prompts[at]?.role === 'system';
  const inOrder = [...sent.filter(isSystem), ...sent.filter((at) => !isSystem(at))];
  const before = inOrder.slice(0, inOrder.indexOf(index) + 1);
  return kept > 0 && before.length > 0 && before.reduce((sum, at) => sum + (prompts[at]?.count.tokens ?? 0), 0) <= kept + LAST_STEP;
}

/** What the last step of a cache that keeps whole steps may leave over. */
const LAST_STEP = 127;

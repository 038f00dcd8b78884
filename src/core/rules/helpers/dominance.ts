import type { Model } from '../../types';
import { baseTier } from './models';

/** Is a model a newer one of the same family that takes no less and costs less by the list? What is not known of either says no. */
export function dominates(other: Model, model: Model): boolean {
  const [a, b] = [baseTier(other), baseTier(model)];
  if (other.retires || other.kind !== model.kind || other.reasoning !== model.reasoning || familyOf(other.name) !== familyOf(model.name))
    return false;
  if (compareVersions(versionOf(other.name), versionOf(model.name)) <= 0) return false;
  if (takesLess(other.contextWindow, model.contextWindow) || takesLess(other.maxOutput, model.maxOutput)) return false;
  if (a?.input == null || a.output == null || b?.input == null || b.output == null) return false;
  return a.input <= b.input && a.output <= b.output && a.input + a.output < b.input + b.output;
}

/** A size that is not known is neither less nor more, and then nothing can be said. */
const takesLess = (other: number | null, own: number | null): boolean => (own === null ? false : other === null || other < own);

const withoutDate = (name: string): string => name.replace(/[-@]\d{4}-?\d{2}-?\d{2}\b|[-@]\d{4}$|-latest$|-preview.*$/g, '');

/** `claude-opus` of `claude-opus-4-1`, `gpt-mini` of `gpt-4.1-mini`, `llama-70b-instruct` of `llama3-1-70b-instruct`. */
const familyOf = (name: string): string =>
  withoutDate(name)
    .replace(/\d+(?:\.\d+)*(?![\d.]*[bx]\b|x\d)/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');

export const versionOf = (name: string): number[] => (withoutDate(name).match(/\d+(?!\d*b\b)/g) ?? []).map(Number);

export function compareVersions(a: number[], b: number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) if ((a[at] ?? 0) !== (b[at] ?? 0)) return (a[at] ?? 0) - (b[at] ?? 0);
  return 0;
}

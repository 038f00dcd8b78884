import { type Effort, rowOf, vendorOf } from '../providers';
import type { Model } from '../types';
import type { BilledParameters } from './parameters';

/** Tokens that a model thinks at an effort, as a rule; see docs/prices.md. */
const likely: Readonly<Record<Effort, number>> = { none: 0, minimal: 50, low: 400, medium: 1500, high: 5000, xhigh: 10_000 };

/** What part of a budget is used, as a rule. */
const USED = 0.25;

/** How many tokens the model thinks before one answer. Always assumed; 0 for a model that does not think here. */
export function likelyReasoning(model: Model, thinking: BilledParameters['thinking']): number {
  const vendor = vendorOf(model);
  const byDefault = (vendor && rowOf(vendor.effort, model)) ?? (model.reasoning ? 'medium' : 'none');
  // A model that can't think refuses to be asked; of one that only thinks when asked the catalogue may not know it.
  const able = model.reasoning || byDefault !== 'none' || vendor?.cache.some(([, { kind }]) => kind === 'marked') === true;
  if (!able) return 0;
  if (thinking === null) return likely[byDefault];
  if (thinking === 'adaptive') return likely.medium;
  return 'budget' in thinking ? Math.round(thinking.budget * USED) : likely[thinking.effort];
}

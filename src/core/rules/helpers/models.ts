import type { Estimate, Model, PriceTier, Request } from '../../types';

/** The catalogue row behind a call's estimate; null when it is unknown. */
export function modelOf(estimate: Estimate): Model | null {
  return estimate.model?.kind === 'found' ? estimate.model.model : null;
}

/** The price step of the smallest calls. */
export function baseTier(model: Model): PriceTier | null {
  return model.price?.tiers[0] ?? null;
}

/** Does this call write text? (Embeddings, images and training have no output limit.) */
export function generates(call: Request): boolean {
  return call.kind === 'chat' || call.kind === 'completion';
}

/** Least and most that sources say a cached prefix needs; null where none is known. Between the two, be silent. */
export function cacheBand(model: Model): { least: number; most: number } | null {
  const minimum = model.cacheMinimum;
  if (!minimum) return null;
  const all = [minimum.tokens, ...minimum.alt];
  return { least: Math.min(...all), most: Math.max(...all) };
}

/** Does the vendor still serve the model itself, as far as is known? */
export const isServed = ({ lifecycle }: Model): boolean => lifecycle.state === 'active' || lifecycle.state === 'announced';

/**
 * May the model be recommended: is no end announced, and where the vendor promises service up to a day, is that at least 90 days after `today`
 * (ISO date)?
 */
export function isStaying({ lifecycle }: Model, today: string): boolean {
  if (lifecycle.state !== 'active') return false;
  return lifecycle.earliestEnd === null || Date.parse(lifecycle.earliestEnd) - Date.parse(today) > 90 * 86_400_000;
}

/** Another model's name, written with the route prefix that the code uses (`openai/…`). */
export function nameLike(id: string, other: string): string {
  const bare = other.slice(other.lastIndexOf('/') + 1);
  const prefix = /^.*[/:]/.exec(id)?.[0] ?? '';
  return prefix.startsWith('ft:') ? bare : prefix + bare;
}

import { tierFor } from '../pricing/tierFor';
import type { Model } from '../types';
import { toUsd } from './toUsd';

/** USD of a text that each turn of a session sends again, in the prefix that the provider caches. */
export interface SessionUsd {
  /** The turn that writes it to the cache, and each one that reads it. */
  first: number;
  later: number;
  /** All turns, and all of them without a cache. */
  session: number;
  uncached: number;
}

/** null without a model or a price. Where the provider has no price for writing or reading its cache, that of input holds. */
export function sessionUsd(model: Model | null, tokens: number, turns: number): SessionUsd | null {
  if (!model?.price) return null;
  const { input, cacheWrite, cachedInput } = tierFor(model.price.tiers, tokens);
  const fresh = toUsd(tokens, input);
  const first = toUsd(tokens, cacheWrite ?? input);
  const later = toUsd(tokens, cachedInput ?? input);
  if (fresh === null || first === null || later === null) return null;
  return { first, later, session: first + (turns - 1) * later, uncached: turns * fresh };
}

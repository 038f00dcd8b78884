/** The part of a request that a provider may keep in its prompt cache, before and after compressing. Tokens. */
export interface CachedPrefix {
  before: number;
  after: number;
  /** Fewest tokens that the model's provider caches: sources differ, so a band. Null where it caches nothing. */
  minimum: { least: number; most: number } | null;
  /** USD per million tokens; `cacheRead` is null where no price is known. */
  price: { input: number; cacheRead: number | null };
}

/**
 * What compressing a prefix does to its cost:
 * - `uncached`: nothing is cached, each token saved is worth its full price.
 * - `read-from-cache`: the tokens saved are read from the cache, so a later call saves `savedUsd`, not `fullUsd`.
 * - `below-minimum`: the prefix falls under what is cached, so a later call costs `afterUsd` instead of `beforeUsd`.
 *
 * USD per call, never rounded; null where the price of a cached token is unknown.
 */
export type Economy =
  | { kind: 'uncached'; savedUsd: number }
  | { kind: 'read-from-cache'; savedUsd: number | null; fullUsd: number }
  | { kind: 'below-minimum'; tokens: number; minimum: number; beforeUsd: number | null; afterUsd: number; costsMore: boolean | null };

/** Judges whether compressing a prefix that is sent again and again is worth it. Errs towards a lost cache: the band's upper end counts. */
export function judgeEconomy({ before, after, minimum, price }: CachedPrefix): Economy {
  const full = ((before - after) * price.input) / 1e6;
  if (!minimum || before < minimum.least) return { kind: 'uncached', savedUsd: full };
  const read = (tokens: number) => (price.cacheRead === null ? null : (tokens * price.cacheRead) / 1e6);
  if (after >= minimum.most) return { kind: 'read-from-cache', savedUsd: read(before - after), fullUsd: full };
  const beforeUsd = read(before);
  const afterUsd = (after * price.input) / 1e6;
  return {
    kind: 'below-minimum',
    tokens: after,
    minimum: minimum.most,
    beforeUsd,
    afterUsd,
    costsMore: beforeUsd === null ? null : afterUsd > beforeUsd,
  };
}

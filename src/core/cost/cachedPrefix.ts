import { type CacheRule, rowOf, vendorOf } from '../providers';
import type { Breakpoint, Model } from '../types';
import { addUp, type Piece } from './pieces';

/** What the provider's cache keeps of a request, in order, by how long it is kept; and what lies behind it. */
export interface CachedPrefix {
  stretches: { ttl: Breakpoint['ttl']; pieces: Piece[] }[];
  rest: Piece[];
  /** Only whole steps of so many tokens are kept. */
  step: number;
}

const nothing = (rest: Piece[]): CachedPrefix => ({ stretches: [], rest, step: 1 });

/**
 * Where the cacheable prefix of a request ends: before the first thing that changes from request to request, and where the vendor wants
 * breakpoints at the last of them before that. Nothing is cached below the vendor's minimum, nor where no price of reading is known.
 * `asked` is set where the request asks for caching without a breakpoint that was read.
 */
export function findCachedPrefix(pieces: Piece[], model: Model, asked: Breakpoint['ttl'] | null): CachedPrefix {
  const vendor = vendorOf(model);
  const rule = vendor && rowOf(vendor.cache, model);
  const minimum = rule ? (model.cacheMinimum?.tokens ?? rule.minimum) : null;
  if (!rule || minimum === null || !model.price?.tiers.some(({ cachedInput }) => cachedInput !== null)) return nothing(pieces);
  const ends = rule.kind === 'automatic' ? automaticEnd(pieces) : markedEnds(pieces, asked);
  const kept = ends.filter(({ end }) => sizeOf(pieces.slice(0, end)) >= Math.max(minimum, 1));
  return cutAt(pieces, kept, rule);
}

interface End {
  /** Index behind the last piece. */
  end: number;
  ttl: Breakpoint['ttl'];
}

function automaticEnd(pieces: readonly Piece[]): End[] {
  const first = pieces.findIndex(({ stays }) => stays !== 'yes');
  return [{ end: first < 0 ? pieces.length : first, ttl: '5m' }];
}

function markedEnds(pieces: readonly Piece[], asked: Breakpoint['ttl'] | null): End[] {
  const first = pieces.findIndex(({ stays }) => stays === 'no');
  const fixed = first < 0 ? pieces.length : first;
  const marked = pieces.flatMap(({ breakpoint }, index): End[] => (breakpoint && index < fixed ? [{ end: index + 1, ttl: breakpoint.ttl }] : []));
  const any = pieces.some(({ breakpoint }) => breakpoint);
  return !any && asked ? [{ end: fixed, ttl: asked }] : marked;
}

const sizeOf = (pieces: readonly Piece[]): number => addUp(pieces.map(({ quantity }) => quantity)).likely ?? 0;

function cutAt(pieces: Piece[], ends: readonly End[], { step }: CacheRule): CachedPrefix {
  let from = 0;
  const stretches = ends.map(({ end, ttl }) => {
    const stretch = { ttl, pieces: pieces.slice(from, end) };
    from = end;
    return stretch;
  });
  return { stretches: stretches.filter((stretch) => stretch.pieces.length), rest: pieces.slice(from), step };
}

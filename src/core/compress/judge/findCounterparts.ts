import { mismatches } from './mismatches';
import type { Token, Unit } from './types';

/** One of two prompts, with where each of its concepts stands. */
export interface Side {
  units: readonly Unit[];
  places: ReadonlyMap<string, readonly Place[]>;
  /** How much each concept tells about its unit: less, the more units have it. */
  weights: ReadonlyMap<string, number>;
}

export interface Place {
  unit: number;
  token: Token;
}

/** What a token became. `loose`: it stands near, where a pronoun or what was said before lets it; `moved`: it is there, but bound to something else. */
export interface Counterpart {
  token: Token;
  found: Place | null;
  how: 'bound' | 'loose' | 'moved' | 'gone';
}

/** Most places of a concept that are looked at, so that time grows with the text alone. */
const placeLimit = 24;

export function createSide(units: readonly Unit[]): Side {
  const places = new Map<string, Place[]>();
  units.forEach(({ tokens }, unit) => {
    for (const token of tokens) {
      const key = keyOf(token);
      const list = places.get(key);
      if (list) list.push({ unit, token });
      else places.set(key, [{ unit, token }]);
    }
  });
  const weights = new Map([...places].map(([key, list]) => [key, 1 / Math.sqrt(new Set(list.map(({ unit }) => unit)).size)]));
  return { units, places, weights };
}

const keyOf = ({ kind, concept }: Token): string => (kind === 'word' || kind === 'unit' ? concept : `${kind} ${concept}`);

/** The unit that says the same as the given one best, and how well each other does. */
export interface Likeness {
  best: number;
  scores: ReadonlyMap<number, number>;
}

/** Units of the other side by what they share with the given one; rare words weigh most. */
export function findLikeness(from: Side, index: number, to: Side): Likeness {
  const unit = from.units[index]!;
  const scores = new Map<number, number>();
  const expected = (index / Math.max(1, from.units.length)) * to.units.length;
  for (const key of new Set(unit.tokens.filter(({ weak }) => !weak).map(keyOf))) {
    const places = nearest(to.places.get(key) ?? [], expected);
    const seen = new Set(places.map(({ unit: at }) => at));
    for (const at of seen) scores.set(at, (scores.get(at) ?? 0) + to.weights.get(key)!);
  }
  let best = -1;
  for (const [at, score] of scores) {
    const lead = best < 0 ? 1 : score - scores.get(best)!;
    if (lead > 1e-9 || (lead > -1e-9 && Math.abs(at - expected) < Math.abs(best - expected))) best = at;
  }
  return { best, scores };
}

function nearest(places: readonly Place[], expected: number): readonly Place[] {
  if (places.length <= placeLimit) return places;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.unit < expected) low = middle + 1;
    else high = middle;
  }
  const start = Math.max(0, Math.min(places.length - placeLimit, low - placeLimit / 2));
  return places.slice(start, start + placeLimit);
}

/** For each own token of a unit, what it became on the other side. */
export function findCounterparts(from: Side, index: number, to: Side, likeness: Likeness): Counterpart[] {
  const unit = from.units[index]!;
  const own = unit.tokens.filter(({ inherited }) => !inherited);
  const strong = own.filter(({ weak }) => !weak).length;
  const used = new Map<Token, number>();
  return own.map((token): Counterpart => {
    const places = nearest(to.places.get(keyOf(token)) ?? [], likeness.best);
    const bound = places.filter((place) => isBound(token, place, likeness, to, strong));
    const ranked = bound.map((place) => ({ place, rank: rankOf(token, place, likeness, used) })).sort((a, b) => a.rank - b.rank);
    const found = ranked[0]?.place ?? null;
    if (found) {
      used.set(found.token, (used.get(found.token) ?? 0) + 1);
      return { token, found, how: 'bound' };
    }
    const near = places.find((place) => Math.abs(place.unit - likeness.best) <= 2) ?? null;
    if (near && token.kind === 'word' && mayBeElided(from, index, to, likeness.best, token)) return { token, found: near, how: 'loose' };
    return { token, found: places[0] ?? null, how: places.length > 0 ? 'moved' : 'gone' };
  });
}

function isBound(token: Token, { unit }: Place, { best, scores }: Likeness, to: Side, strong: number): boolean {
  const score = scores.get(unit) ?? 0;
  const top = scores.get(best) ?? 0;
  if (unit === best || strong <= 1) return true;
  if (to.units[unit]!.tokens.filter(({ inherited, weak }) => !inherited && !weak).length <= 1) return true;
  const alone = to.weights.get(keyOf(token)) ?? 0;
  if (token.kind === 'number') return score - alone >= top * 0.5;
  return score - alone > 1e-9 && score >= top * 0.2;
}

function rankOf(token: Token, { unit, token: other }: Place, { best, scores }: Likeness, used: ReadonlyMap<Token, number>): number {
  const faults = mismatches(token, other).length;
  const share = (scores.get(unit) ?? 0) / (scores.get(best) || 1);
  return faults * 2 + (1 - share) + (used.get(other) ?? 0) * 0.5 + (other.inherited ? 0.25 : 0);
}

/** Said in a unit before, so that it need not be said again; or a pronoun stands for it. */
function mayBeElided(from: Side, index: number, to: Side, best: number, token: Token): boolean {
  const pronoun = from.units[index]!.pronoun || to.units[best]?.pronoun === true;
  const before = from.units.slice(Math.max(0, index - 2), index);
  return pronoun || before.some(({ tokens }) => tokens.some((other) => keyOf(other) === keyOf(token)));
}

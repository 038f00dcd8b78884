import type { Basis, Quantity, Unit } from '../types';
import type { CachedPrefix } from './cachedPrefix';
import { addUp, type InputUnit, type Piece, weakest } from './pieces';

/** A line before it is priced. */
export interface Draft {
  unit: Unit;
  when: 'always' | 'first' | 'later';
  of?: Unit[];
  quantity: Quantity;
  basis: Basis;
}

const order: readonly InputUnit[] = ['input', 'tools', 'schema', 'image', 'audio', 'file'];

/**
 * What the input is billed by: the prefix that the provider's cache keeps is written once and read later, the rest is sent each time. What
 * has no likely size is a line of its own, so that the known part keeps its figure.
 */
export function inputLines({ stretches, rest, step }: CachedPrefix): Draft[] {
  const cached = stretches.map(({ ttl, pieces }) => ({ ttl, of: unitsOf(pieces), quantity: addUp(pieces.map(({ quantity }) => quantity)) }));
  const whole = addUp(cached.map(({ quantity }) => quantity));
  const left = remainder(whole, step);
  if (cached.length && left) for (const one of cached.slice(-1)) one.quantity = wholeSteps(one.quantity, step);
  const basis = weakest(stretches.flatMap(({ pieces }) => pieces.map((piece) => piece.basis)));
  const writes = cached.map(
    ({ ttl, of, quantity }): Draft => ({ unit: ttl === '1h' ? 'cacheWrite1h' : 'cacheWrite', when: 'first', of, quantity, basis }),
  );
  const reads: Draft[] = cached.length
    ? [
        {
          unit: 'cacheRead',
          when: 'later',
          of: unitsOf(stretches.flatMap(({ pieces }) => pieces)),
          quantity: addUp(cached.map(({ quantity }) => quantity)),
          basis,
        },
      ]
    : [];
  return [...writes, ...reads, ...restLines(rest, left)];
}

const unitsOf = (pieces: readonly Piece[]): InputUnit[] => order.filter((unit) => pieces.some((piece) => piece.unit === unit));

const down = (tokens: number, step: number): number => Math.floor(tokens / step) * step;

function wholeSteps({ low, likely, high }: Quantity, step: number): Quantity {
  return { low: down(low, step), likely: likely === null ? null : down(likely, step), high: high === null ? null : down(high, step) };
}

/** What the last step does not fill; null where every token counts. */
function remainder({ low, likely, high }: Quantity, step: number): Quantity | null {
  if (step === 1 || likely === null) return null;
  const over = likely % step;
  return low === high ? { low: over, likely: over, high: over } : { low: 0, likely: over, high: step - 1 };
}

function restLines(rest: readonly Piece[], left: Quantity | null): Draft[] {
  return order.flatMap((unit): Draft[] => {
    const own = rest.filter((piece) => piece.unit === unit);
    const known = own.filter(({ quantity }) => quantity.likely !== null);
    const open = own.filter(({ quantity }) => quantity.likely === null);
    const quantities = [...known.map(({ quantity }) => quantity), ...(left && unit === 'input' ? [left] : [])];
    const lines: Draft[] = [];
    if (quantities.length) lines.push({ unit, when: 'always', quantity: addUp(quantities), basis: weakest(known.map(({ basis }) => basis)) });
    if (open.length) lines.push({ unit, when: 'always', quantity: addUp(open.map(({ quantity }) => quantity)), basis: 'unknown' });
    return lines;
  });
}

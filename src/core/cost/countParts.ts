import type { Basis, Part, Quantity } from '../types';
import { addUp, counted, type InputUnit, type Meter, type Piece, type SentText, unread, weakest } from './pieces';

/** What the parts of a request are counted with. */
export interface Counting {
  meter: Meter;
  /** The texts that parts name by their index. */
  textAt(prompt: number): SentText | null;
  /** What a placeholder within a text is taken for; `assumed` where nobody said its size. */
  sizeOf(name: string | null): { tokens: number; basis: Basis };
  /** Does the kind of request put something around messages? */
  framed: boolean;
  /** Must a tool be used? null where that is not known. */
  choice: 'auto' | 'any' | null;
}

/** Definitions stand before the instructions, and those before the messages, wherever the code writes them. */
function placeOf(part: Part): number {
  if (part.kind === 'tools' || part.kind === 'schema') return 0;
  return part.kind === 'message' && part.role === 'system' ? 1 : 2;
}

const inSendingOrder = (parts: readonly Part[]): Part[] => [...parts].sort((a, b) => placeOf(a) - placeOf(b));

/** The input of a request, piece by piece in the order in which it is sent. What can't be read is a piece without a likely size or a bound. */
export function countParts(parts: readonly Part[], counting: Counting): Piece[] {
  const pieces = inSendingOrder(parts).flatMap((part) => countPart(part, counting));
  const framed = counting.framed && parts.some((part) => part.kind !== 'tools' && part.kind !== 'schema');
  return framed ? [counted('input', counting.meter.opening()), ...pieces] : pieces;
}

function countPart(part: Part, counting: Counting): Piece[] {
  const pieces = piecesOf(part, counting);
  const last = pieces.at(-1);
  return part.breakpoint && last ? [...pieces.slice(0, -1), { ...last, breakpoint: part.breakpoint }] : pieces;
}

function piecesOf(part: Part, counting: Counting): Piece[] {
  const { meter } = counting;
  switch (part.kind) {
    case 'message': {
      const frame = counting.framed ? [counted('input', meter.frame(part.role ?? 'user'))] : [];
      return [...frame, ...part.parts.flatMap((inner) => countPart(inner, counting))];
    }
    case 'text':
      return countText(counting.textAt(part.prompt), counting);
    case 'placeholder': {
      const { tokens, basis } = counting.sizeOf(part.name);
      return [basis === 'assumed' ? unread('input') : filled(tokens, basis)];
    }
    case 'history':
      return [unread('input')];
    case 'image': {
      const amount = meter.image(part);
      const known = part.width !== null && part.height !== null;
      return [amount ? { ...counted('image', amount, 'maybe', known || amount.exact ? 'counted' : 'assumed'), exact: false } : unread('image', 0)];
    }
    case 'file':
    case 'audio':
      return [unread(part.kind)];
    case 'tools':
      return countOpen('tools', part.tools.length ? counted('tools', meter.tools(part.tools, counting.choice)) : null, part.open);
    case 'schema':
      return countOpen('schema', part.schema === null ? null : counted('schema', meter.schema(part.schema)), part.open || part.schema === null);
    case 'oneOf':
      return oneOf(part.options.map((option) => option.flatMap((inner) => countPart(inner, counting))));
    case 'repeat':
      return repeated(
        part.parts.flatMap((inner) => countPart(inner, counting)),
        part.times,
      );
  }
}

function countOpen(unit: InputUnit, known: Piece | null, open: boolean): Piece[] {
  return [...(known ? [known] : []), ...(open ? [unread(unit, 0)] : [])];
}

function filled(tokens: number, basis: Basis): Piece {
  return { ...unread('input'), quantity: { low: 0, likely: tokens, high: null }, basis };
}

function countText(text: SentText | null, counting: Counting): Piece[] {
  if (!text) return [unread('input')];
  const names = text.segments.flatMap((segment) => (segment.kind === 'placeholder' ? [segment.name] : []));
  const hasWords = text.runs.some((run) => run.trim() !== '');
  return counting.meter.text(text).flatMap((amount, index) => {
    const run = text.runs[index] ? [counted('input', amount)] : [];
    if (index === 0) return run;
    const { tokens, basis } = counting.sizeOf(names[index - 1] ?? null);
    return [basis === 'assumed' && !hasWords ? unread('input') : filled(tokens, basis), ...run];
  });
}

/** One of several: from the least to the most, likely the largest. Which one it is may change from request to request. */
function oneOf(options: readonly Piece[][]): Piece[] {
  const sizes = options.map((pieces) => addUp(pieces.map(({ quantity }) => ({ ...quantity, likely: quantity.likely ?? 0 }))).likely ?? 0);
  const largest = options[sizes.indexOf(Math.max(...sizes))] ?? [];
  const units = [...new Set(options.flat().map(({ unit }) => unit))];
  const sumOf = (pieces: readonly Piece[], unit: InputUnit) => addUp(pieces.filter((piece) => piece.unit === unit).map(({ quantity }) => quantity));
  const known = units.map((unit): Piece => {
    const all = options.map((pieces) => sumOf(pieces, unit));
    const own = largest.filter((piece) => piece.unit === unit && piece.quantity.likely !== null && piece.placeholders === 0);
    const quantity: Quantity = {
      low: Math.min(...all.map(({ low }) => low)),
      likely: addUp(own.map((piece) => piece.quantity)).likely,
      high: all.some(({ high }) => high === null) ? null : Math.max(...all.map(({ high }) => high as number)),
    };
    return { unit, quantity, basis: weakest(own.map(({ basis }) => basis)), exact: false, placeholders: 0, stays: 'no', breakpoint: null };
  });
  const open = largest.filter(({ placeholders, quantity }) => placeholders > 0 || quantity.likely === null);
  return [...known, ...open.map((piece): Piece => ({ ...piece, quantity: { ...piece.quantity, low: 0 }, stays: 'no', breakpoint: null }))];
}

/** What a loop adds. Where nobody knows how often, once is counted and the rest has no size. */
function repeated(pieces: readonly Piece[], times: number | null): Piece[] {
  if (times === null) {
    const once = pieces.map((piece): Piece => ({ ...piece, quantity: { ...piece.quantity, low: 0, high: null }, exact: false, stays: 'no' }));
    return [...once, unread('input', 0)];
  }
  return pieces.map((piece): Piece => {
    const { low, likely, high } = piece.quantity;
    const quantity = { low: low * times, likely: likely === null ? null : likely * times, high: high === null ? null : high * times };
    return { ...piece, quantity, placeholders: piece.placeholders * times };
  });
}

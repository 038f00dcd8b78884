import { monthly, zoneOf } from '../pricing';
import type { Estimate, ModelMatch, Part, Price, Quantity, Request } from '../types';
import { askedLength } from './askedLength';
import { findCachedPrefix } from './cachedPrefix';
import { type Counting, countParts } from './countParts';
import { type Draft, inputLines } from './inputLines';
import { likelyOutput } from './likelyOutput';
import { type BilledParameters, readParameters } from './parameters';
import { addUp, type Meter, type Piece, type SentText, unread } from './pieces';
import { modifierOf, pricesOf } from './prices';
import { likelyReasoning } from './reasoning';
import { findSearches } from './searches';
import { type Pricing, priceLines, sumLines } from './sumLines';

/** Of a request, what its bill rests on. */
export type Billed = Pick<Request, 'site' | 'kind' | 'model' | 'parts' | 'outputLimit' | 'parameters' | 'openParameters' | 'promptCache' | 'ownHost'>;

/** What a request is counted and priced with. */
export interface Setting {
  textAt(prompt: number): SentText | null;
  sizeOf: Counting['sizeOf'];
  /** Output tokens that somebody stated; null where nobody did. */
  statedOutput: number | null;
  /** Share of requests that find the provider's cache filled, stated or measured; null where it is not known. */
  hitRate: number | null;
  /** Tokens of a mean call, where logs were read: all of its input, and all of its output. What is stated wins. */
  measured: { input: number; output: number } | null;
  /** How often the request is made; null where nobody says. */
  volume: Estimate['volume'];
  /** Turns of a usual conversation; null where nobody says. */
  turns: number | null;
  /** ISO date that counts as today. */
  today: string;
}

/** What one request costs with one model; null for a model that can't be known. Calls that are not billed by text have no lines. */
export function estimateRequest(request: Billed, match: ModelMatch | null, meter: Meter, setting: Setting): Estimate {
  const model = match?.kind === 'found' ? match.model : null;
  const parameters = readParameters(request.parameters);
  const searches = model && findSearches(request.parts, model);
  const pieces = withMeasured(readInput(request, meter, setting, parameters), setting.measured);
  if (searches) pieces.push(unread('input', 0));
  const sum = addUp(pieces.map(({ quantity }) => quantity));
  // A spread that can't be read may add messages or tools.
  const input = request.openParameters ? { ...sum, high: null } : sum;
  const written = model ? likelyReasoning(model, parameters.thinking) : 0;
  const output = outputOf(request, setting, parameters, model?.maxOutput ?? null, written);
  const { volume, turns } = setting;
  const base = { model: match, input: describeInput(pieces, input, meter), output: output.shown, volume, turns };
  if (!isByText(request)) return { ...base, lines: [], cost: null, perMonth: null };

  const price = model && priceFor(request, match);
  const cached = model && price ? findCachedPrefix(pieces, model, request.promptCache ? (parameters.cacheTtl ?? '5m') : null) : null;
  const drafts: Draft[] = [...inputLines(cached ?? { stretches: [], rest: pieces, step: 1 }), ...output.lines];
  if (searches) drafts.push({ unit: 'search', when: 'always', quantity: searches, basis: 'assumed' });
  if (price?.units.requests) drafts.push({ unit: 'request', when: 'always', quantity: { low: 1, likely: 1, high: 1 }, basis: 'counted' });
  const { factor, known } = price ? modifierOf(price, parameters, zoneOf(request.model ?? ''), setting.today) : { factor: 1, known: true };
  const pricing: Pricing = {
    priceAt: model ? pricesOf(model, price, factor) : () => ({ price: null, per: 1e6 }),
    input: { ...input, likely: addUp(pieces.filter(({ quantity }) => quantity.likely !== null).map(({ quantity }) => quantity)).likely },
    longest: output.shown.high,
    hitRate: setting.hitRate,
    known,
  };
  const lines = priceLines(drafts, pricing);
  const cost = sumLines(lines, pricing);
  return { ...base, lines, cost, perMonth: cost && volume && monthly(cost.perCall, volume.callsPerDay) };
}

const isByText = ({ kind }: Billed): boolean => kind === 'chat' || kind === 'completion' || kind === 'embedding';

/** A host of one's own has no list price; one's own price for the id holds. */
function priceFor(request: Billed, match: ModelMatch | null): Price | null {
  if (match?.kind !== 'found') return null;
  return request.ownHost && match.confidence !== 'override' ? null : match.model.price;
}

function readInput(request: Billed, meter: Meter, setting: Setting, { choice }: BilledParameters): Piece[] {
  const counting: Counting = { meter, textAt: setting.textAt, sizeOf: setting.sizeOf, framed: request.kind === 'chat', choice };
  const pieces = countParts(request.parts, counting);
  // what a definition will be asked is not known, however much of it is
  const open = !pieces.length || (request.site === 'definition' && !pieces.some(({ quantity }) => quantity.likely === null));
  return open ? [...pieces, unread('input')] : pieces;
}

/** What the logs say of the input as a whole, less what is counted or stated, is what stands where nothing can be read. */
function withMeasured(pieces: readonly Piece[], measured: Setting['measured']): Piece[] {
  const isOpen = ({ unit, quantity, placeholders, basis }: Piece) =>
    unit === 'input' && (quantity.likely === null || (placeholders > 0 && basis === 'assumed'));
  const open = pieces.filter(isOpen).length;
  if (!measured || !open) return [...pieces];
  const known = pieces.reduce((sum, piece) => sum + (isOpen(piece) ? 0 : (piece.quantity.likely ?? 0)), 0);
  const each = Math.max(0, Math.round((measured.input - known) / open));
  return pieces.map((piece) => (isOpen(piece) ? { ...piece, quantity: { ...piece.quantity, likely: each }, basis: 'measured' } : piece));
}

function describeInput(pieces: readonly Piece[], { low, high }: Quantity, meter: Meter): Estimate['input'] {
  const isFilled = ({ placeholders, basis }: Piece) => placeholders > 0 || basis === 'measured';
  const known = pieces.filter((piece) => !isFilled(piece) && piece.quantity.likely !== null);
  const filled = pieces.filter((piece) => isFilled(piece) && piece.quantity.likely !== null);
  const tokens = addUp(known.map(({ quantity }) => quantity)).likely ?? 0;
  const exact = pieces.length > 0 && pieces.every((piece) => piece.exact) && low === tokens && high === tokens;
  return {
    tokens,
    accuracy: exact ? 'exact' : known.length ? 'approximate' : 'unknown',
    placeholders: pieces.reduce((count, { placeholders }) => count + placeholders, 0),
    placeholderTokens: addUp(filled.map(({ quantity }) => quantity)).likely ?? 0,
    low,
    high,
    encoding: meter.encoding,
  };
}

function outputOf(request: Billed, setting: Setting, { answers }: BilledParameters, longest: number | null, reasoning: number): OutputReading {
  const { kind, outputLimit: limit, parts } = request;
  if (kind !== 'chat' && kind !== 'completion') return { shown: { low: 0, tokens: 0, high: 0, basis: 'counted' }, lines: [] };
  const bound = limit.kind === 'value' ? limit.tokens : limit.kind === 'dynamic' ? null : longest;
  const soft = limit.kind === 'value' ? limit.tokens : limit.kind === 'dynamic' ? limit.byDefault : longest;
  const one = likelyOutput({
    kind,
    schema: parts.some((part) => part.kind === 'schema'),
    tools: parts.some((part) => part.kind === 'tools'),
    asked: askedIn(parts, setting),
    limit: soft,
    stated: setting.statedOutput,
    measured: setting.measured && setting.measured.output / answers,
    reasoning,
  });
  const high = bound === null ? null : bound * answers;
  const shown: Estimate['output'] = { low: 0, tokens: one.tokens * answers, high, basis: one.basis };
  const lines: Draft[] = [{ unit: 'output', when: 'always', quantity: { low: 0, likely: shown.tokens, high }, basis: one.basis }];
  if (one.reasoning > 0)
    lines.push({ unit: 'reasoning', when: 'always', quantity: { low: 0, likely: one.reasoning * answers, high }, basis: 'assumed' });
  return { shown, lines };
}

interface OutputReading {
  shown: Estimate['output'];
  lines: Draft[];
}

/** The length that the texts ask for; the last text has the last word. */
function askedIn(parts: readonly Part[], setting: Setting): number | null {
  let asked: number | null = null;
  for (const part of parts) {
    if (part.kind === 'message') asked = askedIn(part.parts, setting) ?? asked;
    if (part.kind === 'text') asked = askedLength(setting.textAt(part.prompt)?.runs.join(' ') ?? '') ?? asked;
  }
  return asked;
}

import type { Billed, Meter, SentText, Setting } from '../../../src/core/cost';
import { estimateRequest } from '../../../src/core/cost';
import { createCatalogue } from '../../../src/core/pricing';
import type { Estimate, JsonValue, Part, Price, Role } from '../../../src/core/types';

const catalogue = createCatalogue({}, {}, '2026-12-01');

/** The row of a model as it is shipped. */
export function modelNamed(id: string) {
  const match = catalogue.find(id);
  if (match.kind !== 'found') throw new Error(`the catalogue has no ${id}`);
  return match.model;
}

const exactly = (tokens: number) => ({ low: tokens, tokens, high: tokens, exact: true });
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const about = (tokens: number) => ({ low: Math.floor(tokens * 0.8), tokens, high: Math.ceil(tokens * 1.2), exact: false });

/** A word is a token; 3 around all messages and 4 around each, 100 for a picture, 50 for each tool, 20 for a schema. */
const meter: Meter = {
  encoding: 'words',
  text: ({ runs }) => runs.map((run) => exactly(words(run))),
  opening: () => exactly(3),
  frame: () => exactly(4),
  image: ({ detail }) => (detail === 'low' ? exactly(100) : detail === 'high' ? about(100) : null),
  tools: (tools) => about(tools.length * 50),
  schema: () => about(20),
};

/** A text with placeholders in braces. */
export function textOf(source: string, role: Role | null = 'user'): SentText {
  const runs = source.split(/\{\w+\}/);
  const names = [...source.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const segments = runs.flatMap((text, index) => [
    { kind: 'text' as const, text, span: null, escapes: [] },
    ...(names[index] === undefined ? [] : [{ kind: 'placeholder' as const, name: names[index], span: null }]),
  ]);
  return { role, segments, runs };
}

/** So many words. */
export const long = (tokens: number): string => Array.from({ length: tokens }, () => 'word').join(' ');

type Sent = string | Part;

/** What a test says of a request; texts stand for messages, the first for the instructions where there are more. */
export interface Sample extends Partial<Omit<Billed, 'parts' | 'parameters'>> {
  model?: string;
  sends?: Sent[];
  parameters?: Record<string, JsonValue>;
  setting?: Partial<Setting>;
  price?: Partial<Price>;
}

/** The texts of a sample; parts name them by their index. */
export function estimateOf({ model = 'gpt-4.1', sends = ['Hi there.'], parameters = {}, setting = {}, price, ...billed }: Sample): Estimate {
  const texts: SentText[] = [];
  const parts = sends.map((one, index): Part => {
    if (typeof one !== 'string') return one;
    const role = index === 0 && sends.length > 1 ? 'system' : 'user';
    texts.push(textOf(one, role));
    return { kind: 'message', role, parts: [{ kind: 'text', prompt: texts.length - 1 }] };
  });
  const found = catalogue.find(model);
  const match =
    price && found.kind === 'found' && found.model.price ? { ...found, model: { ...found.model, price: { ...found.model.price, ...price } } } : found;
  const request: Billed = {
    ...{ site: 'request', kind: 'chat', model: null, outputLimit: { kind: 'none' }, openParameters: false, promptCache: false, ownHost: false },
    ...billed,
    parts,
    parameters: new Map(Object.entries(parameters)),
  };
  return estimateRequest(request, match, meter, {
    textAt: (index) => texts[index] ?? null,
    sizeOf: () => ({ tokens: 50, basis: 'assumed' }),
    statedOutput: null,
    measured: null,
    hitRate: null,
    volume: null,
    turns: null,
    today: '2026-12-01',
    ...setting,
  });
}

/** `unit when likely @ price`, for tables. */
export const linesOf = ({ lines }: Estimate): string[] =>
  lines.map(({ unit, when, quantity, price }) => `${unit} ${when} ${quantity.likely ?? '?'} @ ${price === null ? '?' : Number(price.toFixed(6))}`);

export const limitOf = (tokens: number): Billed['outputLimit'] => ({ kind: 'value', tokens, parameter: 'max_tokens', span: { start: 0, end: 0 } });

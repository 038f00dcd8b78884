import type { Price, PriceTier, PriceUnit } from '../types';

/** What was used in one request. Kinds of tokens do not overlap: what is read from the cache is not in `input`. */
export interface TokenUsage {
  input?: number;
  cacheRead?: number;
  cacheWrite?: number;
  cacheWrite1h?: number;
  output?: number;
  /** Of other units: their number, or tokens of that kind; hours of sound for `audioHours`. */
  units?: Partial<Record<PriceUnit, number>>;
}

/** How many of a unit its price is for. */
export const unitScale: Readonly<Record<PriceUnit, number>> = {
  requests: 1000,
  searches: 1000,
  fileSearches: 1000,
  pages: 1000,
  annotatedPages: 1000,
  messages: 1000,
  audioInput: 1e6,
  audioOutput: 1e6,
  cachedAudio: 1e6,
  imageInput: 1e6,
  imageOutput: 1e6,
  cachedImage: 1e6,
  videoInput: 1e6,
  videoOutput: 1e6,
  reasoning: 1e6,
  citations: 1e6,
  audioHours: 1,
};

/** Input tokens of other kinds than text, which count for the step. */
const inputUnits: readonly PriceUnit[] = ['audioInput', 'cachedAudio', 'imageInput', 'cachedImage', 'videoInput'];

/** How a usage is priced that is not one request at the list price. */
export interface Modifiers {
  /** The price step of each of several requests: all had more input tokens than this. */
  above?: number;
  /** What the prices of tokens are multiplied by. */
  factor?: number;
}

/**
 * USD at list price for one request, whose step goes by all of its input, or for several in one step. Tokens of the cache without a price of
 * their own cost what other input does. null where something was used whose price is unknown.
 */
export function usageCost(price: Price, usage: TokenUsage, { above, factor = 1 }: Modifiers = {}): number | null {
  const { input = 0, cacheRead = 0, cacheWrite = 0, cacheWrite1h = 0, output = 0, units = {} } = usage;
  const sound = inputUnits.reduce((sum, unit) => sum + (units[unit] ?? 0), 0);
  const whole = input + cacheRead + cacheWrite + cacheWrite1h + sound;
  const size = above === undefined ? whole : above + 1;
  const tier: PriceTier = price.tiers.findLast((step) => size > step.above) ?? price.tiers[0]!;
  const write = tier.cacheWrite ?? tier.input;
  const parts: [number, number | null, number][] = [
    [input * factor, tier.input, 1e6],
    [cacheRead * factor, tier.cachedInput ?? tier.input, 1e6],
    [cacheWrite * factor, write, 1e6],
    [cacheWrite1h * factor, tier.cacheWrite1h ?? write, 1e6],
    [output * factor, tier.output, 1e6],
    ...Object.entries(units).map(([unit, amount]): [number, number | null, number] => {
      const scale = unitScale[unit as PriceUnit];
      return [scale === 1e6 ? amount * factor : amount, price.units[unit as PriceUnit] ?? null, scale];
    }),
  ];
  let sum = 0;
  for (const [amount, usd, per] of parts) {
    if (amount === 0) continue;
    if (usd === null) return null;
    sum += (amount * usd) / per;
  }
  return sum;
}

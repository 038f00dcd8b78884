import { mixOf, type TextKind } from './textKind';
import type { Tokenizer } from './tokenizer';

interface Approximation {
  id: string;
  basis: string;
  /** Tokens per token of o200k_base, by kind of text. */
  ratios: Record<TextKind, number>;
  /** Lowest and highest count, as multiples of the expected one. */
  band: Band;
  /** The same for kinds of text on which less is known. Other alphabets than Latin have the wider `scriptBand` without it. */
  bands?: Partial<Record<TextKind, Band>>;
}

interface Band {
  low: number;
  high: number;
}

/** No ratio was measured on Cyrillic, Arabic and the like; vocabularies differ most there. */
const scriptBand = ({ low, high }: Band): Band => ({ low: low - 0.2, high: high + 0.4 });

/**
 * A tokenizer whose vocabulary is not public or not ours to ship: the exact count of o200k_base times a ratio that
 * depends on what the text is made of. Whole tokens; low ≤ tokens ≤ high; an empty text has none, any other at least one.
 */
export function approximate({ id, basis, ratios, band, bands = {} }: Approximation): Tokenizer {
  return {
    id,
    base: 'o200k_base',
    basis,
    createCounter:
      ({ count }) =>
      (text) => {
        if (text === '') return { tokens: 0, low: 0, high: 0, accuracy: 'approximate', encoding: id };
        const mix = mixOf(text);
        let [ratio, least, most] = [0, 0, 0];
        for (const kind of Object.keys(mix) as TextKind[]) {
          const { low, high } = bands[kind] ?? (kind === 'script' ? scriptBand(band) : band);
          ratio += mix[kind] * ratios[kind];
          least += mix[kind] * low;
          most += mix[kind] * high;
        }
        const expected = Math.max(1, count(text) * ratio);
        return {
          tokens: Math.round(expected),
          low: Math.max(1, Math.floor(expected * least)),
          high: Math.ceil(expected * most),
          accuracy: 'approximate',
          encoding: id,
        };
      },
  };
}

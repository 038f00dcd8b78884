import { createBlockSums } from './blocks';
import { halfWidth } from './estimator/band';
import { createEstimator, type Sums, UNITS } from './estimator/estimator';
import type { Weights } from './estimator/weights';
import type { Tokenizer } from './tokenizer';

const add = (a: Sums, b: Sums, sign: 1 | -1): Sums => ({
  estimate: a.estimate + sign * b.estimate,
  tokens: a.tokens + sign * b.tokens,
  spread: a.spread + sign * b.spread,
});

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** How well it does on documents that the weights were not fitted on. */
function accuracyOf({ heldOut: { programs, languages, messages } }: Weights): string {
  const of = (what: string, { documents, meanError, inBand }: typeof programs) =>
    `${percent(meanError)} mean error on ${documents} ${what}, ${percent(inBand)} of them in the band`;
  const parts = [of('programs', programs), of('languages', languages)];
  if (messages) parts.push(of('texts of compiler messages', messages));
  return parts.join('; ');
}

/**
 * A tokenizer whose vocabulary is not public or not ours to ship: an estimate from what the pieces of the text look like, fitted on documents with
 * known counts. Whole tokens; low ≤ tokens ≤ high; an empty text has none, any other at least one.
 */
export function estimate(id: string, about: string, weights: Weights): Tokenizer {
  return {
    id,
    base: 'o200k_base',
    basis: `${about} Estimated from features of the text; on texts kept aside: ${accuracyOf(weights)}.`,
    createCounter({ ranks }) {
      const sumsOf = createBlockSums(createEstimator(ranks, weights), add);
      return (text) => {
        if (text === '') return { tokens: 0, low: 0, high: 0, accuracy: 'approximate', encoding: id };
        const sums = sumsOf(text);
        const expected = Math.max(1, sums.estimate / UNITS);
        const half = halfWidth(sums.spread / Math.max(1, sums.tokens), weights.short, expected);
        return {
          tokens: Math.round(expected),
          low: Math.max(1, Math.floor(expected * (1 - half))),
          high: Math.ceil(expected * (1 + half)),
          accuracy: 'approximate',
          encoding: id,
        };
      };
    },
  };
}

import type { Span } from '../../types';
import { matchSpans, mergeSpans } from '../spans';
import { brackets } from './brackets';
import { bareCode, delimited, fencedCode, type Line, linesOf } from './code';
import { exampleRegions, speakers } from './examples';
import { numberPattern, placeholderPattern, quotePattern, urlPattern } from './patterns';
import { quotations } from './quotations';
import { tableRows } from './tables';
import { dataElements } from './tags';

export { addressesModel } from './labels';
export { numberPattern, placeholderPattern, quotePattern, urlPattern } from './patterns';

/** What of a text no edit may touch, by what it is there for. Ranges are ordered and apart. */
export interface Shields {
  /** Nothing at all may be changed here: placeholders, code, literals, numbers, addresses. */
  fixed: Span[];
  /** All of `fixed`, and text that is given to the model or to be said by it: examples, quotations, data, tables. */
  all: Span[];
}

/** Finds what no edit may touch. Holes are ranges that are placeholders already. Time grows with the text. */
export function protect(text: string, holes: readonly Span[]): Shields {
  const lines = linesOf(text);
  const fixed = mergeSpans([
    ...holes,
    ...[placeholderPattern, urlPattern, quotePattern, numberPattern, /\ufffc/g].flatMap((pattern) => matchSpans(text, pattern)),
    ...delimited(text),
    ...fencedCode(text, lines),
    ...bareCode(text, lines),
    ...brackets(text),
  ]);
  const rows = tableRows(lines);
  const all = mergeSpans([...fixed, ...rows, ...dataElements(text), ...givenRegions(text, lines), ...speakers(lines)]);
  return { fixed, all };
}

/** Examples, conversations, samples of the wanted form, quotations and stories. */
export function givenRegions(text: string, lines: readonly Line[] = linesOf(text)): Span[] {
  return mergeSpans([...exampleRegions(text, lines), ...quotations(text, lines)]);
}

import type { Span } from '../types';
import { brackets } from './brackets';
import { exampleRegions } from './protect';
import { intersects, lineOf, mergeSpans } from './spans';
import type { Notice, Proposal } from './types';

const data =
  /\b(?:data|dataset|records?|rows|entries|context|inventory|catalogu?e?|products?|customers?|users?|orders?|transactions?|items|profile|settings|configuration|results? of|current state|history|events|knowledge|menu|pric(?:es|ing))\b/i;
/** A line that introduces what follows: a colon at its end, a heading or an opening tag. */
const announcement = /[:>][*_]*\s*$|^\s*#{1,6}\s/;
const sample =
  /\b(?:format|output|outputs|return|respond|response|reply|schema|example|sample|template|structure|answer|produce|generate|like this|looks? like|should|must|follow\w*|expected|valid json|ejemplo|formato|salida|responde|respuesta|devuelve)\b/i;

/** Indented JSON that is plainly data given to the model, and its ranges. JSON that may show the wanted output is left out. */
export function dataBlocks(text: string, holes: readonly Span[]): Span[] {
  const untouchable = mergeSpans([...holes, ...exampleRegions(text)]);
  return brackets(text).filter(({ start, end }) => {
    if (!text.slice(start, end).includes('\n') || intersects(untouchable, { start, end }) || parse(text.slice(start, end)) === undefined)
      return false;
    const before = text.slice(Math.max(0, start - 400), start).replace(/`{3}\w*\s*$/, '');
    const intro = before.trimEnd().split('\n').slice(-2);
    const outro = text
      .slice(end)
      .replace(/^\s*`{3}/, '')
      .trimStart()
      .split('\n')[0]!;
    return (
      announcement.test(intro.at(-1)!) &&
      data.test(intro.at(-1)!) &&
      !sample.test(intro.join('\n')) &&
      !/^(?:output|answer|a|response)\s*:/i.test(outro)
    );
  });
}

/** Takes the blanks between the tokens of JSON data out; numbers and strings stay as written. */
export function proposeJson(text: string, blocks: readonly Span[]): Proposal[] {
  return blocks.map(({ start, end }) => ({
    start,
    end,
    text: minify(text.slice(start, end)),
    rule: 'json',
    reason: 'Data is read as well without indentation.',
  }));
}

/** Where a table-like form of the data would need fewer tokens still. */
export function noticeTables(text: string, blocks: readonly Span[]): Notice[] {
  return blocks
    .map((block) => ({ block, records: uniformRecords(parse(text.slice(block.start, block.end))) }))
    .filter(({ records }) => records >= 3)
    .map(({ block, records }) => ({
      line: lineOf(text, block.start),
      message: `These ${records} records have the same fields: as TOON or CSV they take fewer tokens than as JSON.`,
    }));
}

const minify = (json: string): string => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted: string | undefined) => quoted ?? '');

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** How many flat records with equal keys an array holds, or an array that is the value of an object's only field; else 0. */
function uniformRecords(value: unknown): number {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const values = Object.values(value);
    return values.length === 1 && Array.isArray(values[0]) ? uniformRecords(values[0]) : 0;
  }
  if (!Array.isArray(value)) return 0;
  const shapes = new Set(value.map((row) => (isFlat(row) ? Object.keys(row).join('\n') : null)));
  return shapes.size === 1 && !shapes.has(null) ? value.length : 0;
}

const isFlat = (row: unknown): row is Record<string, unknown> =>
  typeof row === 'object' && row !== null && !Array.isArray(row) && Object.values(row).every((field) => typeof field !== 'object' || field === null);

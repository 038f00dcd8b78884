import type { Span } from '../../types';
import { givenRegions } from '../protect';
import { brackets } from '../protect/brackets';
import { placeholderPattern } from '../protect/patterns';
import { intersects, lineOf, matchSpans, mergeSpans } from '../spans';
import type { Notice, Proposal, RecordForm } from '../types';
import { flatRecords, writeRecords } from './records';

const data =
  /\b(?:data|dataset|records?|rows|entries|context|inventory|catalogu?e?|products?|customers?|users?|orders?|transactions?|items|profile|settings|configuration|results? of|current state|history|events|knowledge|menu|pric(?:es|ing)|datos|registros|productos|clientes|pedidos|daten|datensätze|produkte|kunden|données|produits|clients|dados|produtos)\b|数据|データ/i;
/** A line that introduces what follows: a colon at its end, a heading or an opening tag. */
const announcement = /[:：>][*_]*\s*$|^\s*#{1,6}\s/;
const sample =
  /\b(?:format|output|outputs|return|respond|response|reply|schema|example|sample|template|structure|answer|produce|generate|like this|looks? like|should|must|follow\w*|expected|valid json|ejemplo|formato|salida|responde|respuesta|devuelve|ausgabe|beispiel|antwort\w*|sortie|exemple|réponse|saída|exemplo|resposta)\b|输出|格式|出力|形式/i;

/** JSON that is plainly data given to the model. */
export interface DataBlock extends Span {
  /** Undefined where placeholders stand in it. */
  value: unknown;
}

/** The data in JSON of a text. JSON that may show the wanted output is left out. */
export function dataBlocks(text: string, holes: readonly Span[]): DataBlock[] {
  const given = givenRegions(text);
  return brackets(text).flatMap(({ start, end }): DataBlock[] => {
    const block = text.slice(start, end);
    if (!block.includes('\n') || intersects(given, { start, end }) || !isGiven(text, start, end)) return [];
    const inside = holes.filter((hole) => start <= hole.start && hole.end <= end);
    const value = inside.length ? undefined : parse(block);
    const readable = value !== undefined || parse(filled(block, holesOf(block, inside, start))) !== undefined;
    return readable ? [{ start, end, value }] : [];
  });
}

/** Do the lines around the block say that it is data, and not how to answer? */
function isGiven(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 400), start).replace(/`{3}\w*\s*$/, '');
  const intro = before.trimEnd().split('\n').slice(-2);
  const outro = text
    .slice(end, end + 400)
    .replace(/^\s*`{3}/, '')
    .trimStart()
    .split('\n')[0]!;
  return (
    announcement.test(intro.at(-1)!) &&
    data.test(intro.at(-1)!) &&
    !sample.test(intro.join('\n')) &&
    !/^(?:output|answer|a|response)\s*:/i.test(outro)
  );
}

function holesOf(block: string, inside: readonly Span[], at: number): Span[] {
  // `{…}` of the JSON itself may look like a placeholder; a real one holds no quoted name.
  const written = matchSpans(block, placeholderPattern).filter(({ start, end }) => !/["\n:]/.test(block.slice(start, end)) && end - start > 2);
  return mergeSpans([...inside.map(({ start, end }) => ({ start: start - at, end: end - at })), ...written]);
}

/** The block with a value in place of each hole; in a string any text is one. */
function filled(block: string, holes: readonly Span[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of holes) {
    result += block.slice(from, start);
    result += (result.match(/(?<!\\)"/g)?.length ?? 0) % 2 ? 'x' : 'null';
    from = end;
  }
  return result + block.slice(from);
}

/** Takes the blanks between the tokens of JSON data out; numbers, strings and holes stay as written. With a form, flat records take it. */
export function proposeJson(text: string, blocks: readonly DataBlock[], holes: readonly Span[], form?: RecordForm): Proposal[] {
  return blocks.flatMap((block): Proposal[] => {
    const { start, end, value } = block;
    const records = form ? flatRecords(value) : null;
    if (form && records) {
      const reason = `Records of equal fields take fewer tokens as ${form.toUpperCase()}.`;
      return [{ start, end, text: writeRecords(records, form), rule: `records-${form}`, reason }];
    }
    const inside = holesOf(
      text.slice(start, end),
      holes.filter((hole) => start <= hole.start && hole.end <= end),
      start,
    ).map((hole) => ({ start: hole.start + start, end: hole.end + start }));
    const edit = { rule: 'json', reason: 'Data is read as well without indentation.' };
    if (!inside.length) return [{ start, end, text: minify(text.slice(start, end)), ...edit }];
    // Around holes only: an edit may not run over one.
    const pieces = gaps({ start, end }, inside);
    const group = `json-${start}`;
    return pieces.flatMap((piece) => spaces(text, piece)).map((span) => ({ ...span, text: '', ...edit, group }));
  });
}

function gaps({ start, end }: Span, holes: readonly Span[]): Span[] {
  const edges = [start, ...holes.flatMap((hole) => [hole.start, hole.end]), end];
  return Array.from({ length: edges.length / 2 }, (_, index) => ({ start: edges[index * 2]!, end: edges[index * 2 + 1]! }));
}

/** White space between tokens, of pieces whose quotes are whole; a piece within a string has none that may go. */
function spaces(text: string, { start, end }: Span): Span[] {
  const piece = text.slice(start, end);
  if ((piece.match(/(?<!\\)"/g)?.length ?? 0) % 2) return [];
  const inString = new Set(matchSpans(piece, /"(?:[^"\\]|\\.)*"/g).flatMap((span) => [span]));
  const quoted = mergeSpans([...inString]);
  return matchSpans(piece, /\s+/g)
    .filter((span) => !intersects(quoted, span))
    .map((span) => ({ start: span.start + start, end: span.end + start }));
}

/** Where a table-like form of the data would need fewer tokens still. */
export function noticeTables(text: string, blocks: readonly DataBlock[]): Notice[] {
  return blocks
    .map((block) => ({ block, records: flatRecords(block.value)?.rows.length ?? 0 }))
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

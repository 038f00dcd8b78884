import type { Total } from '../../core';
import { formatCount, formatPlural, markAccuracy, signOf } from '../format';
import { formatUsd } from '../money';
import { type ModelColumn, type ProjectReport, type RequestRow, rowPlace } from './projectReport';

/** A table of the report, for every form of it. Cells are plain text. */
export interface ReportTable {
  id: string;
  title: string;
  /** What the figures rest on. */
  note: string;
  head: string[];
  rows: string[][];
  /** Said in place of a table without rows. */
  empty: string;
}

/** Rows that a table for people has at most; JSON has all. */
const MOST = 20;

const more = (all: number): string => (all > MOST ? ` The first ${MOST} of ${formatCount(all)}.` : '');

/** The tables of a report, in the order in which people read them. */
export function tablesOf(report: ProjectReport): ReportTable[] {
  const { byModel, byFile, requests, prompts, savings, matrix, notices } = report;
  const each = 'USD at list price for each request made once; a month only where somebody says how often they are made.';
  return withoutEmptyColumns([
    totals('models', 'Cost by model', each, 'Model', byModel),
    totals('files', 'Cost by file', `${each}${more(byFile.length)}`, 'File', byFile.slice(0, MOST)),
    {
      id: 'requests',
      title: 'Dearest requests',
      note: `Likely cost and the bounds of one request.${more(requests.length)}`,
      head: ['Request', 'Model', 'Input', 'Output', 'Likely', 'At least', 'At most', 'Later', 'A month'],
      rows: requests.slice(0, MOST).map(requestCells),
      empty: 'No request was found.',
    },
    {
      id: 'savings',
      title: 'What the fixes save',
      note: `Each fix alone, in the order of money; together they may save less.${more(savings.length)}`,
      head: ['Place', 'Fix', 'Rule', 'Tokens', 'Saved per call', 'Saved a month'],
      rows: savings
        .slice(0, MOST)
        .map((one) => [
          ...[rowPlace(one), one.title, one.rule, one.tokensSaved === null ? '' : formatCount(one.tokensSaved)],
          ...[`≈ ${formatUsd(one.perCall)}`, one.perMonth === null ? '' : `≈ ${formatUsd(one.perMonth)}`],
        ]),
      empty: 'No fix is known to save money.',
    },
    {
      id: 'prompts',
      title: 'Longest prompts',
      note: `Tokens of the fixed text.${more(prompts.length)}`,
      head: ['Prompt', 'Role', 'Tokens', 'Requests'],
      rows: prompts
        .slice(0, MOST)
        .map((one) => [rowPlace(one), one.role ?? '', markAccuracy(formatCount(one.tokens), one.accuracy), formatCount(one.requests)]),
      empty: 'No prompt was found.',
    },
    {
      id: 'matrix',
      title: 'The same requests on other models',
      note: 'Likely cost of one request, counted anew with each model. Answers differ between models.',
      head: ['Request', ...matrix.models.map(({ name }) => name)],
      rows: [
        ...matrix.rows.map(({ request, perCall }) => [
          rowPlace(request),
          ...perCall.map((usd) => (usd === null ? 'unknown' : `${request.cost?.atLeast ? '≥' : '≈'} ${formatUsd(usd)}`)),
        ]),
        ...(matrix.rows.length
          ? [
              ['Context window', ...matrix.models.map(({ contextWindow }) => (contextWindow === null ? 'unknown' : formatCount(contextWindow)))],
              ['Service', ...matrix.models.map(describeService)],
            ]
          : []),
      ],
      empty: 'No request has a model and a price to compare.',
    },
    {
      id: 'notices',
      title: 'Not read',
      note: 'Nothing of these files is in the figures.',
      head: ['File', 'Why'],
      rows: notices.map(({ path, message }) => [path, message]),
      empty: 'Every file was read.',
    },
  ]);
}

/** A column that says nothing in any row is left out. */
function withoutEmptyColumns(tables: readonly ReportTable[]): ReportTable[] {
  return tables.map((table) => {
    const says = (_: unknown, column: number) => !table.rows.length || table.rows.some((cells) => cells[column]);
    return { ...table, head: table.head.filter(says), rows: table.rows.map((cells) => cells.filter(says)) };
  });
}

function totals(id: string, title: string, note: string, first: string, all: readonly Total[]): ReportTable {
  const head = [first, 'Requests', 'Likely', 'At least', 'At most', 'A month', 'Cost unknown'];
  const rows = all.map((one) => [
    ...[one.name ?? 'unknown', formatCount(one.requests), totalCost(one), formatUsd(one.low)],
    ...[
      one.high === null ? 'no bound' : formatUsd(one.high),
      one.perMonth === null ? '' : `≈ ${formatUsd(one.perMonth)}`,
      one.unknown ? formatCount(one.unknown) : '',
    ],
  ]);
  return { id, title, note, head, rows, empty: 'No request was found.' };
}

/** `≈ $0.02`, `≥ $0.02`, or that it is not known. */
export function totalCost({ perCall, atLeast, unknown, requests }: Total): string {
  if (unknown === requests) return 'unknown';
  return `${signOf({ atLeast: atLeast || unknown > 0, exact: false })}${formatUsd(perCall)}`;
}

function requestCells(row: RequestRow): string[] {
  const { model, input, output, cost, perMonth, function: name } = row;
  const place = `${rowPlace(row)}${name === null ? '' : ` ${name}`}`;
  const figures = cost
    ? [
        costOf(row),
        formatUsd(cost.low),
        cost.high === null ? 'no bound' : formatUsd(cost.high),
        cost.later === cost.first ? '' : formatUsd(cost.later),
      ]
    : ['unknown', '', '', ''];
  return [
    ...[place, model ?? 'unknown', markAccuracy(formatCount(input.tokens), input.accuracy), `≈ ${formatCount(output)}`],
    ...[...figures, perMonth === null ? '' : `≈ ${formatUsd(perMonth)}`],
  ];
}

/** What one request costs. */
export function costOf({ cost, input }: RequestRow): string {
  if (!cost || (cost.atLeast && cost.perCall === 0)) return 'unknown';
  return `${signOf({ atLeast: cost.atLeast, exact: cost.basis === 'counted' && input.accuracy === 'exact' })}${formatUsd(cost.perCall)}`;
}

function describeService({ lifecycle: { state, date, replacement } }: ModelColumn): string {
  if (state === 'active') return 'served';
  const words = { announced: 'ends', retired: 'ended', rerouted: 'rerouted' } as const;
  return `${words[state]}${date === null ? '' : ` ${date}`}${replacement === null ? '' : `, then ${replacement}`}`;
}

/** `12 requests in 40 files: ≥ $0.21 for one of each, ≈ $340 a month; 2 of unknown cost`. */
export function headlineOfProject({ total, files }: ProjectReport): string {
  const month = total.perMonth === null ? '' : `, ≈ ${formatUsd(total.perMonth)} a month`;
  const rest = total.unknown && total.unknown < total.requests ? `; ${formatCount(total.unknown)} of unknown cost` : '';
  const sum = total.requests ? `: ${totalCost(total)} for one of each${month}${rest}` : '';
  return `${formatPlural(total.requests, 'request')} in ${formatPlural(files, 'file')}${sum}`;
}

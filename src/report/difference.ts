import type { Cause, Delta, RequestChange } from '../core';
import { codeSpan, escapeMarkdown } from './escape';
import { formatCount, formatPlural } from './format';
import { formatUsd } from './money';
import { markdownTable } from './table';
import { toText } from './text';

/** What became of one request, as plain data. Of an added request the places of before are null, of a removed one those of after. */
export interface ChangeReport {
  kind: RequestChange['kind'];
  path: string | null;
  line: number | null;
  basePath: string | null;
  baseLine: number | null;
  /** 0-based cell of a notebook, in which lines count. */
  cell?: number;
  causes: Cause[];
  split: RequestChange['split'];
  atLeast: boolean;
  model: { before: string | null; after: string | null };
  tokens: Delta;
  perCall: Delta;
  later: Delta;
  perMonth: Delta | null;
}

/** What a change does to the cost of each request. USD at list price. */
export interface DifferenceReport {
  version: 1;
  base: string;
  /** null for the working tree. */
  head: string | null;
  changes: ChangeReport[];
  /** Sums of the changes whose difference is known; `unknown` counts the others. */
  totals: { perCall: Delta; perMonth: Delta | null; unknown: number };
}

/** Sums changes; those of which one side is not known are only counted. */
export function sumChanges(changes: readonly ChangeReport[]): DifferenceReport['totals'] {
  const months = changes.flatMap(({ perMonth }) => perMonth ?? []);
  return {
    perCall: sumOf(changes.map(({ perCall }) => perCall)),
    perMonth: months.some(isKnown) ? sumOf(months) : null,
    unknown: changes.filter(isUnknown).length,
  };
}

const isKnown = ({ delta }: Delta): boolean => delta !== null;
const isUnknown = ({ perCall, later }: ChangeReport): boolean => !isKnown(perCall) || !isKnown(later);

function sumOf(deltas: readonly Delta[]): Delta {
  const known = deltas.filter(isKnown);
  const sum = (key: keyof Delta) => known.reduce((total, one) => total + (one[key] ?? 0), 0);
  return { before: sum('before'), after: sum('after'), delta: sum('delta') };
}

/** For a terminal: a line for each request, the unknown first, and the sum. */
export function reportDifferenceAsText(report: DifferenceReport): string {
  const lines = report.changes.flatMap((change) => {
    const details = detailsOf(change);
    return [`${placeOf(change)}  ${headlineOf(change)}`, ...(details.length ? [`  ${details.join(', ')}`] : [])];
  });
  return toText([...lines, ...(lines.length ? [''] : []), summaryOf(report)]);
}

/** For a comment or a summary page. */
export function reportDifferenceAsMarkdown(report: DifferenceReport): string {
  const rows = report.changes.map((change) => [
    codeSpan(placeOf(change)),
    escapeMarkdown(headlineOf(change)),
    escapeMarkdown(detailsOf(change).join(', ')),
  ]);
  const parts = [`**${escapeMarkdown(summaryOf(report))}**`];
  if (rows.length) parts.push(markdownTable(['Request', 'Difference', 'Why'], rows));
  return `${parts.join('\n\n')}\n`;
}

function placeOf({ path, line, basePath, baseLine, cell }: ChangeReport): string {
  const inCell = cell === undefined ? '' : `cell ${cell + 1}, `;
  return path === null ? `${basePath}:${inCell}${baseLine}` : `${path}:${inCell}${line}`;
}

/** `+$0.0009 per call (+18 %) · +312 tok`; where the provider's cache is won or lost, what later calls cost comes first. */
function headlineOf(change: ChangeReport): string {
  const { kind, perCall, later, perMonth, tokens, causes, atLeast, model } = change;
  const what = kind === 'changed' ? '' : `${kind} · `;
  if (isUnknown(change)) {
    const price = ({ before, after }: { before: number | null; after: number | null }) => `${formatUsd(before)} → ${formatUsd(after)}`;
    return `${what}difference unknown: ${price(perCall)} per call · ${model.before === model.after ? (model.after ?? 'model unknown') : `${model.before ?? 'no model'} → ${model.after ?? 'no model'}`}`;
  }
  const sign = atLeast ? '≥ ' : '';
  const first = `${sign}${signed(perCall)} per call${percentOf(perCall)}`;
  const leads = causes.includes('cache');
  const figures = leads ? [`${sign}${signed(later)} per later call${percentOf(later)}`, first] : [first];
  if (perMonth?.delta != null) figures.push(`${signed(perMonth)} a month`);
  if (tokens.delta) figures.push(`${tokens.delta > 0 ? '+' : '-'}${formatCount(Math.abs(tokens.delta))} tok`);
  return what + figures.join(' · ');
}

/** `model gpt-4.1 → gpt-4.1-mini -$0.0024`, each cause with its share. */
function detailsOf({ causes, split, model, path, basePath, kind }: ChangeReport): string[] {
  const named = (cause: Cause) =>
    cause === 'model' && model.before !== model.after ? `model ${model.before ?? 'unknown'} → ${model.after ?? 'unknown'}` : cause;
  const moved = kind === 'changed' && path !== basePath ? [`was ${basePath}`] : [];
  return [...causes.map((cause) => [named(cause), split[cause] ? signedUsd(split[cause]) : null].filter(Boolean).join(' ')), ...moved];
}

const signedUsd = (usd: number): string => (usd > 0 ? `+${formatUsd(usd)}` : formatUsd(usd));
const signed = ({ delta }: Delta): string => signedUsd(delta ?? 0);

/** ` (+18 %)`; nothing where there was nothing before, or nothing is left. */
function percentOf({ before, after, delta }: Delta): string {
  if (!before || !after || !delta) return '';
  const percent = (100 * delta) / before;
  const digits = Math.abs(percent) < 10 ? 1 : 0;
  return ` (${percent > 0 ? '+' : ''}${percent.toFixed(digits)} %)`;
}

function summaryOf({ changes, totals, base, head }: DifferenceReport): string {
  const between = `between ${base} and ${head ?? 'the working tree'}`;
  if (!changes.length) return `No request costs anything else ${between}`;
  const counts = (['changed', 'added', 'removed'] as const).flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count ? [`${count} ${kind}`] : [];
  });
  const { perCall, perMonth, unknown } = totals;
  const isAtLeast = changes.some(({ atLeast }) => atLeast);
  const sum = unknown === changes.length ? 'cost unknown' : `${isAtLeast ? '≥' : '≈'} ${signed(perCall)} for one of each${percentOf(perCall)}`;
  const month = perMonth ? `, ${signed(perMonth)} a month` : '';
  const rest = unknown && unknown < changes.length ? `; ${formatCount(unknown)} of unknown cost not counted` : '';
  return `${formatPlural(changes.length, 'request')} ${between}: ${counts.join(', ')} · ${sum}${month}${rest}`;
}

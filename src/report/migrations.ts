import type { Migration } from '../core';
import { formatCount, formatPlural } from './format';
import { formatUsd } from './money';
import type { Range } from './position';

/** A request whose model ends, as plain data. */
export interface MigrationReport extends Omit<Migration, 'call'>, Range {
  path: string;
}

const states: Record<Migration['state'], string> = { announced: 'ends', retired: 'ended', rerouted: 'is answered by another model since' };

/** Requests by the day on which their model ends; those without a day first. */
export const sortMigrations = (all: readonly MigrationReport[]): MigrationReport[] =>
  [...all].sort((a, b) => compare(a.ends ?? '', b.ends ?? '') || compare(a.path, b.path) || a.line - b.line);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** For people: what each request needs to move on. */
export function reportMigrations(all: readonly MigrationReport[]): string {
  if (!all.length) return 'No request uses a model that ends.\n';
  return `${sortMigrations(all).map(describe).join('\n\n')}\n\n${formatPlural(all.length, 'request')} to move. Answers differ between models: test them.\n`;
}

function describe({ path, line, column, model, ends, state, replacement, needs, tokens, perCall, edits }: MigrationReport): string {
  const when = ends === null ? (state === 'announced' ? 'is deprecated' : 'is gone') : `${states[state]} ${ends}`;
  const lines = [`${path}:${line}:${column}  ${model} ${when} → ${replacement ?? 'no replacement named'}`];
  if (tokens) lines.push(`  tokens in   ${mark(tokens.exact)}${formatCount(tokens.before)} → ${mark(tokens.exact)}${formatCount(tokens.after)}`);
  if (perCall) lines.push(`  per call    ≈ ${formatUsd(perCall.before)} → ≈ ${formatUsd(perCall.after)}`);
  else if (replacement !== null) lines.push('  per call    unknown');
  lines.push(...needs.map((need) => `  needs       ${need}`));
  if (replacement !== null)
    lines.push(`  edit        ${edits.length ? edits.map(({ text }) => text).join(', ') : 'by hand: the model is not written here'}`);
  return lines.join('\n');
}

const mark = (exact: boolean): string => (exact ? '' : '≈ ');

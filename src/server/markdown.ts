import * as l10n from '@vscode/l10n';
import { type ModelMatch, stalePrices, type TokenCount } from '../core';
import { updatePricesCommand } from '../protocol';
import { codeSpan, escapeMarkdown } from '../report';
import { formatCount, priceLine } from './convert';

/** A table; the first column is set left, figures right. Cells are Markdown. Empty without rows. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return rows.length ? [line(head), line(head.map((_, column) => (column ? '--:' : ':--'))), ...rows.map(line)].join('\n') : '';
}

/** Lines of one paragraph; empty ones are left out. */
export const paragraph = (...lines: (string | null)[]) => lines.filter(Boolean).join('  \n');

/** How many tokens a text has and how they were counted. */
export function countLine(count: TokenCount): string {
  if (count.accuracy === 'exact') return l10n.t('{0} tokens, counted with {1}.', formatCount(count.tokens), count.encoding);
  return l10n.t(
    'About {0} tokens ({1} to {2}), approximated with {3}.',
    formatCount(count.tokens),
    formatCount(count.low),
    formatCount(count.high),
    count.encoding,
  );
}

/** The price of a model, its source and its day, or why there is none. */
export function priceBasis(model: ModelMatch | null, canUpdate = false): string[] {
  if (!model) return [l10n.t('The model cannot be known here, so there is no price.')];
  if (model.kind === 'unknown') return [l10n.t('The model {0} is not in the catalogue, so there is no price.', codeSpan(model.id))];
  const { price, name } = model.model;
  if (!price) return [l10n.t('The price of {0} is unknown.', escapeMarkdown(name))];
  const { provenance, note } = price;
  const stale = provenance.source === 'settings' ? null : stalePrices(new Date().toISOString().slice(0, 10), provenance.checked);
  const source = provenance.url ? `[${escapeMarkdown(provenance.source)}](${provenance.url})` : escapeMarkdown(provenance.source);
  return [
    l10n.t('Price: {0}. {1}, checked {2}.', priceLine(price), source, provenance.checked),
    ...(note ? [escapeMarkdown(note)] : []),
    ...(stale ? [l10n.t(stale.template, ...stale.values) + (canUpdate ? ` [${l10n.t('Update prices')}](command:${updatePricesCommand})` : '')] : []),
  ];
}

import * as l10n from '@vscode/l10n';
import type { DocumentParams, FileTotals } from '../../protocol';
import { signOf } from '../../report';
import type { Feature } from '../context';
import { formatCount, isExact } from '../convert';
import { ownEstimates, sumWriter } from '../ownPrices';
import { fileHover, fileLabel } from './fileFacts';

/** Sums over one file, over all cells for a cell of a notebook, with the texts of the status bar. */
export const fileTotals: Feature<DocumentParams, FileTotals | null> = async ({ documents, translate }, { uri }, token) => {
  const analyzed = await documents.analyze(uri, token);
  if (!analyzed) return null;
  const { totals, notice, file } = analyzed.whole;
  const estimates = ownEstimates({ analysis: analyzed.whole, settings: analyzed.settings });
  const write = sumWriter(analyzed.settings);
  const own = fileLabel(analyzed);
  const { calls, prompts, promptTokens, unpriced } = totals;
  const perCall = estimates.reduce((sum, { cost }) => sum + (cost?.perCall ?? 0), 0);
  const months = estimates.flatMap(({ perMonth }) => perMonth ?? []);
  const perMonth = months.reduce((sum, usd) => sum + usd, 0);
  const priced = calls - unpriced;
  const atLeast = estimates.some(({ cost }) => cost?.atLeast);
  const sent = estimates.reduce((sum, { input }) => sum + input.tokens + input.placeholderTokens, 0);
  const cost = priced ? `${signOf({ atLeast, exact: estimates.every(isExact) })}${write(perCall)}` : calls ? l10n.t('price unknown') : '';
  const lines = [
    l10n.t('Calls: {0}', formatCount(calls)),
    l10n.t('Prompts: {0}, {1} tokens', formatCount(prompts), formatCount(promptTokens)),
    priced ? l10n.t('Each call made once: {0}', cost) : '',
    months.length ? l10n.t('A month, of the {0} calls with a volume: {1}', formatCount(months.length), `≈ ${write(perMonth)}`) : '',
    unpriced ? l10n.t('Calls without a known price, left out: {0}', formatCount(unpriced)) : '',
    file ? fileHover(file, write) : '',
    notice ? translate(notice.message) : '',
  ];
  return {
    ...{ calls, prompts, promptTokens, perCall, unpriced },
    label: own ?? (calls || prompts ? [cost, l10n.t('{0} tok', formatCount(calls ? sent : promptTokens))].filter(Boolean).join(' · ') : ''),
    details: lines.filter(Boolean).join('\n\n'),
  };
};

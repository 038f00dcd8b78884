import * as l10n from '@vscode/l10n';
import type { DocumentParams, FileTotals } from '../../protocol';
import { signOf } from '../../report';
import type { Feature } from '../context';
import { formatCount, formatUsd, isExact } from '../convert';
import { fileHover, fileLabel } from './fileFacts';

/** Sums over one file, over all cells for a cell of a notebook, with the texts of the status bar. */
export const fileTotals: Feature<DocumentParams, FileTotals | null> = async ({ documents, translate }, { uri }, token) => {
  const analyzed = await documents.analyze(uri, token);
  if (!analyzed) return null;
  const { totals, notice, estimates, file } = analyzed.whole;
  const own = fileLabel(analyzed);
  const { calls, prompts, promptTokens, perCall, unpriced } = totals;
  const priced = calls - unpriced;
  const atLeast = estimates.some(({ cost }) => cost?.atLeast);
  const sent = estimates.reduce((sum, { input }) => sum + input.tokens + input.placeholderTokens, 0);
  const cost = priced ? `${signOf({ atLeast, exact: estimates.every(isExact) })}${formatUsd(perCall)}` : calls ? l10n.t('price unknown') : '';
  const lines = [
    l10n.t('Calls: {0}', formatCount(calls)),
    l10n.t('Prompts: {0}, {1} tokens', formatCount(prompts), formatCount(promptTokens)),
    priced ? l10n.t('Each call made once: {0}', cost) : '',
    unpriced ? l10n.t('Calls without a known price, left out: {0}', formatCount(unpriced)) : '',
    file ? fileHover(file) : '',
    notice ? translate(notice.message) : '',
  ];
  return {
    ...{ calls, prompts, promptTokens, perCall, unpriced },
    label: own ?? (calls || prompts ? [cost, l10n.t('{0} tok', formatCount(calls ? sent : promptTokens))].filter(Boolean).join(' · ') : ''),
    details: lines.filter(Boolean).join('\n\n'),
  };
};

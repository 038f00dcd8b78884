import { discounted, discountedLines, discountsFor, type Estimate, type Request, type Settings } from '../core';
import { formatMoney, moneyOf } from '../report';
import { marks } from './convert';
import type { Analyzed } from './documents';

/** Writes a sum given in USD in the project's currency and by the marks of the display language. */
export type WriteSum = (usd: number) => string;

/** How sums are written for a project. */
export function sumWriter(settings: Settings): WriteSum {
  const money = moneyOf(settings, marks());
  return (usd) => formatMoney(usd, money);
}

/** An estimate as people are shown it: with the project's discounts taken off. Still in USD. */
export function atOwnPrices(estimate: Estimate, { model, models }: Pick<Request, 'model' | 'models'>, settings: Settings): Estimate {
  const resolved = estimate.model?.kind === 'found' ? estimate.model.model.id : null;
  const factor = discountsFor(settings, { model, models, resolved });
  if (factor.low === 1 && factor.high === 1) return estimate;
  return {
    ...estimate,
    lines: discountedLines(estimate.lines, factor),
    cost: estimate.cost && discounted(estimate.cost, factor),
    perMonth: estimate.perMonth === null ? null : estimate.perMonth * factor.likely,
  };
}

/** The estimates of all calls, as people are shown them. */
export function ownEstimates({ analysis, settings }: Pick<Analyzed, 'analysis' | 'settings'>): readonly Estimate[] {
  return analysis.estimates.map((estimate, index) => atOwnPrices(estimate, analysis.calls[index]!, settings));
}

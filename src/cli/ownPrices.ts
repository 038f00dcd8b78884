import { discounted, discountedLines, discountsFor, type Settings } from '../core';
import { type CallReport, type FileReport, moneyOf, type OwnPrices } from '../report';

/** The calls of a file as people read them: with the project's discounts taken off, in its currency. */
export function ownPrices({ calls }: FileReport, settings: Settings): OwnPrices {
  return { calls: calls.map((call) => callAtOwnPrices(call, settings)), money: moneyOf(settings) };
}

function callAtOwnPrices(call: CallReport, settings: Settings): CallReport {
  const { cost } = call;
  const factor = discountsFor(settings, { model: call.model, models: call.models, resolved: call.resolvedModel });
  if (!cost || (factor.low === 1 && factor.high === 1)) return call;
  const perMonth = cost.perMonth === null ? null : cost.perMonth * factor.likely;
  return { ...call, cost: { ...discounted(cost, factor), perMonth, lines: discountedLines(cost.lines, factor) } };
}

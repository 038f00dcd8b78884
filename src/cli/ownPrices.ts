import { discounted, discountedLines, discountsFor, type Settings } from '../core';
import { type CallReport, type CheckedFile, moneyOf } from '../report';

/** A file as people read it: costs with the project's discounts taken off, in its currency. JSON takes the file as it is, at list price in USD. */
export function atOwnPrices({ file, ...checked }: CheckedFile, settings: Settings): CheckedFile {
  return { ...checked, file: { ...file, calls: file.calls.map((call) => callAtOwnPrices(call, settings)) }, money: moneyOf(settings) };
}

function callAtOwnPrices(call: CallReport, settings: Settings): CallReport {
  const { cost } = call;
  const factor = discountsFor(settings, { model: call.model, models: call.models, resolved: call.resolvedModel });
  if (!cost || (factor.low === 1 && factor.high === 1)) return call;
  const perMonth = cost.perMonth === null ? null : cost.perMonth * factor.likely;
  return { ...call, cost: { ...discounted(cost, factor), perMonth, lines: discountedLines(cost.lines, factor) } };
}

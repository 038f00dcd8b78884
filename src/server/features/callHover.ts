import * as l10n from '@vscode/l10n';
import type { CallSite, Estimate, Problem } from '../../core';
import { escapeMarkdown } from '../../report';
import { type ComparedModel, compareModels, ownRow } from '../compare';
import type { Context } from '../context';
import { formatCount, formatUsd, mark } from '../convert';
import type { Analyzed } from '../documents';
import { paragraph, priceBasis, table } from '../markdown';

/** Markdown: the call's model beside those of `compareModels`, what the figures rest on, and what would save how much. */
export async function callHover(context: Context, { analysis, settings }: Analyzed, index: number): Promise<string> {
  const call = analysis.calls[index];
  const estimate = analysis.estimates[index];
  if (!call || !estimate) return '';
  const fixes = fixSavings(context, call, analysis.findProblems());
  const others = await compareModels(await context.engine, analysis, index, settings);
  const own = ownRow(call, estimate);
  const saving = [...fixes, ...cheaperModels(own, others)];
  return [
    modelTable(call, estimate, own, others),
    paragraph(inputBasis(estimate), outputBasis(estimate), rangeLine(estimate), ...priceBasis(estimate.model)),
    saving.length ? `**${l10n.t('Would save')}**\n${saving.map((line) => `- ${line}`).join('\n')}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function modelTable(call: CallSite, estimate: Estimate, own: ComparedModel, others: ComparedModel[]): string {
  const head = [l10n.t('Model'), l10n.t('Input'), l10n.t('Output'), l10n.t('Per call'), l10n.t('Per 1,000 calls')];
  const assumed = estimate.output.accuracy === 'assumed';
  const row = ({ name, inputTokens, inputExact, outputTokens, perCall }: ComparedModel, bold: boolean) => {
    const price = (usd: number | null) => (usd === null ? l10n.t('price unknown') : `${mark(inputExact && !assumed)}${formatUsd(usd)}`);
    const label = call.model === null && bold ? l10n.t('model unknown') : escapeMarkdown(name);
    const output = estimate.output.accuracy === 'none' ? '–' : `${mark(!assumed)}${formatCount(outputTokens)}`;
    return [
      bold ? `**${label}**` : label,
      `${mark(inputExact)}${formatCount(inputTokens)}`,
      output,
      price(perCall),
      price(perCall === null ? null : perCall * 1000),
    ];
  };
  return table(head, [row(own, true), ...others.map((other) => row(other, false))]);
}

function inputBasis({ input }: Estimate): string {
  const counted =
    input.accuracy === 'exact' || input.placeholders
      ? l10n.t('Input: {0} tokens counted with {1}', formatCount(input.staticTokens), input.encoding)
      : l10n.t('Input: about {0} tokens, approximated with {1}', formatCount(input.staticTokens), input.encoding);
  if (!input.placeholders) return `${counted}.`;
  return `${counted}${l10n.t(', and {0} assumed for placeholders ({1}).', formatCount(input.assumedTokens), input.placeholders)}`;
}

function outputBasis({ output }: Estimate): string {
  if (output.accuracy === 'none') return '';
  if (output.accuracy === 'limit') return l10n.t("Output: the call's limit of {0} tokens.", formatCount(output.tokens));
  return l10n.t('Output: {0} tokens assumed, the call has no limit.', formatCount(output.tokens));
}

function rangeLine({ cost, input }: Estimate): string {
  if (!cost || cost.low === cost.high) return '';
  if (input.high === null) return l10n.t('From {0} per call; the placeholders have no upper bound.', formatUsd(cost.low));
  return l10n.t('Between {0} and {1} per call.', formatUsd(cost.low), formatUsd(cost.high));
}

function fixSavings({ translate }: Context, call: CallSite, problems: readonly Problem[]): string[] {
  return problems
    .filter(({ span }) => call.span.start <= span.start && span.end <= call.span.end)
    .flatMap(({ fixes }) => fixes.filter(({ tokensSaved }) => tokensSaved).slice(0, 1))
    .map(({ title }) => escapeMarkdown(translate(title)));
}

function cheaperModels(own: ComparedModel, others: ComparedModel[]): string[] {
  const { perCall } = own;
  if (!perCall) return [];
  return others.flatMap((other) => {
    if (other.perCall === null || other.perCall >= perCall) return [];
    const percent = Math.floor((1 - other.perCall / perCall) * 100);
    return percent ? [l10n.t('{0}: {1} per call ({2} %)', escapeMarkdown(other.name), formatUsd(perCall - other.perCall), percent)] : [];
  });
}

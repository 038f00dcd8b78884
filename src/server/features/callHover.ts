import * as l10n from '@vscode/l10n';
import { type ComparedModel, type CostLine, conversationOf, type Engine, type Estimate, type Model, type Problem, type Request } from '../../core';
import { escapeMarkdown, isKnown } from '../../report';
import type { Context } from '../context';
import { basisName, costLabel, formatCount, mark, unitName } from '../convert';
import type { Analyzed } from '../documents';
import { paragraph, priceBasis, table } from '../markdown';
import { measuredLine } from '../measured';
import { atOwnPrices, sumWriter, type WriteSum } from '../ownPrices';

/** Markdown: what the call costs and what would save most, in five lines; then the lines of the bill, other models, and what the figures rest on. */
export async function callHover(context: Context, analyzed: Analyzed, index: number): Promise<string> {
  const { analysis, settings } = analyzed;
  const call = analysis.calls[index];
  const listed = analysis.estimates[index];
  if (!call || !listed) return '';
  const estimate = atOwnPrices(listed, call, settings);
  const write = sumWriter(settings);
  const engine = await context.engine;
  const model = estimate.model?.kind === 'found' ? estimate.model.model : null;
  const better = model ? engine.betterModels(model, settings).map(({ id }) => id) : [];
  const compared = settings.compareModels.filter((name) => name !== call.model && idOf(engine.findModel(name, settings)) !== model?.id);
  const [noWorse, others] = await Promise.all([
    compareAtOwnPrices(engine, analyzed, index, better),
    compareAtOwnPrices(engine, analyzed, index, compared),
  ]);
  const saving = bestSaving(context, call, analysis.findProblems());
  return [
    paragraph(
      typicalLine(estimate, write),
      firstLaterLine(estimate, write),
      volumeLine(estimate, write),
      modelLine(estimate, noWorse, write),
      saving,
    ),
    await measuredLine(context, analyzed, index, write),
    linesTable(estimate.lines, write),
    modelTable(call, estimate, model, others, write),
    paragraph(
      conversationLine(call, estimate, settings.placeholderTokens, write),
      inputBasis(estimate),
      ...priceBasis(estimate.model, context.client.preview),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What the call would cost with other models, at the project's own prices. */
async function compareAtOwnPrices(engine: Engine, { analysis, settings }: Analyzed, index: number, names: string[]): Promise<ComparedModel[]> {
  const compared = await engine.compare(analysis, index, names, settings);
  return compared.map((one) => ({ ...one, estimate: atOwnPrices(one.estimate, { model: one.model, models: [] }, settings) }));
}

function typicalLine(estimate: Estimate, write: WriteSum): string {
  const { cost } = estimate;
  if (!cost) return `**${l10n.t('price unknown')}**`;
  if (!isKnown(cost)) return `**${l10n.t('cost unknown')}**`;
  const typical = costLabel(estimate, cost.perCall, write);
  return cost.high === null
    ? l10n.t('**{0}** typically, no upper bound', typical)
    : l10n.t('**{0}** typically, at most {1}', typical, write(cost.high));
}

function firstLaterLine({ cost }: Estimate, write: WriteSum): string {
  if (!cost || write(cost.first) === write(cost.later)) return '';
  return l10n.t("First {0}, later {1}, while the provider's cache is filled", write(cost.first), write(cost.later));
}

/** Per month where somebody stated or measured how often the call is made. */
function volumeLine(estimate: Estimate, write: WriteSum): string {
  const { cost, perMonth, volume } = estimate;
  if (!cost || !isKnown(cost)) return '';
  const thousand = l10n.t('Per 1,000 calls: {0}', costLabel(estimate, cost.perCall * 1000, write));
  if (perMonth === null || !volume) return thousand;
  const month = costLabel(estimate, perMonth, write);
  const [calls, from] = [formatCount(volume.callsPerDay), escapeMarkdown(volume.from)];
  const text =
    volume.basis === 'measured'
      ? l10n.t('{0} a month at {1} calls a day, measured ({2})', month, calls, from)
      : l10n.t('{0} a month at {1} calls a day, stated in {2}', month, calls, from);
  return `${thousand} · ${text}`;
}

/** The cheapest of the models that take no less, by this call's own lines. */
function modelLine({ cost }: Estimate, noWorse: readonly ComparedModel[], write: WriteSum): string {
  const known = noWorse.filter(({ estimate }) => cost && estimate.cost && estimate.cost.perCall < cost.perCall);
  const best = known.sort((a, b) => (a.estimate.cost?.perCall ?? 0) - (b.estimate.cost?.perCall ?? 0))[0];
  if (!best?.estimate.cost || !cost) return '';
  const percent = Math.floor((1 - best.estimate.cost.perCall / cost.perCall) * 100);
  return l10n.t('Takes no less, costs less: {0}, {1} ({2} % less)', escapeMarkdown(nameOf(best)), write(best.estimate.cost.perCall), percent);
}

/** The fix within the call that saves most tokens. */
function bestSaving({ translate }: Context, { span }: Request, problems: readonly Problem[]): string {
  const within = problems.filter((problem) => span.start <= problem.span.start && problem.span.end <= span.end);
  const fixes = within.flatMap((problem) => problem.fixes.filter(({ edits }) => edits.length).slice(0, 1));
  const best = fixes.sort((a, b) => (b.tokensSaved ?? 0) - (a.tokensSaved ?? 0))[0];
  return best ? l10n.t('Best saving: {0}', escapeMarkdown(translate(best.title))) : '';
}

function linesTable(lines: readonly CostLine[], write: WriteSum): string {
  const head = [l10n.t('Billed as'), l10n.t('Quantity'), l10n.t('Price'), l10n.t('Cost'), l10n.t('Basis')];
  return table(
    head,
    lines.map((line) => [
      whenName(line),
      quantityText(line),
      priceText(line, write),
      line.usd === null ? '?' : write(line.usd),
      basisName(line.basis),
    ]),
  );
}

function whenName({ unit, when }: CostLine): string {
  if (when === 'always') return unitName(unit);
  return `${unitName(unit)} (${when === 'first' ? l10n.t('first call') : l10n.t('later calls')})`;
}

function quantityText({ quantity: { low, likely, high } }: CostLine): string {
  return likely === null ? '?' : `${mark(low === likely && likely === high)}${formatCount(likely)}`;
}

function priceText({ price, per }: CostLine, write: WriteSum): string {
  if (price === null) return l10n.t('unknown');
  return per === 1 ? write(price) : `${write(price)} / ${per === 1e6 ? '1M' : formatCount(per)}`;
}

function modelTable(call: Request, estimate: Estimate, model: Model | null, others: readonly ComparedModel[], write: WriteSum): string {
  if (!others.length) return '';
  const name = call.model ?? model?.name ?? l10n.t('model unknown');
  const row = (label: string, one: Estimate) => [
    label,
    `${mark(one.input.accuracy === 'exact')}${formatCount(one.input.tokens + one.input.placeholderTokens)}`,
    one.cost ? costLabel(one, one.cost.perCall, write) : l10n.t('price unknown'),
    one.cost ? costLabel(one, one.cost.perCall * 1000, write) : l10n.t('price unknown'),
  ];
  return table(
    [l10n.t('Model'), l10n.t('Input'), l10n.t('Per call'), l10n.t('Per 1,000 calls')],
    [row(`**${escapeMarkdown(name)}**`, estimate), ...others.map((other) => row(escapeMarkdown(nameOf(other)), other.estimate))],
  );
}

/** As many turns as a longer conversation has where nobody states it, and of how many the messages stay where it is cut. */
const TURNS = 20;
const WINDOW = 6;

/** What a history that grows comes to. */
function conversationLine({ parts }: Request, estimate: Estimate, said: number, write: WriteSum): string {
  const grows = parts.some(({ kind }) => kind === 'history');
  const cost = grows ? conversationOf(estimate, estimate.turns ?? TURNS, WINDOW, said) : null;
  if (!cost) return '';
  const [whole, cut] = [write(cost.fresh), write(cost.cut)];
  if (cost.cached === null)
    return l10n.t('{0} turns of a growing history: about {1}, cut to the last {2} turns {3}.', cost.turns, whole, WINDOW, cut);
  const cached = write(cost.cached);
  return l10n.t('{0} turns of a growing history: about {1}, cached {2}, cut to the last {3} turns {4}.', cost.turns, whole, cached, WINDOW, cut);
}

function inputBasis({ input }: Estimate): string {
  const counted =
    input.accuracy === 'exact' || input.placeholders
      ? l10n.t('Input: {0} tokens counted with {1}', formatCount(input.tokens), input.encoding)
      : l10n.t('Input: about {0} tokens, approximated with {1}', formatCount(input.tokens), input.encoding);
  if (!input.placeholders) return `${counted}.`;
  return `${counted}${l10n.t(', and {0} assumed for placeholders ({1}).', formatCount(input.placeholderTokens), input.placeholders)}`;
}

const idOf = (match: ComparedModel['match']) => (match.kind === 'found' ? match.model.id : null);
const nameOf = ({ model, match }: ComparedModel) => (match.kind === 'found' && model === match.model.id ? match.model.name : model);

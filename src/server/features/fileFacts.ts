import * as l10n from '@vscode/l10n';
import type { BatchCost, DatasetCost, FileFacts, FineTuningCost, ModelMatch, SessionCost } from '../../core';
import { escapeMarkdown } from '../../report';
import { formatCount, formatRate, mark, priceLine } from '../convert';
import type { Analyzed } from '../documents';
import { countLine, paragraph, priceBasis, table } from '../markdown';
import { sumWriter, type WriteSum } from '../ownPrices';

/** What a prompt or data file costs by itself, in one line; null where it says nothing of that. */
export function fileLabel({ analysis, settings }: Analyzed): string | null {
  const { perSession, dataset } = analysis.file ?? {};
  const write = sumWriter(settings);
  if (perSession) return sessionLabel(perSession, write);
  if (dataset?.kind === 'fine-tuning') return trainingLabel(dataset, settings.defaultModel, write);
  return dataset ? batchLabel(dataset, write) : null;
}

/** The price of the model that a prompt file asks for; null where it names none. */
export function modelLabel({ declared }: FileFacts): string | null {
  if (!declared?.match) return null;
  const price = declared.match.kind === 'found' ? declared.match.model.price : null;
  return price ? priceLine(price) : l10n.t('price unknown');
}

/** Markdown: all that is known of a prompt or data file, and what the figures rest on. */
export function fileHover({ declared, perSession, dataset }: FileFacts, write: WriteSum): string {
  const parts = [declared && declaredPart(declared), perSession && sessionPart(perSession, write), dataset && datasetPart(dataset, write)];
  return parts.filter(Boolean).join('\n\n');
}

function sessionLabel({ count, perSession, perMonth, sessionsPerDay }: SessionCost, write: WriteSum): string {
  const tokens = `${mark(count.accuracy)}${l10n.t('{0} tok per session', formatCount(count.tokens))}`;
  if (perSession === null) return `${tokens} · ${l10n.t('price unknown')}`;
  const cost = `${tokens} · ${write(perSession)}`;
  if (perMonth === null || sessionsPerDay === null) return `${cost} · ${l10n.t('{0} per 1,000 sessions', write(perSession * 1000))}`;
  return `${cost} · ${l10n.t('{0}/month at {1} sessions a day', write(perMonth), formatCount(sessionsPerDay))}`;
}

/** For the default model where it can be trained, else for the cheapest. */
function trainingLabel({ epochs, models }: FineTuningCost, defaultModel: string, write: WriteSum): string | null {
  const own = models.find(({ model }) => model.name === defaultModel || model.id === defaultModel);
  const shown = own ?? [...models].sort((a, b) => a.cost - b.cost)[0];
  if (!shown) return null;
  const { model, count, cost, training } = shown;
  const size = formatCount(count.tokens);
  const tokens = epochs === 1 ? l10n.t('1 epoch × {0} tok', size) : l10n.t('{0} epochs × {1} tok', formatCount(epochs), size);
  return `${mark(count.accuracy === 'exact' && training.verified)}${tokens} · ${write(cost)} · ${model.name}`;
}

function batchLabel({ models }: BatchCost, write: WriteSum): string | null {
  if (!models.length) return null;
  const requests = models.reduce((sum, one) => sum + one.requests, 0);
  const costs = models.map(({ cost }) => cost);
  const sum = costs.includes(null) ? null : costs.reduce<number>((total, cost) => total + (cost ?? 0), 0);
  const name = models.length === 1 ? nameOf(models[0]!.match) : l10n.t('{0} models', models.length);
  const price = sum === null ? l10n.t('price unknown') : `${mark(models.every(isExact))}${write(sum)}`;
  const size = requests === 1 ? l10n.t('1 request') : l10n.t('{0} requests', formatCount(requests));
  return `${size} · ${price} · ${name}`;
}

/** Half the list price is assumed, too. */
const isExact = ({ input, output, factor }: BatchCost['models'][number]) => input.accuracy === 'exact' && !output.assumed && factor === 1;

function declaredPart({ model, match, outputLimit }: NonNullable<FileFacts['declared']>): string {
  const limit = outputLimit === null ? '' : l10n.t('Output: at most {0} tokens.', formatCount(outputLimit));
  return paragraph(model && `**${escapeMarkdown(model)}**`, limit, ...(match ? priceBasis(match) : []));
}

function sessionPart({ model, count, perSession, perMonth, sessionsPerDay }: SessionCost, write: WriteSum): string {
  const usd = (amount: number) => `${mark(count.accuracy)}${write(amount)}`;
  const cost = (one: number) =>
    perMonth === null || sessionsPerDay === null
      ? l10n.t('{0} per session, {1} per 1,000 sessions, as input of {2}.', usd(one), usd(one * 1000), nameOf(model))
      : l10n.t(
          '{0} per session, {1} per month at {2} sessions a day, as input of {3}.',
          usd(one),
          usd(perMonth),
          formatCount(sessionsPerDay),
          escapeMarkdown(nameOf(model)),
        );
  return paragraph(`**${l10n.t('Loaded into every session')}**`, countLine(count), perSession === null ? '' : cost(perSession), ...priceBasis(model));
}

function datasetPart(dataset: DatasetCost, write: WriteSum): string {
  const { records, invalid, hasMore } = dataset;
  const title =
    dataset.kind === 'batch' ? l10n.t('Batch of {0} requests', formatCount(records)) : l10n.t('{0} training examples', formatCount(records));
  const notes = [
    invalid.length ? l10n.t('Lines that would be refused: {0}.', formatCount(invalid.length)) : '',
    hasMore ? l10n.t('Tools and images are not counted.') : '',
    dataset.kind === 'batch' ? batchNote(dataset) : l10n.t('{0} epochs, as OpenAI chooses for so many examples.', formatCount(dataset.epochs)),
  ];
  const costs = dataset.kind === 'batch' ? batchTable(dataset, write) : trainingTable(dataset, write);
  return [`**${title}**`, costs, paragraph(...notes)].filter(Boolean).join('\n\n');
}

function batchNote({ models }: BatchCost): string {
  const least = Math.min(...models.map(({ factor }) => factor));
  return least < 1 ? l10n.t('{0} % of the list price is assumed, as providers sell batches.', Math.round(least * 100)) : '';
}

function trainingTable({ models }: FineTuningCost, write: WriteSum): string {
  const rows = models.map(({ model, count, training, cost }) => [
    escapeMarkdown(model.name),
    `${mark(count.accuracy)}${formatCount(count.tokens)}`,
    `${mark(training.verified)}${formatRate(training.usd)}`,
    `${mark(training.verified && count.accuracy === 'exact')}${write(cost)}`,
  ]);
  return table([l10n.t('Model'), l10n.t('Tokens'), l10n.t('Per million tokens'), l10n.t('Training')], rows);
}

function batchTable({ models }: BatchCost, write: WriteSum): string {
  const rows = models.map((one) => [
    escapeMarkdown(nameOf(one.match)),
    formatCount(one.requests),
    `${mark(one.input.accuracy)}${formatCount(one.input.tokens)}`,
    `${mark(!one.output.assumed)}${formatCount(one.output.tokens)}`,
    one.cost === null ? l10n.t('price unknown') : `${mark(isExact(one))}${write(one.cost)}`,
  ]);
  return table([l10n.t('Model'), l10n.t('Requests'), l10n.t('Input'), l10n.t('Output'), l10n.t('Cost')], rows);
}

const nameOf = (match: ModelMatch) => (match.kind === 'found' ? match.model.name : match.id);

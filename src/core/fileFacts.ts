import { type Settings, sessionsFor } from './config';
import { likelyOutput, likelyReasoning, textUsd, toUsd } from './cost';
import { type Counted, loadTokenizer, modelOf } from './counting';
import type { DataRecord, DatasetFacts, FormatFacts } from './formats/format';
import { assumedBatchFactor, batchProviders, type Catalogue, monthly, tierFor } from './pricing';
import { chatOverhead, type Tokenizers } from './tokenizers';
import type { BatchCost, DatasetCost, FileFacts, FineTuningCost, ModelMatch, SessionCost, TokenCount } from './types';

/** What is needed to count and price a file. */
export interface FileServices {
  tokenizers: Tokenizers;
  catalogue: Catalogue;
  settings: Settings;
  /** Of the file, as it is known to the project. */
  path: string;
}

/** Counts and prices what a prompt or data file says by itself. Loads the tokenizers that it needs. */
export async function describeFileFacts(facts: FormatFacts, services: FileServices): Promise<FileFacts> {
  const { declared, perSession, dataset } = facts;
  const match = declared?.model ? services.catalogue.find(declared.model) : null;
  return {
    declared: declared && { ...declared, match },
    perSession: perSession && (await sessionCost(perSession, match?.kind === 'found' ? match : null, services)),
    dataset: dataset && (await datasetCost(dataset, services)),
  };
}

async function counterFor(model: Counted, { tokenizers, settings }: FileServices): Promise<(text: string) => TokenCount> {
  const id = await loadTokenizer(model, tokenizers, settings);
  return (text) => tokenizers.count(text, id);
}

function add(sum: TokenCount, part: Omit<TokenCount, 'encoding'>): TokenCount {
  const accuracy = sum.accuracy === 'exact' ? part.accuracy : sum.accuracy;
  return { tokens: sum.tokens + part.tokens, low: sum.low + part.low, high: sum.high + part.high, accuracy, encoding: sum.encoding };
}

async function sessionCost(texts: string[], declared: ModelMatch | null, services: FileServices): Promise<SessionCost> {
  const { catalogue, settings, path } = services;
  const match = declared ?? catalogue.find(settings.defaultModel);
  const model = modelOf(match);
  const counter = await counterFor(match, services);
  const count = texts.map(counter).reduce(add, counter(''));
  const perSession = textUsd(model, count.tokens);
  const sessionsPerDay = sessionsFor(settings, path)?.callsPerDay ?? null;
  const perMonth = perSession === null || sessionsPerDay === null ? null : monthly(perSession, sessionsPerDay);
  return { model: match, count, perSession, perMonth, sessionsPerDay };
}

async function datasetCost(dataset: DatasetFacts, services: FileServices): Promise<DatasetCost> {
  const { records, invalid } = dataset;
  const cost = dataset.kind === 'batch' ? await batchCost(records, services) : await fineTuningCost(records, services);
  return { records: records.length, invalid, hasMore: records.some(({ hasMore }) => hasMore), ...cost };
}

/** Tokens of a record as a chat: its texts and what the chat format puts around them. Embedding inputs stand alone. */
function countRecord({ kind, messages, hasMore }: DataRecord, provider: string, counter: (text: string) => TokenCount): TokenCount {
  const texts = messages.map(({ text }) => counter(text)).reduce(add, counter(''));
  const isChat = kind === 'chat' || kind === 'fine-tuning';
  const count = isChat
    ? add(
        texts,
        chatOverhead(provider, messages, (text) => counter(text).tokens),
      )
    : texts;
  return hasMore ? { ...count, accuracy: 'approximate' } : count;
}

/**
 * Epochs that OpenAI chooses for so many examples: 3, but from 100 to 25,000 examples over all epochs, and 1 to 25 of them.
 * Source: OpenAI Cookbook, "Data preparation and analysis for chat model fine-tuning".
 */
export function chosenEpochs(examples: number): number {
  if (examples === 0) return 0;
  if (examples * 3 < 100) return Math.min(25, Math.floor(100 / examples));
  return examples * 3 > 25_000 ? Math.max(1, Math.floor(25_000 / examples)) : 3;
}

async function fineTuningCost(records: DataRecord[], services: FileServices): Promise<FineTuningCost> {
  const epochs = chosenEpochs(records.length);
  const counts = new Map<string, TokenCount>();
  const models: FineTuningCost['models'] = [];
  for (const model of services.catalogue.models) {
    if (!model.training || model.lifecycle.state === 'retired' || model.lifecycle.state === 'rerouted') continue;
    let count = counts.get(model.tokenizer);
    if (!count) {
      const counter = await counterFor(model, services);
      count = records.map((record) => countRecord(record, model.provider, counter)).reduce(add, counter(''));
      counts.set(model.tokenizer, count);
    }
    models.push({ model, count, training: model.training, cost: toUsd(count.tokens * epochs, model.training.usd) ?? 0 });
  }
  return { kind: 'fine-tuning', epochs, models };
}

async function batchCost(records: DataRecord[], services: FileServices): Promise<BatchCost> {
  const byModel = new Map<string, DataRecord[]>();
  for (const record of records) {
    const name = record.model ?? services.settings.defaultModel;
    const group = byModel.get(name);
    if (group) group.push(record);
    else byModel.set(name, [record]);
  }
  const models: BatchCost['models'] = [];
  for (const [name, group] of byModel) models.push(await batchOf(services.catalogue.find(name, 'openai'), group, services));
  return { kind: 'batch', models };
}

/** Each request is priced alone, since price steps go by the input of one call. */
async function batchOf(match: ModelMatch, records: DataRecord[], services: FileServices): Promise<BatchCost['models'][number]> {
  const model = modelOf(match);
  const counter = await counterFor(model, services);
  const factor = model && batchProviders.includes(model.provider) ? assumedBatchFactor : 1;
  let input = counter('');
  let cost: number | null = 0;
  const output = { tokens: 0, assumed: 0 };
  for (const record of records) {
    const count = countRecord(record, model?.provider ?? 'openai', counter);
    const { tokens, reasoning, basis } = likelyOutput({
      ...{ kind: record.kind, schema: false, tools: record.hasMore, asked: null, limit: record.outputLimit ?? model?.maxOutput ?? null },
      ...{ measured: null, stated: services.settings.assumedOutputTokens, reasoning: model ? likelyReasoning(model, null) : 0 },
    });
    const tier = model?.price ? tierFor(model.price.tiers, count.tokens) : null;
    const usd = [toUsd(count.tokens, tier?.input ?? null), toUsd(tokens + reasoning, tier?.output ?? null)];
    input = add(input, count);
    output.tokens += tokens + reasoning;
    if (basis === 'assumed') output.assumed++;
    cost = usd.reduce((sum, one) => (sum === null || one === null ? null : sum + one * factor), cost);
  }
  return { match, requests: records.length, input, output, factor, cost };
}

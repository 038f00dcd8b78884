import { Option } from 'commander';
import { type Engine, type Lifecycle, type Model, type PriceUnit, stalePrices } from '../core';
import { alignTable, formatCount, formatPrice, toText } from '../report';
import { UsageError } from './host';
import { reportPlan } from './migrations';
import type { Register } from './program';
import { loadSettings } from './settings';

interface ModelsOptions {
  format: 'text' | 'json';
  config?: string;
  retiring?: number;
  plan?: string[];
}

/** `prompt-cost models`: the catalogue, one of its rows with all that is known of it, what ends soon, or what requests need to move on. */
export const registerModels: Register = (program, host, exit) => {
  program
    .command('models')
    .description('Show the catalogue: prices, their date and source, retirements.')
    .argument('[id]', 'one model')
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .option('--retiring <days>', 'only models that end within so many days, as 90d', readDays)
    .option('--plan <path...>', 'the requests under these paths whose model ends, and what moving them takes')
    .option('--config <file>', 'settings file')
    .action(async (id: string | undefined, options: ModelsOptions) => {
      if (options.plan) {
        exit(await reportPlan(host, options.plan, options));
        return;
      }
      const settings = await loadSettings(host, options.config);
      const engine = await host.engine();
      const asJson = options.format === 'json';
      if (id === undefined) {
        const { retiring } = options;
        const models = engine.models(settings).filter((model) => retiring === undefined || endsWithin(model, host.today(), retiring));
        host.write(
          asJson ? `${JSON.stringify({ version: 1, prices: engine.prices, models }, null, 2)}\n` : reportCatalogue(engine, models, host.today()),
        );
        return;
      }
      const match = engine.findModel(id, settings);
      if (match.kind === 'unknown') throw new UsageError(`the catalogue has no model ${id}; a price of your own goes into promptCost.models`);
      const { model, confidence } = match;
      host.write(asJson ? `${JSON.stringify({ ...model, confidence }, null, 2)}\n` : reportModel(model, confidence));
    });
};

/** Reads `90d` or `90`. */
function readDays(value: string): number {
  const [, days] = /^(\d{1,5})d?$/.exec(value) ?? [];
  if (days === undefined) throw new UsageError(`${value} is no number of days such as 90d`);
  return Number(days);
}

function endsWithin({ lifecycle }: Model, today: string, days: number): boolean {
  return lifecycle.state === 'announced' && lifecycle.date !== null && Date.parse(lifecycle.date) - Date.parse(today) <= days * 86_400_000;
}

function reportCatalogue({ prices }: Engine, models: readonly Model[], today: string): string {
  const rows = models.map(({ id, price, contextWindow, lifecycle }) => [
    id,
    formatPrice(price?.tiers[0]?.input ?? null),
    formatPrice(price?.tiers[0]?.output ?? null),
    contextWindow === null ? 'unknown' : formatCount(contextWindow),
    price && price.tiers.length > 1 ? `dearer above ${formatCount(price.tiers[1]!.above)} tokens` : '',
    describeEnd(lifecycle),
  ]);
  const head = ['model', 'input', 'output', 'context'];
  const foot = `USD per million tokens, list prices as of ${prices.asOf}. Sources: ${prices.sources.join(', ')}.`;
  const stale = stalePrices(today, prices.asOf);
  return toText([...alignTable([head, ...rows], [1, 2, 3]), '', foot, ...(stale ? [`${stale.message} prompt-cost prices update gets them.`] : [])]);
}

function reportModel(model: Model, confidence: string): string {
  const { price, contextWindow, maxOutput, lifecycle, released } = model;
  const rows: string[][] = [
    ['model', model.id],
    ['matched by', confidence],
    ['kind', model.kind],
    ['tokenizer', model.tokenizer],
    ['context window', contextWindow === null ? 'unknown' : `${formatCount(contextWindow)} tokens`],
    ['longest output', maxOutput === null ? 'unknown' : `${formatCount(maxOutput)} tokens`],
    ['released', released ?? 'no date known'],
    [
      'service',
      describeEnd(lifecycle) || (lifecycle.state === 'active' && lifecycle.earliestEnd ? `until ${lifecycle.earliestEnd} at least` : 'no end known'),
    ],
    ...(lifecycle.state === 'active' ? [] : [['read at', `${lifecycle.source}, ${lifecycle.checked}`]]),
  ];
  if (model.training)
    rows.push(['training', `${formatPrice(model.training.usd)} per million tokens${model.training.verified ? '' : ', unverified'}`]);
  if (!price) return toText(alignTable([...rows, ['price', 'unknown']]));
  const { source, checked, from, url } = price.provenance;
  rows.push(['price from', from ?? 'no date known'], ['checked', checked], ['source', source]);
  if (url !== null) rows.push(['vendor', url]);
  if (price.note !== null) rows.push(['note', price.note]);
  rows.push(...Object.entries(price.units).map(([unit, usd]) => [unitNames[unit as PriceUnit], formatPrice(usd)]));
  for (const [name, factor] of [...Object.entries(price.serviceTiers), ...Object.entries(price.regions)])
    rows.push([factorNames[name] ?? name, `× ${factor.factor}${factor.until === null ? '' : ` until ${factor.until}`}`]);
  return toText([...alignTable(rows), '', ...alignTable(describeTiers(price.tiers), [1, 2, 3, 4, 5]), '', 'USD per million tokens.']);
}

function describeEnd(lifecycle: Lifecycle): string {
  if (lifecycle.state === 'active') return '';
  const { state, date, replacement, servedAs } = lifecycle;
  const successor = replacement === null ? '' : `, replaced by ${replacement}`;
  if (date === null) return `${state === 'announced' ? 'deprecated' : 'gone'}${successor}`;
  if (servedAs !== null) return `${state === 'announced' ? 'from' : 'since'} ${date} served as ${servedAs}`;
  return `${state === 'announced' ? 'ends' : 'ended'} ${date}${successor}`;
}

const unitNames: Readonly<Record<PriceUnit, string>> = {
  requests: '1,000 requests',
  searches: '1,000 web searches',
  fileSearches: '1,000 file searches',
  pages: '1,000 pages',
  annotatedPages: '1,000 annotated pages',
  messages: '1,000 messages',
  audioInput: 'audio in',
  audioOutput: 'audio out',
  cachedAudio: 'cached audio in',
  imageInput: 'images in',
  imageOutput: 'images out',
  cachedImage: 'cached images in',
  videoInput: 'video in',
  videoOutput: 'video out',
  reasoning: 'reasoning',
  citations: 'citations',
  audioHours: 'an hour of sound',
};

const factorNames: Readonly<Record<string, string>> = {
  batch: 'in a batch',
  flex: 'service tier flex',
  priority: 'service tier priority',
  fast: 'fast mode',
  dataZone: "in Azure's data zones",
  regional: 'on regional endpoints',
  residency: 'with data residency',
};

function describeTiers(tiers: readonly NonNullable<Model['price']>['tiers'][number][]): string[][] {
  const rows = tiers.map(({ above, input, output, cachedInput, cacheWrite, cacheWrite1h }) => [
    above ? `above ${formatCount(above)}` : 'any size',
    ...[input, output, cachedInput, cacheWrite, cacheWrite1h].map((price) => formatPrice(price)),
  ]);
  return [['input tokens', 'input', 'output', 'cached input', 'cache write', 'cache write 1 h'], ...rows];
}

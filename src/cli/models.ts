import { Option } from 'commander';
import { type Engine, type Model, stalePrices } from '../core';
import { alignTable, formatCount, formatPrice, toText } from '../report';
import { UsageError } from './host';
import type { Register } from './program';
import { loadSettings } from './settings';

/** `prompt-cost models`: the catalogue, or one of its rows with all that is known of it. */
export const registerModels: Register = (program, host) => {
  program
    .command('models')
    .description('Show the catalogue: prices, their date and source, retirements.')
    .argument('[id]', 'one model')
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .option('--config <file>', 'settings file')
    .action(async (id: string | undefined, options: { format: 'text' | 'json'; config?: string }) => {
      const settings = await loadSettings(host, options.config);
      const engine = await host.engine();
      const asJson = options.format === 'json';
      if (id === undefined) {
        const models = engine.models(settings);
        host.write(asJson ? `${JSON.stringify({ version: 1, prices: engine.prices, models }, null, 2)}\n` : reportCatalogue(engine, models));
        return;
      }
      const match = engine.findModel(id, settings);
      if (match.kind === 'unknown') throw new UsageError(`the catalogue has no model ${id}; a price of your own goes into promptCost.models`);
      const { model, confidence } = match;
      host.write(asJson ? `${JSON.stringify({ ...model, confidence }, null, 2)}\n` : reportModel(model, confidence));
    });
};

function reportCatalogue({ prices }: Engine, models: readonly Model[]): string {
  const rows = models.map(({ id, price, contextWindow, retires }) => [
    id,
    formatPrice(price?.tiers[0]?.input ?? null),
    formatPrice(price?.tiers[0]?.output ?? null),
    contextWindow === null ? 'unknown' : formatCount(contextWindow),
    price && price.tiers.length > 1 ? `dearer above ${formatCount(price.tiers[1]!.above)} tokens` : '',
    retires === null ? '' : `retires ${retires}`,
  ]);
  const head = ['model', 'input', 'output', 'context'];
  const foot = `USD per million tokens, list prices as of ${prices.asOf}. Sources: ${prices.sources.join(', ')}.`;
  const stale = stalePrices(new Date().toISOString().slice(0, 10), prices.asOf);
  return toText([...alignTable([head, ...rows], [1, 2, 3]), '', foot, ...(stale ? [stale.message] : [])]);
}

function reportModel(model: Model, confidence: string): string {
  const { price, contextWindow, maxOutput, retires, replacement } = model;
  const rows: string[][] = [
    ['model', model.id],
    ['matched by', confidence],
    ['kind', model.kind],
    ['tokenizer', model.tokenizer],
    ['context window', contextWindow === null ? 'unknown' : `${formatCount(contextWindow)} tokens`],
    ['longest output', maxOutput === null ? 'unknown' : `${formatCount(maxOutput)} tokens`],
    ['retires', retires === null ? 'no date known' : `${retires}${replacement === null ? '' : `, replaced by ${replacement}`}`],
  ];
  if (model.training)
    rows.push(['training', `${formatPrice(model.training.usd)} per million tokens${model.training.verified ? '' : ', unverified'}`]);
  if (!price) return toText(alignTable([...rows, ['price', 'unknown']]));
  const { source, checked, from, url } = price.provenance;
  rows.push(['price from', from ?? 'no date known'], ['checked', checked], ['source', source]);
  if (url !== null) rows.push(['vendor', url]);
  if (price.note !== null) rows.push(['note', price.note]);
  return toText([...alignTable(rows), '', ...alignTable(describeTiers(price.tiers), [1, 2, 3, 4, 5]), '', 'USD per million tokens.']);
}

function describeTiers(tiers: readonly NonNullable<Model['price']>['tiers'][number][]): string[][] {
  const rows = tiers.map(({ above, input, output, cachedInput, cacheWrite, cacheWrite1h }) => [
    above ? `above ${formatCount(above)}` : 'any size',
    ...[input, output, cachedInput, cacheWrite, cacheWrite1h].map((price) => formatPrice(price)),
  ]);
  return [['input tokens', 'input', 'output', 'cached input', 'cache write', 'cache write 1 h'], ...rows];
}

/** Writes src/core/pricing/catalogue.json from the price data inside @pydantic/genai-prices. Run: `npx tsx scripts/prices.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type ConditionalPrice, type MatchLogic, type ModelInfo, type ModelPrice, type Provider, waitForUpdate } from '@pydantic/genai-prices';
import type { MatchRule, ModelRow, PriceStep, ProviderRow, TierRow } from '../src/core/pricing/rows';

const packageName = '@pydantic/genai-prices';

/** On which day the data of a version was taken. A new version needs a line here. */
const dates: Record<string, string> = { '0.1.8': '2026-09-22' };

/** Who is taken over, in the order in which an id without a provider is looked up: vendors first, then hosts of others' models. */
const providers = [
  ...['openai', 'anthropic', 'google', 'mistral', 'cohere', 'deepseek', 'x-ai', 'perplexity', 'moonshotai', 'voyageai', 'minimax'],
  ...['azure', 'aws', 'groq', 'together', 'fireworks', 'cerebras'],
];

/** Price keys in the order of a tier row. */
const tierKeys = ['input_mtok', 'output_mtok', 'cache_read_mtok', 'cache_write_mtok', 'cache_write_1h_mtok'];

/** Where the generated file lies. */
export const cataloguePath = path.join(__dirname, '../src/core/pricing/catalogue.json');

/** The text of catalogue.json: the same bytes for the same version of the package. */
export async function generateCatalogue(): Promise<string> {
  const version = packageVersion();
  const asOf = dates[version];
  if (!asOf) throw new Error(`${packageName} ${version}: add the date of its data to scripts/prices.ts`);
  const all = await waitForUpdate();
  const chosen = providers.map((id) => all?.find((provider) => provider.id === id) ?? fail(`${packageName} has no provider ${id}`));
  const lines = (rows: object[]) => rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  const models = chosen.flatMap((provider) => provider.models.map((model) => modelRow(provider.id, model, asOf)));
  return `{
  "source": ${JSON.stringify(packageName)},
  "version": ${JSON.stringify(version)},
  "asOf": ${JSON.stringify(asOf)},
  "providers": [
${lines(chosen.map(providerRow))}
  ],
  "models": [
${lines(models)}
  ]
}
`;
}

function packageVersion(): string {
  const entry = createRequire(__filename).resolve(packageName);
  return JSON.parse(readFileSync(path.join(path.dirname(entry), '../package.json'), 'utf8')).version;
}

function fail(message: string): never {
  throw new Error(message);
}

const providerRow = (provider: Provider): ProviderRow => ({
  id: provider.id,
  url: provider.pricing_urls?.[0] ?? null,
  match: (provider.model_match as MatchRule | undefined) ?? null,
  fallback: (provider.fallback_model_providers ?? []).filter((id) => providers.includes(id)),
});

/** Keys in a fixed order, absent where there is nothing to say. */
function modelRow(provider: string, model: ModelInfo, asOf: string): ModelRow {
  const rules = flatten(model.match);
  const aliases = rules.flatMap((rule) => ('equals' in rule && rule.equals !== model.id ? [rule.equals] : []));
  const match = rules.filter((rule) => !('equals' in rule)) as MatchRule[];
  return {
    provider,
    id: model.id,
    ...(aliases.length ? { aliases } : {}),
    ...(match.length ? { match } : {}),
    ...(model.context_window ? { context: model.context_window } : {}),
    ...prices(model, asOf),
  };
}

const flatten = (rule: MatchLogic): MatchLogic[] => ('or' in rule ? rule.or.flatMap(flatten) : [rule]);

/** The step that holds at the snapshot's date and the later ones; of prices by hours of the day those that hold for the longer part of it. */
function prices(model: ModelInfo, asOf: string): Pick<ModelRow, 'prices' | 'otherHours'> {
  const all: ConditionalPrice[] = Array.isArray(model.prices) ? model.prices : [{ prices: model.prices }];
  const dated = all.filter((price) => price.constraint?.type !== 'time_of_date');
  const from = (price: ConditionalPrice) => (price.constraint?.type === 'start_date' ? price.constraint.start_date : null);
  const currentIndex = dated.findLastIndex((price) => (from(price) ?? '') <= asOf);
  const steps: PriceStep[] = dated
    .slice(currentIndex)
    .map((price) => ({ from: from(price), tiers: tiers(price.prices) }))
    .filter((step) => step.tiers.length);
  if (!steps.length) return {};
  const windows = all.flatMap((price) => (price.constraint?.type === 'time_of_date' ? [{ ...price.constraint, prices: price.prices }] : []));
  if (!windows.length) return { prices: steps };
  const hours = windows.map((window) => `${window.start_time.slice(0, 5)}–${window.end_time.slice(0, 5)}`).join(', ');
  const minutes = windows.reduce((sum, window) => sum + minuteOf(window.end_time) - minuteOf(window.start_time), 0);
  const peak = tiers(windows[0]!.prices);
  const last = steps.at(-1)!;
  if (minutes <= 12 * 60) return { prices: steps, otherHours: { kind: 'peak', hours: `${hours} UTC`, tiers: peak } };
  return { prices: [{ from: last.from, tiers: peak }], otherHours: { kind: 'off-peak', hours: `outside ${hours} UTC`, tiers: last.tiers } };
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** One row per threshold, the lowest first; empty where no price per token of text is known. */
function tiers(price: ModelPrice): TierRow[] {
  if (price.input_mtok === undefined && price.output_mtok === undefined) return [];
  const entries = tierKeys.map((key) => price[key]);
  const starts = new Set([0, ...entries.flatMap((entry) => (typeof entry === 'object' ? entry.tiers.map((tier) => tier.start) : []))]);
  return [...starts].sort((a, b) => a - b).map((start) => trim([start, ...entries.map((entry) => at(entry, start))]));
}

function at(entry: ModelPrice[string], start: number): number | null {
  if (typeof entry !== 'object') return entry ?? null;
  return entry.tiers.findLast((tier) => tier.start <= start)?.price ?? entry.base;
}

function trim(row: TierRow): TierRow {
  while (row.at(-1) === null) row.pop();
  return row;
}

if (process.argv[1] === __filename) {
  generateCatalogue().then((text) => writeFileSync(cataloguePath, text));
}

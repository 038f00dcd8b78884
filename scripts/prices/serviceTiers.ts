/** Tiers of service, from rows of gateways that pass on the vendor's own price for them: `openai/gpt-6-sol-fast`, `anthropic/claude-opus-5:batch`. */
import type { ModelRow } from '../../src/core/pricing/rows';
import type { ServiceTier } from '../../src/core/types';
import type { SecondRow } from './secondSource';

/** A gateway's names of vendors that the catalogue names otherwise. */
const vendors: Readonly<Record<string, string>> = { spacexai: 'x-ai' };

const suffix = /^(.*?)(?:-(fast|batch)|:(batch))$/;

/** Is it a row for a tier of service, not a model? */
export const isTierRow = ({ provider, id }: SecondRow): boolean => (provider === 'vercel' || provider === 'openrouter') && suffix.test(id);

/** `provider/id` → factor by tier; only where input and output have the same one. */
export function readServiceTiers(rows: readonly SecondRow[]): Map<string, Partial<Record<ServiceTier, number>>> {
  const result = new Map<string, Partial<Record<ServiceTier, number>>>();
  for (const row of rows.filter(isTierRow)) {
    const [, base = '', dashed, tagged] = suffix.exec(row.id)!;
    const plain = rows.find(({ provider, id }) => provider === row.provider && id === base);
    const factor = plain && factorBetween(plain, row);
    const [name = '', model = ''] = base.split('/');
    if (!factor) continue;
    const vendor = vendors[name] ?? name;
    const tier = (dashed ?? tagged) === 'batch' ? 'batch' : vendor === 'anthropic' ? 'fast' : 'priority';
    const key = `${vendor}/${vendor === 'anthropic' ? model.replaceAll('.', '-') : model}`;
    result.set(key, { ...result.get(key), [tier]: factor });
  }
  return result;
}

function factorBetween(plain: SecondRow, other: SecondRow): number | null {
  const [[, input, output] = [0], [, tierInput, tierOutput] = [0]] = [plain.tiers[0], other.tiers[0]];
  if (!input || !output || !tierInput || !tierOutput) return null;
  const [first, second] = [tierInput / input, tierOutput / output];
  return Math.abs(first - second) < 0.005 ? Number(first.toFixed(3)) : null;
}

export function withServiceTiers(row: ModelRow, tiers: ReturnType<typeof readServiceTiers>): ModelRow {
  const found = tiers.get(`${row.provider}/${row.id}`);
  return found ? { ...row, serviceTiers: found } : row;
}

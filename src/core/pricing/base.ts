import type { Confidence, Model } from '../types';
import { confidenceOf, restOf, spellings } from './matching';
import { cacheMinimumOf, droppedRows, overlayAliases, overlayModels, retirements, training } from './overlay';
import { otherHosts, tellingHosts } from './routes';
import { type ModelRow, type ProviderRow, priceOn, snapshotFile } from './rows';
import { traitsOf } from './traits';

/** A row of the catalogue with what its id is recognised by. */
export interface BaseModel {
  model: Model;
  row: ModelRow;
}
export interface BaseMatch extends BaseModel {
  confidence: Confidence;
}
interface BaseProvider extends ProviderRow {
  models: BaseModel[];
  /** Lower-case id or alias → model. */
  ids: Map<string, BaseMatch>;
}

/** Where the snapshot comes from, for a price's provenance. */
export const snapshotSource = `${snapshotFile.source} ${snapshotFile.version}`;

const baseModel = (row: ModelRow, provenance: Parameters<typeof priceOn>[2]): BaseModel => {
  const id = `${row.provider}/${row.id}`;
  const traits = traitsOf(row.id);
  const retirement = retirements[id];
  const model: Model = {
    id,
    provider: row.provider,
    name: row.id,
    ...traits,
    contextWindow: traits.contextWindow ?? row.context ?? null,
    price: priceOn(provenance.checked, row, provenance),
    lifecycle: retirement
      ? {
          state: 'announced',
          ...retirement,
          servedAs: null,
          notBefore: false,
          source: 'https://developers.openai.com/api/docs/deprecations',
          checked: '2026-11-24',
        }
      : { state: 'active' },
    retires: retirement?.date ?? null,
    replacement: retirement?.replacement ?? null,
    released: null,
    sources: {},
    cacheMinimum: cacheMinimumOf(id),
    training: training[id] ?? null,
  };
  return { model, row };
};

function readProvider(provider: ProviderRow): BaseProvider {
  const provenance = { source: snapshotSource, checked: snapshotFile.asOf, url: provider.url };
  const added = overlayModels.filter((row) => row.provider === provider.id);
  const superseded = [...droppedRows, ...added.map(({ id }) => `${provider.id}/${id}`)];
  const rows = snapshotFile.models.filter((row) => row.provider === provider.id && !superseded.includes(`${row.provider}/${row.id}`));
  const models = [...rows.map((row) => baseModel(row, provenance)), ...added.map((row) => baseModel(row, row.provenance))];
  const ids = new Map<string, BaseMatch>();
  for (const entry of models) for (const alias of entry.row.aliases ?? []) ids.set(alias.toLowerCase(), { ...entry, confidence: 'alias' });
  for (const entry of models) ids.set(entry.row.id.toLowerCase(), { ...entry, confidence: 'exact' });
  for (const [alias, target] of Object.entries(overlayAliases)) {
    const entry = models.find(({ model }) => model.id === target);
    if (entry) ids.set(alias, { ...entry, confidence: 'alias' });
  }
  return { ...provider, models, ids };
}

const providers = snapshotFile.providers.map(readProvider);
const providerById = new Map(providers.map((provider) => [provider.id, provider]));

/** The catalogue as it is shipped, vendors before hosts. */
export const baseModels: readonly BaseModel[] = providers.flatMap((provider) => provider.models);

export const isProvider = (id: string): boolean => providerById.has(id);

/** An id or alias of one provider, or of those whose models it sells. */
export function exactIn(provider: string, id: string): BaseMatch | null {
  const lower = id.toLowerCase();
  for (const name of [provider, ...(providerById.get(provider)?.fallback ?? [])]) {
    const found = providerById.get(name)?.ids.get(lower);
    if (found) return found;
  }
  return null;
}

/** An id or alias that tells its provider: the first in the catalogue's order. */
export function exactAnywhere(id: string): BaseMatch | null {
  const lower = id.toLowerCase();
  const named = /^(?!accounts\/)[^/]+\//.test(lower);
  for (const provider of providers) {
    if (otherHosts.includes(provider.id) || (named && tellingHosts.includes(provider.id))) continue;
    const found = provider.ids.get(lower);
    if (found) return found;
  }
  return null;
}

/** The provider whose ids look like this one; null where none says so. */
export const providerLike = (id: string): string | null =>
  providers.find((provider) => provider.match && restOf(provider.match, id.toLowerCase()) !== null)?.id ?? null;

/** By another spelling of the id, then by the provider's own rules. */
export function patternIn(provider: string, text: string): BaseMatch | null {
  // Behind a fine-tuned model's base come the owner's names, which say nothing of the price.
  const id = /^ft:[^:]+/i.exec(text)?.[0] ?? text;
  for (const spelling of spellings(id.toLowerCase())) {
    const found = exactIn(provider, spelling);
    if (found) return { ...found, confidence: 'alias' };
  }
  for (const name of [provider, ...(providerById.get(provider)?.fallback ?? [])]) {
    for (const entry of providerById.get(name)?.models ?? []) {
      for (const rule of entry.row.match ?? []) {
        const rest = restOf(rule, id);
        const confidence = rest === null ? null : confidenceOf(rest);
        if (confidence) return { ...entry, confidence };
      }
    }
  }
  return null;
}

import type { Confidence, Lifecycle, Model, Price, Provenance, SourcedField } from '../types';
import { cacheMinimumOf } from './cacheMinimums';
import { factorsOf } from './factors';
import { lifecycleOn, lifecycleRowOf } from './lifecycle';
import { confidenceOf, restOf, spellings } from './matching';
import { droppedRows, type OverlayRow, overlayAliases, overlayModels, overlaySource, releases, training } from './overlay';
import { tellingHosts } from './routes';
import { type ModelRow, type ProviderRow, priceOn, type Snapshot, shippedSnapshot } from './rows';
import { traitsOf } from './traits';

/** A row of the catalogue with what its id is recognised by. */
export interface BaseModel {
  /** As of the snapshot's day. */
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

/** The catalogue without a user's settings: the rows of a snapshot under the overlay. A provider's rows are read when first asked for. */
export interface Base {
  /** ISO date of the newest list of prices. */
  readonly asOf: string;
  /** For people: names, versions and dates. */
  readonly sources: readonly string[];
  /** Vendors before hosts. */
  models(): readonly BaseModel[];
  /** The rows of those who sell models of their own. */
  vendorRows(): readonly ModelRow[];
  isProvider(id: string): boolean;
  /** An id or alias of one provider, or of those whose models it sells. */
  exactIn(provider: string, id: string): BaseMatch | null;
  /** An id or alias that tells its provider: the first in the catalogue's order. */
  exactAnywhere(id: string): BaseMatch | null;
  /** The provider whose ids look like this one; null where none says so. */
  providerLike(id: string): string | null;
  /** By another spelling of the id, then by the provider's own rules. */
  patternIn(provider: string, id: string): BaseMatch | null;
  /** What holds of a row on a day (ISO date). */
  on(today: string, entry: BaseModel): Pick<Model, 'price' | 'lifecycle' | 'retires' | 'replacement'>;
}

export function createBase(snapshot: Snapshot = shippedSnapshot): Base {
  const newest = snapshot.sources
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1)!;
  const overlay = overlayModels.filter(({ provenance }) => provenance.checked >= newest);
  const cache = new Map<string, BaseProvider>();
  const overlaidRows = new Map<string, ModelRow[]>();
  const providerRows = new Map(snapshot.providers.map((provider) => [provider.id, provider]));
  const rowsOf = new Map<string, ModelRow[]>();
  for (const row of snapshot.models) {
    const list = rowsOf.get(row.provider) ?? [];
    list.push(row);
    rowsOf.set(row.provider, list);
  }

  /** A provider's rows under the overlay. */
  function readRows(provider: string): ModelRow[] {
    const cached = overlaidRows.get(provider);
    if (cached) return cached;
    const known = rowsOf.get(provider) ?? [];
    const added = overlay.filter((row) => row.provider === provider);
    const rows = known.filter(({ id }) => !droppedRows.includes(`${provider}/${id}`)).map((row) => overlaid(row, added));
    rows.push(...added.filter(({ id }) => !known.some((row) => row.id === id)));
    overlaidRows.set(provider, rows);
    return rows;
  }

  function readProvider(provider: ProviderRow): BaseProvider {
    const models = readRows(provider.id).map(baseModel);
    const ids = new Map<string, BaseMatch>();
    for (const entry of models) for (const alias of entry.row.aliases ?? []) ids.set(alias.toLowerCase(), { ...entry, confidence: 'alias' });
    for (const entry of models) ids.set(entry.row.id.toLowerCase(), { ...entry, confidence: 'exact' });
    for (const [alias, target] of Object.entries(overlayAliases)) {
      const entry = models.find(({ model }) => model.id === target);
      if (entry) ids.set(alias, { ...entry, confidence: 'alias' });
    }
    return { ...provider, models, ids };
  }

  /** Where a row's prices come from. */
  function provenanceOf(row: ModelRow | OverlayRow): Omit<Provenance, 'from'> {
    if ('provenance' in row) return row.provenance;
    const [first, second] = snapshot.sources;
    const { name, version, asOf } = row.second?.includes('price') ? second : first;
    const url = providerRows.get(row.provider)?.url ?? null;
    return { source: `${name} ${version}`, checked: row.confirmed ? second.asOf : asOf, url };
  }

  /** The fields that the second source filled. */
  function filledFields(row: ModelRow): Model['sources'] {
    const { name, version, asOf } = snapshot.sources[1];
    const fields = new Set<SourcedField>([...(row.second ?? []), ...(row.maxOutput === undefined ? [] : (['maxOutput'] as const))]);
    fields.delete('price');
    const filled: Provenance = { source: `${name} ${version}`, checked: asOf, from: null, url: null };
    return Object.fromEntries([...fields].map((field) => [field, filled]));
  }

  function baseModel(row: ModelRow): BaseModel {
    const id = `${row.provider}/${row.id}`;
    const traits = traitsOf(row.id);
    const model: Model = {
      id,
      provider: row.provider,
      name: row.id,
      ...traits,
      contextWindow: row.context ?? traits.contextWindow,
      maxOutput: row.maxOutput ?? traits.maxOutput,
      ...stateOn(newest, row),
      released: releases[id] ?? null,
      sources: filledFields(row),
      cacheMinimum: cacheMinimumOf(id),
      training: training[id] ?? null,
    };
    return { model, row };
  }

  function priceFor(today: string, row: ModelRow): Price | null {
    const [, { name, version, asOf }] = snapshot.sources;
    const factors = factorsOf(`${row.provider}/${row.id}`, row, { source: `${name} ${version}`, checked: asOf });
    return priceOn(today, row, provenanceOf(row), factors);
  }

  function stateOn(today: string, row: ModelRow): ReturnType<Base['on']> {
    const { source, checked } = provenanceOf(row);
    const end = lifecycleRowOf(...vendorOf(row));
    const lifecycle = lifecycleOn(today, end, row.deprecated ? { source, checked } : null);
    return { price: reroutedPrice(today, row, lifecycle) ?? priceFor(today, row), lifecycle, ...endOf(lifecycle) };
  }

  /** Who says when a row's model ends: OpenRouter has models of one vendor only as long as the vendor has them. */
  function vendorOf({ provider, id }: ModelRow): [string, string] {
    const [name = '', rest = ''] = id.split('/');
    if (provider !== 'openrouter' || !providerRows.has(name)) return [provider, id];
    const vendor = providerOf(name);
    const match = vendor?.ids.get(rest) ?? vendor?.ids.get(rest.replaceAll('.', '-'));
    return match ? [name, match.row.id] : [provider, id];
  }

  /** An id that another model answers costs what that one does. */
  function reroutedPrice(today: string, row: ModelRow, lifecycle: Lifecycle): Price | null {
    if (lifecycle.state !== 'rerouted' || lifecycle.servedAs === null) return null;
    const target = readRows(row.provider).find(({ id }) => id === lifecycle.servedAs);
    const price = target ? priceFor(today, target) : null;
    return (
      price && {
        ...price,
        note: [`Served as ${lifecycle.servedAs} since ${lifecycle.date}, at its price`, ...(price.note ? [price.note] : [])].join('. '),
      }
    );
  }

  function providerOf(id: string): BaseProvider | null {
    const row = providerRows.get(id);
    const found = cache.get(id) ?? (row ? readProvider(row) : null);
    if (found) cache.set(id, found);
    return found;
  }

  function exactIn(provider: string, id: string): BaseMatch | null {
    const lower = id.toLowerCase();
    for (const name of [provider, ...(providerRows.get(provider)?.fallback ?? [])]) {
      const found = providerOf(name)?.ids.get(lower);
      if (found) return found;
    }
    return null;
  }

  function exactAnywhere(id: string): BaseMatch | null {
    const lower = id.toLowerCase();
    const named = /^(?!accounts\/)[^/]+\//.test(lower);
    for (const { id: name, kind } of snapshot.providers) {
      if (kind === 'host' && (named || !tellingHosts.includes(name))) continue;
      const found = providerOf(name)?.ids.get(lower);
      if (found) return found;
    }
    return null;
  }

  function patternIn(provider: string, text: string): BaseMatch | null {
    // Behind a fine-tuned model's base come the owner's names, which say nothing of the price.
    const id = /^ft:[^:]+/i.exec(text)?.[0] ?? text;
    for (const spelling of spellings(id.toLowerCase())) {
      const found = exactIn(provider, spelling);
      if (found) return { ...found, confidence: 'alias' };
    }
    for (const name of [provider, ...(providerRows.get(provider)?.fallback ?? [])]) {
      for (const entry of providerOf(name)?.models ?? []) {
        for (const rule of entry.row.match ?? []) {
          const rest = restOf(rule, id);
          const confidence = rest === null ? null : confidenceOf(rest);
          if (confidence) return { ...entry, confidence };
        }
      }
    }
    return null;
  }

  return {
    asOf: newest,
    sources: [...snapshot.sources.map(({ name, version, asOf }) => `${name} ${version} (${asOf})`), `${overlaySource.name} (${overlaySource.asOf})`],
    models: () => snapshot.providers.flatMap(({ id }) => providerOf(id)?.models ?? []),
    vendorRows: () => snapshot.providers.filter(({ kind }) => kind !== 'host').flatMap(({ id }) => readRows(id)),
    isProvider: (id) => providerRows.has(id),
    exactIn,
    exactAnywhere,
    providerLike: (id) => snapshot.providers.find(({ match }) => match && restOf(match, id.toLowerCase()) !== null)?.id ?? null,
    patternIn,
    on: (today, { row }) => stateOn(today, row),
  };
}

/** A snapshot's row with the overlay's prices, which win, and what that one leaves out. */
function overlaid(row: ModelRow, overlay: readonly OverlayRow[]): ModelRow | OverlayRow {
  const own = overlay.find(({ id }) => id === row.id);
  return own ? { ...row, otherHours: undefined, ...own } : row;
}

const endOf = (lifecycle: Lifecycle): Pick<Model, 'retires' | 'replacement'> =>
  lifecycle.state === 'active' ? { retires: null, replacement: null } : { retires: lifecycle.date, replacement: lifecycle.replacement };

/** The catalogue as it is shipped. */
export const shippedBase: Base = createBase();

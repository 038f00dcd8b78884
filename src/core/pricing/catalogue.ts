import type { ModelOverride, Settings } from '../config';
import type { Model, ModelMatch, Price, PriceTier } from '../types';
import { baseModels, snapshotSource } from './base';
import { providerOfHint, resolve } from './resolve';
import { noModifiers, priceOn, snapshotFile } from './rows';
import { selfHostedPrice } from './selfHosted';
import { tokenizerOf } from './traits';

/** Date and sources of the prices that are shipped. */
export const snapshot: { readonly asOf: string; readonly sources: readonly string[] } = {
  asOf: snapshotFile.asOf,
  sources: [snapshotSource, 'price overlay'],
};

/** The models that are known, the user's own among them. */
export interface Catalogue {
  readonly models: readonly Model[];
  /** The row that an id means. `provider` is the call's provider, by any of its names; a prefix in the id wins over it. */
  find(id: string, provider?: string | null): ModelMatch;
  /** The rows of a provider, cheapest input first, those without a price last. */
  of(provider: string): readonly Model[];
}

/**
 * A catalogue for one state of the settings. Cheap: the shipped rows are read once. `today` (ISO date) picks among dated prices;
 * without it the snapshot's date does.
 */
export function createCatalogue(overrides: Settings['models'], selfHosted: Settings['selfHosted'], today: string = snapshot.asOf): Catalogue {
  const current = dailyPrices(today);
  const shipped = (model: Model) => current.get(model) ?? model;
  const own = new Map<string, Model>();
  const replaced = new Map<Model, Model>();
  for (const [id, override] of Object.entries(overrides)) {
    const base = resolve(id, null);
    const model = overridden(id, override, base ? shipped(base.model) : null, base?.confidence === 'exact', today);
    own.set(id.toLowerCase(), model);
    if (base?.confidence === 'exact') replaced.set(base.model, model);
  }
  for (const [id, settings] of Object.entries(selfHosted)) own.set(id.toLowerCase(), selfHostedModel(id, settings, today));

  const models = [
    ...baseModels.map(({ model }) => replaced.get(model) ?? shipped(model)),
    ...[...own.values()].filter((model) => !isIn(replaced, model)),
  ];
  const found = new Map<string, ModelMatch>();
  const lists = new Map<string, readonly Model[]>();

  function look(id: string, provider: string | null | undefined): ModelMatch {
    const override = own.get(id.toLowerCase());
    if (override) return { kind: 'found', model: override, confidence: 'override' };
    const match = resolve(id, providerOfHint(provider));
    if (!match) return { kind: 'unknown', id };
    const mine = replaced.get(match.model);
    return mine
      ? { kind: 'found', model: mine, confidence: 'override' }
      : { kind: 'found', model: shipped(match.model), confidence: match.confidence };
  }

  return {
    models,
    find(id, provider) {
      const key = `${provider ?? ''} ${id}`;
      const match = found.get(key) ?? look(id, provider);
      found.set(key, match);
      return match;
    },
    of(provider) {
      const name = providerOfHint(provider) ?? provider;
      const list = lists.get(name) ?? models.filter((model) => model.provider === name).sort((a, b) => inputPrice(a) - inputPrice(b));
      lists.set(name, list);
      return list;
    },
  };
}

const inputPrice = (model: Model): number => model.price?.tiers[0]?.input ?? Number.MAX_VALUE;

const isIn = (map: Map<Model, Model>, model: Model): boolean => [...map.values()].includes(model);

/** Rows whose price changes with the day, as of `today`. */
function dailyPrices(today: string): Map<Model, Model> {
  const result = new Map<Model, Model>();
  if (today <= snapshot.asOf) return result;
  for (const { model, row } of baseModels) {
    if ((row.prices?.length ?? 0) < 2 || !model.price) continue;
    result.set(model, { ...model, price: priceOn(today, row, model.price.provenance) });
  }
  return result;
}

function overridden(id: string, override: ModelOverride, base: Model | null, same: boolean, today: string): Model {
  const { input, output, cachedInput = null, contextWindow, maxOutput, tokenizer } = override;
  const blank = same && base ? base : custom(id, base);
  return {
    ...blank,
    price: settingsPrice([{ above: 0, input, output, cachedInput, cacheWrite: null, cacheWrite1h: null }], today, null),
    contextWindow: contextWindow ?? blank.contextWindow,
    maxOutput: maxOutput ?? blank.maxOutput,
    tokenizer: tokenizer ?? blank.tokenizer,
  };
}

function selfHostedModel(id: string, settings: Settings['selfHosted'][string], today: string): Model {
  const price = selfHostedPrice(settings);
  const model = { ...custom(id, null), id: `self-hosted/${id}`, provider: 'self-hosted', tokenizer: settings.tokenizer ?? tokenizerOf(id) };
  if (price.kind === 'invalid') return model;
  const { input, output, alwaysOnPerMonth } = price;
  const note = `By use at ${settings.utilization * 100} % utilization; always on: $${alwaysOnPerMonth.toFixed(2)} a month`;
  return { ...model, price: settingsPrice([{ above: 0, input, output, cachedInput: null, cacheWrite: null, cacheWrite1h: null }], today, note) };
}

const settingsPrice = (tiers: PriceTier[], today: string, note: string | null): Price => ({
  tiers,
  ...noModifiers,
  provenance: { source: 'settings', checked: today, from: null, url: null },
  note,
});

/** A row for an id of the user's own; what it is like comes from the shipped row that it resembles, where there is one. */
function custom(id: string, like: Model | null): Model {
  return {
    id: `custom/${id}`,
    provider: like?.provider ?? 'custom',
    name: id,
    tokenizer: like?.tokenizer ?? tokenizerOf(id),
    contextWindow: like?.contextWindow ?? null,
    maxOutput: like?.maxOutput ?? null,
    price: null,
    lifecycle: like?.lifecycle ?? { state: 'active' },
    retires: like?.retires ?? null,
    replacement: like?.replacement ?? null,
    released: like?.released ?? null,
    sources: {},
    reasoning: like?.reasoning ?? false,
    cacheMinimum: like?.cacheMinimum ?? null,
    training: like?.training ?? null,
    kind: like?.kind ?? 'chat',
  };
}

import type { ModelOverride, Settings } from '../config';
import type { Model, ModelMatch, Price, PriceTier } from '../types';
import { type Base, type BaseModel, shippedBase } from './base';
import { providerOfHint, resolve } from './resolve';
import { noModifiers } from './rows';
import { selfHostedPrice } from './selfHosted';
import { tokenizerOf } from './traits';

/** The models that are known, the user's own among them. */
export interface Catalogue {
  readonly models: readonly Model[];
  /** The row that an id means. `provider` is the call's provider, by any of its names; a prefix in the id wins over it. */
  find(id: string, provider?: string | null): ModelMatch;
  /** The rows of a provider, cheapest input first, those without a price last. */
  of(provider: string): readonly Model[];
}

/**
 * A catalogue for one state of the settings. Cheap: the rows of `base` are read once. `today` (ISO date) picks among dated prices and says
 * what is retired; without it the date of the newest prices does.
 */
export function createCatalogue(
  overrides: Settings['models'],
  selfHosted: Settings['selfHosted'],
  today?: string,
  base: Base = shippedBase,
): Catalogue {
  const day = today ?? base.asOf;
  const current = new Map<Model, Model>();
  /** A row as of the day. */
  function onDay(entry: BaseModel): Model {
    if (day === base.asOf) return entry.model;
    const model = current.get(entry.model) ?? { ...entry.model, ...base.on(day, entry) };
    current.set(entry.model, model);
    return model;
  }
  const own = new Map<string, Model>();
  const replaced = new Map<Model, Model>();
  for (const [id, override] of Object.entries(overrides)) {
    const match = resolve(base, id, null);
    const model = overridden(id, override, match && onDay(match), match?.confidence === 'exact', day);
    own.set(id.toLowerCase(), model);
    if (match?.confidence === 'exact') replaced.set(match.model, model);
  }
  for (const [id, settings] of Object.entries(selfHosted)) own.set(id.toLowerCase(), selfHostedModel(id, settings, day));

  let all: readonly Model[] | null = null;
  const models = () =>
    (all ??= [
      ...base.models().map((entry) => replaced.get(entry.model) ?? onDay(entry)),
      ...[...own.values()].filter((model) => !isIn(replaced, model)),
    ]);
  const found = new Map<string, ModelMatch>();
  const lists = new Map<string, readonly Model[]>();

  function look(id: string, provider: string | null | undefined): ModelMatch {
    const override = own.get(id.toLowerCase());
    if (override) return { kind: 'found', id, model: override, confidence: 'override' };
    const match = resolve(base, id, providerOfHint(base, provider));
    if (!match) return { kind: 'unknown', id };
    const mine = replaced.get(match.model);
    return { kind: 'found', id, ...(mine ? { model: mine, confidence: 'override' } : { model: onDay(match), confidence: match.confidence }) };
  }

  return {
    get models() {
      return models();
    },
    find(id, provider) {
      const key = `${provider ?? ''} ${id}`;
      const match = found.get(key) ?? look(id, provider);
      found.set(key, match);
      return match;
    },
    of(provider) {
      const name = providerOfHint(base, provider) ?? provider;
      const list =
        lists.get(name) ??
        models()
          .filter((model) => model.provider === name)
          .sort((a, b) => inputPrice(a) - inputPrice(b));
      lists.set(name, list);
      return list;
    },
  };
}

const inputPrice = (model: Model): number => model.price?.tiers[0]?.input ?? Number.MAX_VALUE;

const isIn = (map: Map<Model, Model>, model: Model): boolean => [...map.values()].includes(model);

function overridden(id: string, override: ModelOverride, base: Model | null, same: boolean, today: string): Model {
  const { contextWindow, maxOutput, tokenizer } = override;
  const blank = same && base ? base : custom(id, base);
  return {
    ...blank,
    price: overriddenPrice(override, base?.price ?? null, today),
    contextWindow: contextWindow ?? blank.contextWindow,
    maxOutput: maxOutput ?? blank.maxOutput,
    tokenizer: tokenizer ?? blank.tokenizer,
  };
}

/** The user's price for the first step; the columns and steps that it leaves out are the list's. */
function overriddenPrice({ input, output, cachedInput }: ModelOverride, base: Price | null, today: string): Price {
  const [first, ...more] = base?.tiers ?? [];
  const blank: PriceTier = first ?? { above: 0, input, output, cachedInput: null, cacheWrite: null, cacheWrite1h: null };
  const own = { ...blank, input, output, cachedInput: cachedInput ?? blank.cachedInput };
  const price = settingsPrice([own, ...more], today, null);
  return base ? { ...price, units: base.units, serviceTiers: base.serviceTiers, regions: base.regions } : price;
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
    lifecycle: like?.lifecycle ?? { state: 'active', earliestEnd: null },
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

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { settings } from '../../../src/core';
import { shippedBase } from '../../../src/core/pricing/base';
import { createCatalogue } from '../../../src/core/pricing/catalogue';
import { addDays, lifecycleOn, lifecycleRowOf } from '../../../src/core/pricing/lifecycle';
import { lifecycleRows } from '../../../src/core/pricing/lifecycleRows';
import { overlaySource } from '../../../src/core/pricing/overlay';
import { isStaying } from '../../../src/core/rules/helpers/models';
import { smallerTier } from '../../../src/core/rules/helpers/tiers';
import type { Model } from '../../../src/core/types';

/** The newest day on which anything in the catalogue was checked: what is tested over the data does not depend on the clock. */
const newest = [shippedBase.asOf, overlaySource.asOf, ...lifecycleRows.map(({ checked }) => checked)].sort().at(-1)!;

function found(id: string, day: string, provider?: string): Model {
  const match = createCatalogue({}, {}, day).find(id, provider);
  assert.ok(match.kind === 'found', id);
  return match.model;
}
const stateOf = (id: string, day: string) => {
  const { lifecycle } = found(id, day);
  return lifecycle.state === 'active' ? ['active'] : [lifecycle.state, lifecycle.date, lifecycle.servedAs ?? lifecycle.replacement];
};

describe('the lifecycle of a model', () => {
  const states: [string, string, ...(string | null)[]][] = [
    ['claude-3-5-sonnet-20241022', '2026-12-01', 'retired', '2025-10-28', 'claude-sonnet-5-5'],
    ['claude-3-7-sonnet-20250219', '2026-12-01', 'retired', '2026-02-19', 'claude-sonnet-5-5'],
    ['claude-3-5-haiku-20241022', '2026-12-01', 'retired', '2026-02-19', 'claude-haiku-5-5'],
    ['claude-3-haiku-20240307', '2026-12-01', 'retired', '2026-04-20', 'claude-haiku-5-5'],
    ['claude-sonnet-4-20250514', '2026-12-01', 'retired', '2026-06-15', 'claude-sonnet-5-5'],
    ['claude-opus-4-20250514', '2026-12-01', 'retired', '2026-06-15', 'claude-opus-5-5'],
    ['claude-opus-4-1', '2026-12-01', 'retired', '2026-08-05', 'claude-opus-5-5'],
    ['claude-sonnet-4-5', '2026-11-29', 'announced', '2026-11-30', 'claude-sonnet-5-5'],
    ['claude-sonnet-4-5', '2026-11-30', 'retired', '2026-11-30', 'claude-sonnet-5-5'],
    ['claude-opus-4-5', '2026-12-01', 'announced', '2027-01-22', 'claude-opus-5-5'],
    ['claude-haiku-4-5', '2026-12-01', 'active'],
    ['gemini-2.0-flash', '2026-12-01', 'retired', '2026-06-01', null],
    ['gemini-2.5-pro', '2026-11-30', 'announced', '2026-12-01', 'gemini-3.8-flash'],
    ['gemini-2.5-pro', '2026-12-01', 'rerouted', '2026-12-01', 'gemini-3.8-flash'],
    ['gemini-2.5-flash', '2026-12-01', 'rerouted', '2026-12-01', 'gemini-3.5-flash-lite'],
    ['gpt-4-turbo', '2026-12-01', 'retired', '2026-10-23', 'gpt-5.6-sol'],
    ['gpt-5', '2026-12-01', 'announced', '2026-12-11', 'gpt-6.1-sol'],
    ['gpt-5-codex', '2026-12-01', 'retired', '2026-07-23', null],
    ['o3-pro', '2026-12-01', 'announced', '2026-12-11', 'gpt-5.6-sol'],
    ['gpt-4o-2024-11-20', '2026-12-01', 'announced', '2027-01-14', 'gpt-6-luna'],
    ['gpt-5.3-codex', '2026-12-01', 'announced', '2027-04-01', null],
    ['gpt-image-1.5', '2026-12-01', 'retired', '2026-12-01', null],
    ['whisper-1', '2026-12-01', 'announced', '2027-02-26', null],
    ['grok-code-fast-1', '2026-12-01', 'retired', '2026-05-15', 'grok-4.7'],
    ['sonar-pro', '2026-12-01', 'retired', '2026-09-27', null],
    ['text-davinci-003', '2026-12-01', 'retired', null, null],
    ['gpt-6-luna', '2026-12-01', 'active'],
  ];
  for (const [id, day, ...expected] of states) {
    it(`is ${expected[0]} for ${id} on ${day}`, () => assert.deepEqual(stateOf(id, day), expected));
  }

  it('gives an id that another model answers the price of that one, and says so', () => {
    const price = (id: string, day: string) => found(id, day).price?.tiers[0]?.input;
    assert.deepEqual([price('gemini-2.5-pro', '2026-11-30'), price('gemini-2.5-pro', '2026-12-01')], [1.25, price('gemini-3.8-flash', '2026-12-01')]);
    assert.match(found('gemini-2.5-pro', '2026-12-01').price?.note ?? '', /^Served as gemini-3\.8-flash since 2026-12-01, at its price/);
  });

  it('announces without a day what a price list calls deprecated', () => {
    const source = { source: 'a list', checked: '2026-11-20' };
    assert.deepEqual(lifecycleOn('2026-12-01', null, source), { state: 'announced', date: null, replacement: null, servedAs: null, ...source });
  });
});

describe('the ends of service in the catalogue', () => {
  const models = createCatalogue({}, {}, newest).models;

  it('belong to a model that it has, with a page and the day on which that was read', () => {
    for (const { provider, ids, source, checked, date } of lifecycleRows) {
      assert.ok(/^https:\/\//.test(source) && /^\d{4}-\d\d-\d\d$/.test(checked) && (date === null || /^\d{4}-\d\d-\d\d$/.test(date)));
      for (const id of ids) {
        const own = models.filter((model) => model.provider === provider && (id.includes('*') || model.name === id));
        assert.ok(
          own.some((model) => lifecycleRowOf(provider, model.name)?.ids.includes(id)),
          `${provider}/${id}`,
        );
      }
    }
  });

  it('name replacements and stand-ins that it has, and that stay', () => {
    for (const { provider, replacement, servedAs } of lifecycleRows) {
      for (const name of [replacement, servedAs]) {
        if (name === undefined) continue;
        const model = models.find((candidate) => candidate.provider === provider && candidate.name === name);
        assert.ok(model && isStaying(model, newest), `${provider}/${name}`);
      }
    }
  });

  it('leave out every default, comparison and suggestion for 90 days', () => {
    for (const id of [settings.defaultModel.default, ...settings.compareModels.default]) assert.ok(isStaying(found(id, newest), newest), id);
    const catalogue = createCatalogue({}, {}, newest);
    let suggested = 0;
    for (const model of models) {
      const tier = smallerTier(model, catalogue.of(model.provider), newest, { ratio: 2, reasoning: true, input: 0, output: 0 });
      if (!tier) continue;
      suggested++;
      const end = lifecycleRowOf(tier.provider, tier.name)?.date ?? null;
      assert.ok(end === null || end > addDays(newest, 90), `${model.id} → ${tier.id} ends ${end}`);
    }
    assert.ok(suggested > 20);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createCatalogue } from '../../../../src/core/pricing/catalogue';
import { isServed, isStaying } from '../../../../src/core/rules/helpers/models';
import { priceOf, smallerTier } from '../../../../src/core/rules/helpers/tiers';

const today = '2026-11-24';
const catalogue = createCatalogue({}, {}, today);
const needs = { ratio: 3, reasoning: true, input: 0, output: 0 };
const chatModels = (provider: string) => catalogue.of(provider).filter((model) => model.kind === 'chat' && model.price);
const tierOf = (provider: string, name: string, more: Partial<typeof needs> = {}) => {
  const model = chatModels(provider).find((candidate) => candidate.name === name);
  assert.ok(model, `the catalogue has no ${name}`);
  return smallerTier(model, catalogue.of(provider), today, { ...needs, ...more })?.name ?? null;
};

describe('the smaller tier of a model', () => {
  for (const provider of ['openai', 'anthropic', 'google', 'mistral']) {
    it(`is served, of the same family and at least 3 times cheaper, for each priced chat model of ${provider}`, () => {
      let found = 0;
      for (const model of chatModels(provider)) {
        const tier = smallerTier(model, catalogue.of(provider), today, needs);
        if (!tier) continue;
        found++;
        const pair = `${model.name} → ${tier.name}`;
        assert.equal(tier.provider, model.provider, pair);
        assert.ok(isStaying(tier, today), `${pair}: it will be retired`);
        assert.ok(isServed(tier) && isServed(model), `${pair}: one of them is not served`);
        assert.ok(priceOf(tier) * 3 <= priceOf(model), `${pair}: not 3 times cheaper`);
        assert.ok(tier.reasoning || !model.reasoning, `${pair}: it does not think`);
        assert.ok(!/preview|latest|codex|search|audio|image|instruct|\d{4}-\d\d-\d\d/.test(tier.name), pair);
        assert.equal(/claude|gemini/.exec(tier.name)?.[0], /claude|gemini/.exec(model.name)?.[0], `${pair}: another vendor`);
        assert.equal(smallerTier(tier, catalogue.of(provider), today, needs), null, `${pair}: a small tier has one below`);
      }
      assert.ok(found > 2, `${found}`);
    });
  }

  for (const [provider, name, tier] of [
    ['openai', 'gpt-6.1-sol', 'gpt-6-luna'],
    ['openai', 'gpt-6.1-terra', 'gpt-6-luna'],
    ['openai', 'gpt-5.1', 'gpt-6-luna'],
    ['openai', 'gpt-4o', 'gpt-6-luna'],
    ['openai', 'gpt-4o-mini', null],
    ['openai', 'gpt-6-luna', null],
    ['openai', 'gpt-4-turbo', null],
    ['openai', 'gpt-5.3-codex', null],
    ['openai', 'gpt-4o-search-preview', null],
    ['openai', 'ft:gpt-4o', null],
    ['openai', 'davinci', null],
    ['anthropic', 'claude-opus-5-5', 'claude-haiku-5-5'],
    ['anthropic', 'claude-sonnet-4-5', 'claude-haiku-5-5'],
    ['anthropic', 'claude-3-opus-latest', null],
    ['anthropic', 'claude-haiku-4-5', null],
    ['google', 'gemini-3.1-pro-preview', 'gemini-3.8-flash'],
    ['google', 'gemini-2.5-pro', 'gemini-3.5-flash-lite'],
    ['google', 'gemini-1.5-pro', null],
    ['google', 'claude-opus-5-5', null],
    ['mistral', 'mistral-medium-3-5', 'mistral-small-2603'],
    ['mistral', 'mistral-large-2512', 'ministral-14b-2512'],
    ['mistral', 'codestral-2508', null],
  ] as const) {
    it(`is ${tier ?? 'none'} for ${name} of ${provider}`, () => assert.equal(tierOf(provider, name), tier));
  }

  it('thinks only where the call leaves room for that', () => {
    assert.equal(tierOf('openai', 'gpt-4o', { reasoning: false }), null);
    assert.equal(tierOf('openai', 'gpt-5.1', { reasoning: false }), 'gpt-6-luna');
  });

  it('has room for what the call sends and asks for', () => {
    assert.equal(tierOf('google', 'gemini-2.5-pro', { input: 1_060_000, output: 2000 }), null);
    assert.equal(tierOf('google', 'gemini-2.5-pro', { input: 990_000, output: 2000 }), 'gemini-3.5-flash-lite');
  });

  it('costs so many times less as is asked for', () => {
    assert.equal(tierOf('google', 'gemini-3.1-pro-preview', { ratio: 4 }), 'gemini-3.5-flash-lite');
    assert.equal(tierOf('google', 'gemini-3.1-pro-preview', { ratio: 100 }), null);
  });
});

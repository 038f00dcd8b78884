import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createCatalogue } from '../../../src/core/pricing/catalogue';
import { type EstimateRequest, estimateCall, tierFor, usd } from '../../../src/core/pricing/estimate';

const catalogue = createCatalogue({}, {});

function request(model: string | null, tokens: number, limit: number | null, change: Partial<EstimateRequest['input']> = {}): EstimateRequest {
  return {
    match: model === null ? null : catalogue.find(model),
    kind: 'chat',
    input: {
      staticTokens: tokens,
      low: tokens,
      staticHigh: tokens,
      high: tokens,
      accuracy: 'exact',
      placeholders: 0,
      assumedTokens: 0,
      encoding: 'o200k_base',
      ...change,
    },
    output: { limit, assumed: 500 },
  };
}

/** To eight digits behind the point, which is finer than any price. */
const rounded = (cost: { perCall: number; low: number; high: number } | null) =>
  cost && [cost.low, cost.perCall, cost.high].map((value) => Number(value.toFixed(8)));

describe('the estimate of a call', () => {
  it('adds the input to the output limit', () => {
    const { cost, input, output } = estimateCall(request('gpt-4o', 412, 200));
    assert.deepEqual(rounded(cost), [0.00103, 0.00303, 0.00303]);
    assert.deepEqual([input.tokens, input.staticTokens, input.accuracy, output.tokens, output.accuracy], [412, 412, 'exact', 200, 'limit']);
  });

  it('assumes an output where there is no limit, and says so', () => {
    const { cost, output } = estimateCall(request('gpt-4o', 1000, null));
    assert.deepEqual(output, { tokens: 500, accuracy: 'assumed' });
    assert.deepEqual(rounded(cost), [0.0025, 0.0075, 0.0075]);
  });

  it('takes placeholders at their assumed size, apart from what was counted', () => {
    const open = { placeholders: 2, assumedTokens: 100, high: null, accuracy: 'approximate' } as const;
    const { cost, input } = estimateCall(request('gpt-4o', 1000, 100, open));
    assert.deepEqual([input.tokens, input.staticTokens, input.assumedTokens, input.low, input.high], [1100, 1000, 100, 1000, null]);
    assert.deepEqual(rounded(cost), [0.0025, 0.00375, 0.00375]);
    assert.equal(Object.hasOwn(input, 'staticHigh'), false);
  });

  it("spans the tokenizer's band", () => {
    const band = { low: 900, staticHigh: 1500, high: 1500, accuracy: 'approximate', encoding: 'claude' } as const;
    assert.deepEqual(rounded(estimateCall(request('claude-haiku-4-5', 1000, 100, band)).cost), [0.0009, 0.0015, 0.002]);
  });

  it("picks the price step by one call's input, for each bound by itself", () => {
    const step = (tokens: number) => estimateCall(request('claude-sonnet-4-5', tokens, 0)).cost?.tier.input;
    assert.deepEqual([step(200_000), step(200_001)], [3, 6]);
    const across = estimateCall(request('claude-haiku-5-5', 100_000, 1000, { staticHigh: 120_000, high: 120_000 }));
    assert.deepEqual(rounded(across.cost), [0.01, 0.0105, 0.0625]);
    const openAi = (tokens: number) => estimateCall(request('gpt-5.5', tokens, 0)).cost?.tier.input;
    assert.deepEqual([openAi(271_999), openAi(272_000)], [5, 10]);
  });

  it('has no output for embeddings', () => {
    const { cost, output } = estimateCall({ ...request('text-embedding-3-small', 1_000_000, null), kind: 'embedding' });
    assert.deepEqual(output, { tokens: 0, accuracy: 'none' });
    assert.deepEqual(rounded(cost), [0.02, 0.02, 0.02]);
  });

  it('has no cost, rather than none at all, without a model or a price', () => {
    assert.equal(estimateCall(request(null, 100, 10)).cost, null);
    assert.equal(estimateCall(request('gpt-7', 100, 10)).cost, null);
    assert.equal(estimateCall(request('gemma-3', 100, 10)).cost, null);
    assert.equal(estimateCall(request('gpt-7', 100, 10)).input.tokens, 100);
    // An embedding model has no output price, so a chat with it cannot be priced.
    assert.equal(estimateCall(request('text-embedding-3-small', 100, 10)).cost, null);
  });

  it('leaves calls that are not priced per token of text without a cost', () => {
    for (const kind of ['image', 'audio', 'fine-tuning', 'batch'] as const) {
      assert.equal(estimateCall({ ...request('gpt-4o', 100, 10), kind }).cost, null, kind);
    }
  });

  it('costs nothing on a model that the user prices at nothing', () => {
    const match = createCatalogue({ mine: { input: 0, output: 0 } }, {}).find('mine');
    assert.equal(estimateCall({ ...request(null, 100, 10), match }).cost?.perCall, 0);
  });
});

describe('the parts of an estimate', () => {
  it('price tokens by the million and know no price for nothing', () => {
    assert.equal(usd(500_000, 3), 1.5);
    assert.equal(usd(1, null), null);
    assert.equal(usd(0, null), 0);
  });

  it('find the first step for no input at all', () => {
    const match = catalogue.find('gemini-2.5-pro');
    assert.ok(match.kind === 'found' && match.model.price);
    assert.equal(tierFor(match.model.price, 0).above, 0);
  });
});

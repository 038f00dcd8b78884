import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { combineModels } from '../../../src/core/cost';
import { estimateOf, limitOf, linesOf, long, type Sample } from './bill';

const factor = (value: number, until: string | null = null) => ({ factor: value, until, source: 'a price list', checked: '2026-12-01' });
const perCall = (sample: Sample) => estimateOf(sample).cost?.perCall ?? Number.NaN;
const near = (actual: number, expected: number) => assert.ok(Math.abs(actual / expected - 1) < 1e-9, `${actual} is not ${expected}`);

describe('what changes the price of a request', () => {
  it('is the tier of service', () => {
    const price = { serviceTiers: { flex: factor(0.5), priority: factor(2), fast: factor(2, '2026-11-30') } };
    const plain = perCall({ price });
    near(perCall({ price, parameters: { service_tier: 'flex' } }), plain * 0.5);
    near(perCall({ price, parameters: { service_tier: 'priority' } }), plain * 2);
    near(perCall({ price, parameters: { service_tier: 'default' } }), plain);
  });

  it('is a lower bound where a faster tier has no known price, or none any more', () => {
    const price = { serviceTiers: { fast: factor(2, '2026-11-30') } };
    const asked: Record<string, string>[] = [{ service_tier: 'priority' }, { speed: 'fast' }];
    for (const parameters of asked) {
      const { cost } = estimateOf({ price, parameters });
      assert.deepEqual([cost?.atLeast, cost?.high], [true, null]);
    }
  });

  it('is the region', () => {
    const price = { regions: { residency: factor(1.1) } };
    near(perCall({ price, parameters: { inference_geo: 'us' } }), perCall({ price }) * 1.1);
    near(perCall({ price, parameters: { inference_geo: 'global' } }), perCall({ price }));
  });

  it('is the size of the input', () => {
    assert.deepEqual(linesOf(estimateOf({ model: 'gpt-5.4', sends: [long(100)], parameters: { reasoning_effort: 'none' } })), [
      'input always 107 @ 2.5',
      'output always 300 @ 15',
    ]);
    const large = estimateOf({ model: 'gpt-5.4', sends: [`{a} ${long(300_000)}`], parameters: { reasoning_effort: 'none' } });
    assert.deepEqual(linesOf(large), ['input always 300057 @ 5', 'output always 300 @ 22.5']);
  });

  it('is the hour, which widens the bounds alone', () => {
    const tier = { above: 0, input: 4, output: 16, cachedInput: null, cacheWrite: null, cacheWrite1h: null };
    const { cost } = estimateOf({ price: { otherHours: { kind: 'peak', hours: '1 to 4', tiers: [tier] } }, outputLimit: limitOf(100) });
    near(cost?.high ?? 0, (9 * 4 + 100 * 16) / 1e6);
    near(cost?.perCall ?? 0, (9 * 2 + 50 * 8) / 1e6);
  });
});

describe('what is billed besides tokens', () => {
  const tools = (tool: Record<string, string | number>): Sample['sends'] => ['Hi there.', { kind: 'tools', tools: [tool], open: false }];

  it('are searches, whose finds are input of an unknown size', () => {
    const sends = tools({ type: 'web_search_20250305', name: 'web_search', max_uses: 5 });
    const { lines, input, cost } = estimateOf({ model: 'claude-sonnet-4-6', sends, price: { units: { searches: 10 } } });
    const search = lines.find(({ unit }) => unit === 'search');
    assert.deepEqual([search?.quantity, search?.price, search?.per, search?.usd], [{ low: 0, likely: 1, high: 5 }, 10, 1000, 0.01]);
    assert.deepEqual([input.accuracy, input.high, cost?.atLeast], ['approximate', null, true]);
    assert.equal(
      estimateOf({ model: 'claude-sonnet-4-6', sends: tools({ name: 'lookup' }) }).lines.some(({ unit }) => unit === 'search'),
      false,
    );
  });

  it('are fees for each request', () => {
    const fee = estimateOf({ price: { units: { requests: 5 } } }).lines.find(({ unit }) => unit === 'request');
    assert.deepEqual([fee?.usd, fee?.per, fee?.basis], [0.005, 1, 'counted']);
  });
});

describe('a price that is not known', () => {
  it('leaves no cost, never one of zero', () => {
    assert.equal(estimateOf({ model: 'my-own-model' }).cost, null);
    assert.equal(estimateOf({ ownHost: true }).cost, null);
    assert.equal(estimateOf({ kind: 'image' }).cost, null);
  });

  it('of one line leaves a lower bound', () => {
    const tier = { above: 0, input: 2, output: null, cachedInput: null, cacheWrite: null, cacheWrite1h: null };
    const { cost } = estimateOf({ price: { tiers: [tier] } });
    assert.deepEqual([cost?.perCall, cost?.atLeast, cost?.high], [18e-6, true, null]);
  });
});

describe('a request whose model is one of several', () => {
  it('costs what the first does, within the bounds of all', () => {
    const outputLimit = limitOf(100);
    const [small, large] = [estimateOf({ model: 'gpt-4.1-mini', outputLimit }), estimateOf({ model: 'gpt-4.1', outputLimit })];
    const both = combineModels([small, large]);
    assert.equal(both.cost?.perCall, small.cost?.perCall);
    assert.deepEqual([both.cost?.low, both.cost?.high], [small.cost?.low, large.cost?.high]);
    assert.equal(combineModels([small, estimateOf({ model: 'my-own-model', outputLimit })]).cost?.high, null);
  });
});

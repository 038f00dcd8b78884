import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judgeEconomy } from '../../../src/core/compress';

const price = { input: 3, cacheRead: 0.3 };
const minimum = { least: 1024, most: 1024 };

describe('the economy of compressing a prefix', () => {
  it('is the full price where nothing is cached', () => {
    assert.deepEqual(judgeEconomy({ before: 2000, after: 1000, minimum: null, price }), { kind: 'uncached', savedUsd: 0.003 });
    assert.deepEqual(judgeEconomy({ before: 1000, after: 500, minimum, price }), { kind: 'uncached', savedUsd: 0.0015 });
  });
  it('is a tenth where the tokens saved are read from the cache', () => {
    assert.deepEqual(judgeEconomy({ before: 3000, after: 2000, minimum, price }), { kind: 'read-from-cache', savedUsd: 0.0003, fullUsd: 0.003 });
  });
  it('is a loss where the prefix falls under the minimum, and a gain where it shrinks by more than the discount', () => {
    assert.deepEqual(judgeEconomy({ before: 1100, after: 1000, minimum, price }), {
      kind: 'below-minimum',
      tokens: 1000,
      minimum: 1024,
      beforeUsd: 0.00033,
      afterUsd: 0.003,
      costsMore: true,
    });
    const much = judgeEconomy({ before: 1100, after: 100, minimum, price });
    assert.equal(much.kind === 'below-minimum' && much.costsMore, false);
  });
  it('takes the upper end where sources differ, and knows no sum without a price', () => {
    const economy = judgeEconomy({ before: 2100, after: 1900, minimum: { least: 1024, most: 2048 }, price: { input: 3, cacheRead: null } });
    assert.ok(economy.kind === 'below-minimum');
    assert.deepEqual([economy.minimum, economy.beforeUsd, economy.costsMore], [2048, null, null]);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stalePrices, staleTemplate } from '../../../src/core/pricing/staleness';

describe('the age of the price snapshot', () => {
  it('is worth a word after more than sixty days', () => {
    assert.equal(stalePrices('2027-01-19'), null);
    assert.deepEqual(stalePrices('2027-01-20'), {
      template: staleTemplate,
      values: ['2026-11-20', 61],
      message: 'Prices are of 2026-11-20, 61 days ago. Newer ones may differ.',
    });
  });

  it('is none for a clock that runs behind', () => {
    assert.equal(stalePrices('2020-01-01'), null);
  });
});

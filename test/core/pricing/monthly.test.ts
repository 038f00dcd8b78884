import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { monthly } from '../../../src/core/pricing/monthly';

describe('monthly figures', () => {
  it('are thirty days of calls', () => {
    assert.equal(monthly(0.25, 1000), 7500);
  });
});

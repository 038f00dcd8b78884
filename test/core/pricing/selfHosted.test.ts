import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { selfHostedPrice } from '../../../src/core/pricing/selfHosted';

const server = { costPerHour: 3.6, prefillTokensPerSecond: 1000, decodeTokensPerSecond: 100, utilization: 1 };

describe('the price of a self-hosted model', () => {
  it('spreads the hour over the tokens of its used share: prefill for input, decode for output', () => {
    assert.deepEqual(selfHostedPrice(server), { kind: 'price', input: 1, output: 10, alwaysOnPerMonth: 2592 });
    assert.deepEqual(selfHostedPrice({ ...server, utilization: 0.25 }), { kind: 'price', input: 4, output: 40, alwaysOnPerMonth: 2592 });
  });

  const wrong = [
    ['prefillTokensPerSecond', 0],
    ['prefillTokensPerSecond', -1],
    ['decodeTokensPerSecond', 0],
    ['decodeTokensPerSecond', Number.NaN],
    ['decodeTokensPerSecond', Number.POSITIVE_INFINITY],
    ['utilization', 0],
    ['utilization', 1.01],
    ['utilization', Number.NaN],
    ['costPerHour', -0.01],
    ['costPerHour', Number.NaN],
  ] as const;
  for (const [name, value] of wrong) {
    it(`is refused with ${name} ${value}`, () => {
      const price = selfHostedPrice({ ...server, [name]: value });
      assert.ok(price.kind === 'invalid');
      assert.match(price.reason, new RegExp(`^${name} `));
    });
  }
});

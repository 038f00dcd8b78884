import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formatCount, formatPlural, formatPrice, formatUsd, markAccuracy } from '../../src/report';

describe('formatUsd', () => {
  const cases: [number | null, string][] = [
    [0, '$0'],
    [0.0031, '$0.0031'],
    [0.00312, '$0.0031'],
    [0.25, '$0.25'],
    [0.1, '$0.10'],
    [0.996, '$1.00'],
    [12.4, '$12.40'],
    [1234.56, '$1,235'],
    [0.00000042, '$0.00000042'],
    [1e-12, '< $0.00000001'],
    [-0.5, '-$0.50'],
    [null, 'unknown'],
    [Number.NaN, 'unknown'],
  ];
  for (const [usd, text] of cases) it(`writes ${usd} as ${text}`, () => assert.equal(formatUsd(usd), text));

  it('never shows a cost as zero that is none', () => {
    for (let usd = 1e-15; usd < 10; usd *= 1.7) assert.match(formatUsd(usd), /[1-9]/, String(usd));
  });
});

describe('the other figures', () => {
  it('keep every digit of a price', () => {
    assert.equal(formatPrice(0.075), '$0.075');
    assert.equal(formatPrice(2.5), '$2.50');
    assert.equal(formatPrice(null), 'unknown');
  });
  it('carry a sign where they are not exact', () => {
    assert.equal(markAccuracy('412', 'exact'), '412');
    assert.equal(markAccuracy('412', 'approximate'), '≈ 412');
    assert.equal(markAccuracy('412', 'unknown'), 'unknown');
  });
  it('group thousands and agree in number', () => {
    assert.equal(formatCount(1234567), '1,234,567');
    assert.equal(formatPlural(1, 'fix', 'fixes'), '1 fix');
    assert.equal(formatPlural(2000, 'fix', 'fixes'), '2,000 fixes');
  });
});

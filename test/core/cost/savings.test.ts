import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applySavings, type Saving } from '../../../src/core/cost/savings';
import { createCatalogue } from '../../../src/core/pricing/catalogue';
import type { PriceTier } from '../../../src/core/types';

const priceOf = (id: string): PriceTier => {
  const match = createCatalogue({}, {}).find(id);
  assert.ok(match.kind === 'found' && match.model.price);
  return match.model.price.tiers[0]!;
};
const work = (model: string) => ({ callsPerDay: 10_000, inputTokens: 1000, outputTokens: 500, price: priceOf(model) });
const dollars = (value: number) => Number(value.toFixed(2));
const percent = (share: number) => Number((share * 100).toFixed(1));

describe('savings, one after the other', () => {
  const chain = (first: Saving): Saving[] => [
    first,
    { kind: 'compress', share: 0.3 },
    { kind: 'route', share: 0.6, price: priceOf('gpt-4o-mini') },
    { kind: 'batch', factor: 0.8 },
  ];
  const cases: [string, Saving, number, number, number][] = [
    ['gpt-4o-2024-05-13', { kind: 'response-cache', hits: 0.4 }, 125, 22.29, 82.2],
    ['gpt-4o', { kind: 'response-cache', hits: 0.4 }, 75, 14.13, 81.2],
    ['gpt-4o-2024-05-13', { kind: 'prompt-cache', hits: 0.4 }, 125, 37.04, 70.4],
    ['gpt-4o', { kind: 'prompt-cache', hits: 0.4 }, 75, 22.32, 70.2],
  ];
  for (const [model, first, before, after, saved] of cases) {
    it(`take ${model} with a ${first.kind} from $${before} to $${after} a day`, () => {
      const report = applySavings(work(model), chain(first));
      assert.ok(report);
      assert.deepEqual([dollars(report.before), dollars(report.after), percent(report.savedShare)], [before, after, saved]);
      const sum = report.steps.reduce((total, step) => total + step.saved, 0);
      assert.ok(Math.abs(report.before - sum - report.after) < 1e-9);
    });
  }

  it('show what each takes off what the ones before left over', () => {
    const report = applySavings(work('gpt-4o'), chain({ kind: 'response-cache', hits: 0.4 }));
    assert.deepEqual(
      report?.steps.map((step) => [step.saving.kind, dollars(step.saved), dollars(step.perDay)]),
      [
        ['response-cache', 30, 45],
        ['compress', 4.5, 40.5],
        ['route', 22.84, 17.66],
        ['batch', 3.53, 14.13],
      ],
    );
  });

  it('assume half price for a batch', () => {
    assert.equal(applySavings(work('gpt-4o'), [{ kind: 'batch' }])?.after, 37.5);
  });

  it('save nothing by prompt caching on a model without a cached price', () => {
    assert.equal(applySavings(work('gpt-4o-2024-05-13'), [{ kind: 'prompt-cache', hits: 0.9 }])?.after, 125);
  });

  it('are unknown where a price is', () => {
    const unknown: PriceTier = { ...priceOf('gpt-4o'), output: null };
    assert.equal(applySavings({ ...work('gpt-4o'), price: unknown }, []), null);
    assert.equal(applySavings(work('gpt-4o'), [{ kind: 'route', share: 0.5, price: unknown }]), null);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Bill, billOf, billOfLines, type SimulatedSaving, simulate, sizeOfLines } from '../../../src/core/cost';
import { createCatalogue } from '../../../src/core/pricing/catalogue';
import type { CostLine, Model } from '../../../src/core/types';

const modelOf = (id: string): Model => {
  const match = createCatalogue({}, {}).find(id);
  assert.ok(match.kind === 'found');
  return match.model;
};
const size = { input: 1000, output: 500 };
const bill = (model: string): Bill => billOf(size, modelOf(model))!;
const work = (model: string) => [{ callsPerDay: 10_000, bill: bill(model) }];
const dollars = (value: number) => Number(value.toFixed(2));
const percent = (share: number) => Number((share * 100).toFixed(1));

describe('a simulation', () => {
  const chain = (first: SimulatedSaving): SimulatedSaving[] => [
    first,
    { kind: 'compress', share: 0.3 },
    { kind: 'route', share: 0.6, bills: [bill('gpt-4o-mini')] },
    { kind: 'batch', share: 0.4 },
  ];
  const cases: [string, SimulatedSaving, number, number, number][] = [
    ['gpt-4o-2024-05-13', { kind: 'response-cache', share: 0.4 }, 125, 22.29, 82.2],
    ['gpt-4o', { kind: 'response-cache', share: 0.4 }, 75, 14.13, 81.2],
    ['gpt-4o-2024-05-13', { kind: 'prompt-cache', share: 0.4 }, 125, 37.04, 70.4],
    ['gpt-4o', { kind: 'prompt-cache', share: 0.4 }, 75, 22.32, 70.2],
  ];
  for (const [model, first, before, after, saved] of cases) {
    it(`takes ${model} with a ${first.kind} from $${before} to $${after} a day`, () => {
      const report = simulate(work(model), chain(first));
      assert.deepEqual([dollars(report.before), dollars(report.after), percent(report.savedShare)], [before, after, saved]);
      const sum = report.steps.reduce((total, step) => total + step.saved, 0);
      assert.ok(Math.abs(report.before - sum - report.after) < 1e-9);
    });
  }

  it('shows what each step takes off what the ones before left over', () => {
    const report = simulate(work('gpt-4o'), chain({ kind: 'response-cache', share: 0.4 }));
    assert.deepEqual(
      report.steps.map(({ saving, value, saved, perDay }) => [saving, value, dollars(saved), dollars(perDay)]),
      [
        ['response-cache', 0.4, 30, 45],
        ['compress', 0.3, 4.5, 40.5],
        ['route', 0.6, 22.84, 17.66],
        ['batch', 0.4, 3.53, 14.13],
      ],
    );
  });

  it('saves half by a batch of all, and nothing by prompt caching on a model without a cached price', () => {
    assert.equal(simulate(work('gpt-4o'), [{ kind: 'batch', share: 1 }]).after, 37.5);
    assert.equal(simulate(work('gpt-4o-2024-05-13'), [{ kind: 'prompt-cache', share: 0.9 }]).after, 125);
  });

  it('has no bill where a price is unknown', () => {
    const model = modelOf('gpt-4o');
    const tiers = model.price!.tiers.map((tier) => ({ ...tier, output: null }));
    assert.equal(billOf(size, { ...model, price: { ...model.price!, tiers } }), null);
  });

  it("starts from a request's own lines: what is cached already is read no cheaper, fees stay", () => {
    const line = (unit: CostLine['unit'], when: CostLine['when'], likely: number, usd: number): CostLine => {
      return { unit, when, quantity: { low: likely, likely, high: likely }, price: 1, per: 1e6, usd, basis: 'counted' };
    };
    const lines = [
      line('cacheWrite', 'first', 1000, 4),
      line('cacheRead', 'later', 1000, 1),
      line('input', 'always', 200, 2),
      line('output', 'always', 50, 3),
      line('search', 'always', 1, 5),
    ];
    const cost = { perCall: 0.5 * 14 + 0.5 * 11, first: 14, later: 11, lines };
    const own = billOfLines(cost, modelOf('gpt-4o'));
    assert.deepEqual(own, { input: 4.5, read: 3.5, rest: 8 });
    assert.deepEqual(sizeOfLines(cost), { input: 1200, output: 50 });
  });
});

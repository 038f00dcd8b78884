import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createBudget } from '../../../src/core/resolve/budget';
import { resolve, valuesIn } from './source';

const chain = (length: number) => `x0 = "Hi"\n${Array.from({ length }, (_, at) => `x${at + 1} = x${at}\n`).join('')}ask(x${length})\n`;

describe('the budget', () => {
  it('counts its steps, and has none left at its end', () => {
    const budget = createBudget(2);
    assert.deepEqual([budget.spend(), budget.spend(), budget.spend(), budget.spent], [true, true, false, 2]);
  });

  it('ends where things lie too deep within one another', () => {
    const budget = createBudget();
    while (budget.enter());
    budget.leave();
    assert.equal(budget.spend(), false);
  });

  it('gives back a level that is left', () => {
    const budget = createBudget();
    for (let turn = 0; turn < 1000; turn++) {
      assert.ok(budget.enter());
      budget.leave();
    }
  });

  it('leaves a value open that it cuts', async () => {
    const { budget, resolver, asked } = await resolve(chain(5));
    resolver.valuesOf(asked);
    assert.deepEqual(await valuesIn(chain(5), undefined, budget.spent), ['"Hi"']);
    assert.deepEqual(await valuesIn(chain(5), undefined, budget.spent - 1), ['open']);
  });

  it('leaves a value open that lies too deep, without harm to the stack', async () => {
    assert.deepEqual(await valuesIn(chain(200)), ['"Hi"']);
    assert.deepEqual(await valuesIn(chain(5000)), ['open']);
  });

  it('is spent in step with the text where dictionaries are merged twice over', async () => {
    const stepsOf = async (count: number) => {
      const merged = Array.from({ length: count }, (_, at) => `A${at + 1} = {**A${at}, **A${at}}\n`).join('');
      const { budget, resolver, asked } = await resolve(`A0 = {"model": "gpt-4o"}\n${merged}ask(A${count})\n`);
      assert.deepEqual(resolver.entry(asked, 'model')?.values.length, 1);
      assert.equal(resolver.entry(asked, 'model')?.open, false);
      return budget.spent;
    };
    const [once, twice] = [await stepsOf(16), await stepsOf(32)];
    assert.ok(twice <= 2.3 * once, `${once} steps, then ${twice}`);
  });
});

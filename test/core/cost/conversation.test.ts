import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cachedTurns, conversationOf, freshTurns } from '../../../src/core/cost/conversation';
import { estimateOf, long } from './bill';

const talk = { turns: 3, fixed: 100, said: 10, answer: 40 };
const prices = { input: 1, output: 5, read: 0.1, write: 1.25, minimum: 0 };
const near = (actual: number | null, expected: number) =>
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);

describe('a conversation that is sent whole with each turn', () => {
  it('costs more with each turn', () => near(freshTurns({ ...talk, window: null }, prices), 110 + 160 + 210 + 3 * 200));

  it('is read from the cache but for what is new', () => {
    near(cachedTurns(talk, prices), 110 * 1.25 + (110 * 0.1 + 50 * 1.25) + (160 * 0.1 + 50 * 1.25) + 3 * 200);
    assert.equal(cachedTurns(talk, { ...prices, read: null }), null);
  });

  it('is not cached before it is long enough', () =>
    near(cachedTurns(talk, { ...prices, minimum: 150 }), 110 + 160 * 1.25 + (160 * 0.1 + 50 * 1.25) + 3 * 200));

  it('costs the same with each turn that a window has filled', () => {
    near(freshTurns({ ...talk, window: 1 }, prices), 110 + 160 + 160 + 3 * 200);
    const turn = (turns: number) => freshTurns({ ...talk, turns, window: 2 }, prices);
    near(turn(9) - turn(8), turn(20) - turn(19));
  });

  it('grows with the square of its turns', () => {
    const of = (turns: number) => freshTurns({ turns, fixed: 0, said: 50, answer: 300, window: null }, { ...prices, output: 0 });
    assert.ok(of(200) / of(100) > 3.9);
  });

  it('goes by the prices and sizes of the request', () => {
    const cost = conversationOf(estimateOf({ sends: [long(2000), 'Hi {name}.'] }), 20, 6, 50);
    assert.ok(cost && cost.cached !== null && cost.cached < cost.fresh && cost.cut < cost.fresh);
    assert.equal(conversationOf(estimateOf({ model: 'my-own-model' }), 20, 6, 50), null);
  });
});

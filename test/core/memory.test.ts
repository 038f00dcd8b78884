import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createMemory } from '../../src/core/memory';

describe('a bounded memory', () => {
  it('drops the value that was not used longest', () => {
    const memory = createMemory<number>(2, 100);
    memory.set('a', 1);
    memory.set('b', 2);
    memory.get('a');
    memory.set('c', 3);
    assert.deepEqual([memory.get('a'), memory.get('b'), memory.get('c')], [1, undefined, 3]);
  });

  it('keeps to its size, not counting a key twice', () => {
    const memory = createMemory<number>(100, 10);
    for (const value of [1, 2, 3]) memory.set('aaaa', value);
    memory.set('bbbb', 4);
    assert.deepEqual([memory.get('aaaa'), memory.get('bbbb')], [3, 4]);
    memory.set('cccc', 5);
    assert.deepEqual([memory.get('aaaa'), memory.get('bbbb'), memory.get('cccc')], [undefined, 4, 5]);
  });
});

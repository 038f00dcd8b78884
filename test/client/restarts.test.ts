import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createRestarts } from '../../src/client/restarts';

describe('createRestarts', () => {
  it('restarts at once, then waits longer up to half a minute', () => {
    const restarts = createRestarts();
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((now) => restarts.next(now)),
      [0, 1000, 2000, 4000, 8000, 16000, 30000, 30000],
    );
  });

  it('starts afresh after a server that lived for a minute', () => {
    const restarts = createRestarts();
    restarts.next(0);
    assert.equal(restarts.next(10), 1000);
    assert.equal(restarts.next(1010 + 60_001), 0);
  });
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'mocha';
import { runAll } from '../fuzz/run';

describe('damaged input', function () {
  this.timeout(120_000);
  it('crashes nothing, hangs nothing and loses nothing, in a short run of `npm run fuzz`', async () => {
    for (const tally of await runAll(400, 7, path.join(__dirname, '../..'))) {
      const { name, inputs, ...faults } = tally;
      assert.ok(inputs > 0);
      assert.deepEqual(faults, { crashes: 0, hangs: 0, differences: 0, lostBytes: 0 }, name);
    }
  });
});

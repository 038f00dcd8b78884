import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { startHeartbeat } from '../../src/client/heartbeat';

describe('the heartbeat', () => {
  it('goes on while the server answers or is away, and tells of a silent one', async () => {
    const answers = [async () => 1, () => Promise.reject(new Error('no server')), async () => 2, () => new Promise(() => {})];
    let asked = 0;
    await new Promise<void>((resolve) => {
      const heartbeat = startHeartbeat({
        interval: 1,
        patience: 50,
        ask: () => answers[asked++]!(),
        onSilence: () => {
          heartbeat.dispose();
          resolve();
        },
      });
    });
    assert.equal(asked, 4);
  });
});

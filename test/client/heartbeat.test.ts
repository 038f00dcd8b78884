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
        patience: 20,
        ask: () => answers[asked++]!(),
        onSilence: () => {
          heartbeat.dispose();
          resolve();
        },
      });
    });
    assert.equal(asked, 4);
  });

  it('counts its own turns, so that a machine that slept is no silent server', async () => {
    let silences = 0;
    let asked = 0;
    const heartbeat = startHeartbeat({
      ...{ interval: 5, patience: 10, onSilence: () => silences++ },
      ask: () => {
        asked++;
        // both processes stand still for far longer than ten turns take
        const until = Date.now() + 200;
        while (Date.now() < until);
        return new Promise((resolve) => setTimeout(resolve, 10));
      },
    });
    while (asked < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    heartbeat.dispose();
    assert.equal(silences, 0);
  });
});

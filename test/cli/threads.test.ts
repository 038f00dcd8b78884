import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'mocha';
import { watchNothing } from '../../src/cli/progress';
import { analyzeInThreads } from '../../src/cli/threads';
import { defaultSettings } from '../../src/core';
import { createWorkspace } from './workspace';

/** A thread that answers for each file by its name, and does what some names say. */
const script = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ files }) => {
  for (const { index, input } of files) {
    if (input.path === 'exit') process.exit(3);
    if (input.path === 'throw') throw new Error('a fault');
    if (input.path === 'hang') for (;;) {}
    if (input.path === 'grow') { const kept = []; for (;;) kept.push(new Array(1e5).fill(kept.length)); }
    parentPort.postMessage({ index, outcome: { path: input.path, error: 'seen' } });
  }
});`;

describe('threads', function () {
  this.timeout(60_000);
  for (const [fault, error] of [
    ['exit', 'its analysis ended without an answer'],
    ['throw', 'its analysis failed: a fault'],
    ['hang', 'its analysis took too long'],
    ['grow', 'its analysis took too much memory'],
  ] as const) {
    it(`are replaced where a file makes one ${fault}: it is named, and the others are analysed`, async () => {
      const { root, dispose } = createWorkspace({ 'thread.cjs': script });
      const names = Array.from({ length: 40 }, (_, index) => (index === 7 ? fault : `f${index}`));
      try {
        const settings = defaultSettings();
        const inputs = names.map((name) => ({ path: name, file: `/${name}`, settings }));
        const outcomes = await analyzeInThreads(
          path.join(root, 'thread.cjs'),
          inputs,
          { problems: false, today: '2026-12-01' },
          2,
          [],
          { warn: () => {}, progress: watchNothing(0) },
          {
            silence: fault === 'hang' ? 10_000 : 60_000,
            heap: 32,
          },
        );
        assert.deepEqual(
          outcomes,
          names.map((name) => ({ path: name, error: name === fault ? error : 'seen' })),
        );
      } finally {
        dispose();
      }
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Breakpoint, Part } from '../../../src/core/types';
import { estimateOf, limitOf, linesOf, long, type Sample } from './bill';

const marked = (ttl: Breakpoint['ttl'], prompt: number): Part => ({
  kind: 'message',
  role: 'system',
  parts: [{ kind: 'text', prompt, breakpoint: { ttl, span: { start: 0, end: 0 } } }],
});
const question: Part = { kind: 'message', role: 'user', parts: [{ kind: 'text', prompt: 2 }] };
const texts = (...lengths: number[]): Sample['setting'] => ({
  textAt: (at) =>
    at === 2
      ? { role: 'user', segments: [{ kind: 'placeholder', name: 'q', span: null }], runs: ['Q: ', ''] }
      : { role: 'system', segments: [], runs: [long(lengths[at] ?? 0)] },
});
const cacheLines = (sample: Sample) => linesOf(estimateOf({ outputLimit: limitOf(300), ...sample })).filter((line) => line.startsWith('cache'));

describe('the cached prefix', () => {
  it('of Anthropic is written at a quarter more, or for an hour at twice, and read at a tenth', () => {
    const sample = { model: 'claude-sonnet-4-6', setting: texts(2500) };
    assert.deepEqual(cacheLines({ ...sample, sends: [marked('5m', 0), question] }), ['cacheWrite first 2507 @ 3.75', 'cacheRead later 2507 @ 0.3']);
    assert.deepEqual(cacheLines({ ...sample, sends: [marked('1h', 0), question] }), ['cacheWrite1h first 2507 @ 6', 'cacheRead later 2507 @ 0.3']);
  });

  it('may be kept for different times, stretch by stretch', () => {
    const lines = cacheLines({ model: 'claude-sonnet-4-6', setting: texts(2000, 1000), sends: [marked('1h', 0), marked('5m', 1), question] });
    assert.deepEqual(lines, ['cacheWrite1h first 2007 @ 6', 'cacheWrite first 1004 @ 3.75', 'cacheRead later 3011 @ 0.3']);
  });

  it('ends at the last breakpoint, and without one is not there', () => {
    assert.deepEqual(cacheLines({ model: 'claude-sonnet-4-6', sends: [long(3000), 'Q: {q}'] }), []);
    const behind = cacheLines({
      model: 'claude-sonnet-4-6',
      setting: texts(2000, 1000),
      sends: [marked('5m', 0), { kind: 'message', role: 'system', parts: [{ kind: 'text', prompt: 1 }] }, question],
    });
    assert.deepEqual(behind, ['cacheWrite first 2007 @ 3.75', 'cacheRead later 2007 @ 0.3']);
  });

  it('of OpenAI ends where the texts begin to change, in whole steps of 128', () => {
    const sends = [long(2000), 'Q: {q}'];
    assert.deepEqual(cacheLines({ model: 'gpt-6-sol', sends }), ['cacheWrite first 1920 @ 2.5', 'cacheRead later 1920 @ 0.2']);
    assert.deepEqual(cacheLines({ model: 'gpt-4.1', sends }), ['cacheWrite first 1920 @ 2', 'cacheRead later 1920 @ 0.5']);
    const { lines } = estimateOf({ model: 'gpt-4.1', sends });
    assert.equal(lines.find(({ unit }) => unit === 'input')?.quantity.likely, 2000 + 3 + 4 + 4 + 1 + 50 - 1920);
  });

  it('is not there below the minimum, nor where something changes before it', () => {
    assert.deepEqual(cacheLines({ model: 'gpt-4.1', sends: [long(900), 'Q: {q}'] }), []);
    assert.deepEqual(cacheLines({ model: 'gpt-4.1', sends: [`Today is {day}. ${long(2000)}`, 'Q: {q}'] }), []);
    assert.deepEqual(cacheLines({ model: 'gpt-4', sends: [long(2000), 'Q: {q}'] }), []);
    assert.deepEqual(cacheLines({ model: 'claude-sonnet-4-6', setting: texts(500), sends: [marked('5m', 0), question] }), []);
  });

  it('holds the tools before the instructions, wherever the code has them', () => {
    const { lines } = estimateOf({ sends: [long(2000), 'Q: {q}', { kind: 'tools', tools: [{}], open: false }] });
    assert.deepEqual(lines.find(({ unit }) => unit === 'cacheRead')?.of, ['input', 'tools']);
    assert.ok(!lines.some(({ unit }) => unit === 'tools'));
  });

  it('makes later calls cheaper; a stated hit rate weighs both', () => {
    const sample: Sample = { model: 'claude-sonnet-4-6', setting: texts(2500), sends: [marked('5m', 0), question] };
    const { cost } = estimateOf(sample);
    assert.ok(cost && cost.later < cost.first && cost.perCall === cost.first);
    const weighed = estimateOf({ ...sample, setting: { ...texts(2500), hitRate: 0.75 } }).cost;
    assert.ok(weighed && Math.abs(weighed.perCall - (0.25 * cost.first + 0.75 * cost.later)) < 1e-12);
    assert.ok(weighed.low <= cost.later);
  });
});

import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { type Engine, mergeParts, newestDays, parseUsage, percentile, viewGroups, viewRequests, writeUsage } from '../../../src/core';
import { createTestEngine } from '../../helpers/engine';
import { pricing, readValues } from './reading';

/** A line of the tracker, `at` minutes after the beginning of a day. */
const line = (day: number, at: number, change: object = {}) => ({
  v: 2,
  time: new Date(Date.UTC(2026, 10, day, 0, at)).toISOString(),
  id: `r${day}-${at}`,
  provider: 'openai',
  api: 'openai.responses',
  model: 'gpt-4.1',
  file: 'app.py',
  line: 1,
  input: 1000,
  cached: 0,
  output: 100,
  ...change,
});
const lines = (day: number, from: number, to: number, change: object = {}) =>
  Array.from({ length: to - from }, (_, index) => line(day, from + index, change));
const read = (values: readonly unknown[]) => readValues(values).parts;

describe('the usage of a project', () => {
  let engine: Engine;
  before(async () => {
    engine = await createTestEngine();
  });
  const callsOf = (parts: ReturnType<typeof read>) => viewRequests(parts, pricing(engine)).totals.calls;

  it('is not changed by importing the same log again', () => {
    const once = mergeParts([], read(lines(1, 0, 300)));
    const twice = mergeParts(once.parts, read(lines(1, 0, 300)));
    assert.equal(writeUsage(twice.parts), writeUsage(once.parts));
    assert.deepEqual(twice.overlapping, []);
  });

  it('takes a log that has grown in place of what it was', () => {
    const first = mergeParts([], read(lines(1, 0, 300)));
    const { parts, overlapping } = mergeParts(first.parts, read([...lines(1, 0, 700), ...lines(2, 0, 10)]));
    assert.equal(callsOf(parts), 710);
    assert.deepEqual(overlapping, []);
    assert.equal(callsOf(mergeParts(parts, read(lines(1, 0, 300))).parts), 710);
  });

  it('adds the parts of a log that was set aside, in whichever order they come', () => {
    const [a, b] = [read(lines(1, 0, 300)), read(lines(1, 300, 500))];
    const forth = mergeParts(mergeParts([], a).parts, b).parts;
    const back = mergeParts(mergeParts([], b).parts, a).parts;
    assert.equal(callsOf(forth), 500);
    assert.equal(writeUsage(forth), writeUsage(back));
  });

  it('keeps the larger of two logs that share some rows, and says so', () => {
    const { parts, overlapping } = mergeParts(read(lines(1, 0, 60)), read(lines(1, 30, 130)));
    assert.equal(callsOf(parts), 100);
    assert.deepEqual(overlapping, ['2026-11-01']);
  });

  it('is read from its file as it was written', () => {
    const { parts } = readValues([...lines(1, 0, 20, { cached: 10, ok: true }), ...lines(2, 0, 3, { ok: false }), 'broken']);
    const text = writeUsage(parts);
    const back = parseUsage(text);
    assert.ok(back.kind === 'read');
    assert.equal(writeUsage(back.parts), text);
    assert.equal(viewRequests(back.parts, pricing(engine)).skipped.broken, 1);
  });

  it('refuses a file that is no usage, and says where', () => {
    for (const [text, reason] of [
      ['{', /^not valid JSON$/],
      ['{"version":2,"days":[]}', /^version: /],
      ['{"version":1,"days":[{"day":"2026-11-01","source":"tracker","rows":-1}]}', /^days\.0\.rows: /],
      ['7', /^the file: /],
    ] as const) {
      const read = parseUsage(text);
      assert.ok(read.kind === 'broken');
      assert.match(read.reason, reason);
    }
  });

  it('counts days back from the newest row', () => {
    const parts = read([...lines(1, 0, 1), ...lines(20, 0, 1), ...lines(30, 0, 1)]);
    assert.deepEqual(
      newestDays(parts, 11).map(({ day }) => day),
      ['2026-11-20', '2026-11-30'],
    );
  });

  it('keeps percentiles within five percent, of a million rows in a few buckets', () => {
    const { parts } = readValues(lines(1, 0, 1000).map((one, index) => ({ ...one, input: index + 1, output: 7 })));
    const [cell] = parts.flatMap(({ requests }) => requests);
    for (const share of [0.5, 0.95]) assert.ok(Math.abs(percentile(cell!.inputs, share)! / (1000 * share) - 1) < 0.06);
    assert.equal(percentile(cell!.outputs, 0.5), 7);
    assert.ok(cell!.inputs.size < 80);
  });

  it('holds no more keys than a file can hold, and loses no call', () => {
    const { parts } = readValues(Array.from({ length: 3000 }, (_, index) => line(1, index, { time: '2026-11-01T00:00:00Z', line: index + 1 })));
    assert.equal(parts[0]!.requests.length, 1001);
    assert.equal(callsOf(parts), 3000);
  });

  it('is shown by model, day, label, user and tag', () => {
    const spend = (day: number, model: string, user: string, tag: string) => ({
      request_id: `${day} ${model} ${user}`,
      call_type: 'completion',
      spend: 1,
      prompt_tokens: 1_000_000,
      completion_tokens: 0,
      startTime: `2026-11-0${day}T00:00:00Z`,
      model,
      custom_llm_provider: 'openai',
      user,
      request_tags: [tag],
      cache_hit: '',
      status: 'success',
      metadata: {},
    });
    const parts = read([spend(1, 'gpt-4.1', 'ana', 'a'), spend(1, 'gpt-4.1-mini', 'ben', 'a'), spend(3, 'gpt-4.1-mini', 'ana', 'b')]);
    const by = (what: Parameters<typeof viewGroups>[1]) =>
      viewGroups(parts, what, pricing(engine)).groups.map(({ key, calls, usd, perDay }) => [key, calls, usd, perDay]);
    assert.deepEqual(by('model'), [
      ['gpt-4.1', 1, 2, 0.333],
      ['gpt-4.1-mini', 2, 0.8, 0.667],
    ]);
    assert.deepEqual(by('day'), [
      ['2026-11-01', 2, 2.4, 2],
      ['2026-11-03', 1, 0.4, 1],
    ]);
    assert.deepEqual(
      by('user').map(([key, calls]) => [key, calls]),
      [
        ['ana', 2],
        ['ben', 1],
      ],
    );
    assert.deepEqual(
      by('tag').map(([key, calls]) => [key, calls]),
      [
        ['a', 2],
        ['b', 1],
      ],
    );
    assert.deepEqual(
      by('label').map(([key]) => key),
      ['a', 'b'],
    );
  });

  it('sets logs against what the provider billed, joined and not', () => {
    const report = {
      object: 'page',
      data: [
        { start_time: Date.UTC(2026, 10, 1) / 1000, results: [{ object: 'organization.costs.result', amount: { value: 3.0, currency: 'usd' } }] },
      ],
    };
    const known = line(1, 0, { input: 1_000_000, output: 0 });
    const stray = line(1, 1, { input: 300_000, output: 0, file: 'elsewhere.py' });
    const parts = mergeParts(read([known, stray]), read([report])).parts;
    const { totals, reconciled, requests } = viewRequests(
      parts,
      pricing(engine, (key) => (key.file === 'app.py' ? { path: 'app.py', line: 2 } : null)),
    );
    assert.deepEqual(totals, { calls: 2, usd: 2.6, usdBilled: 3, joinedUsd: 2, unjoinedUsd: 0.6 });
    const [one] = reconciled!;
    assert.deepEqual([one!.provider, one!.reported, one!.logged, one!.difference?.toFixed(3)], ['openai', 3, 2.6, '-0.133']);
    assert.deepEqual(
      requests.map(({ joined, usd }) => [joined?.line ?? null, usd]),
      [
        [2, 2],
        [null, 0.6],
      ],
    );
  });

  it('shows no dollars where a price is not known', () => {
    const { requests, totals } = viewRequests(read([line(1, 0, { model: 'our-own-model', provider: 'ours' })]), pricing(engine));
    assert.equal(requests[0]!.usd, null);
    assert.equal(totals.usd, 0);
  });
});

import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { type Engine, viewRequests } from '../../../src/core';
import { createTestEngine } from '../../helpers/engine';
import { goldens, helicone, observation, otlp, span, spend, tracked } from './goldens';
import { pricing, readValues } from './reading';

describe('usage logs', () => {
  let engine: Engine;
  before(async () => {
    engine = await createTestEngine();
  });

  for (const { title, values, tokens, calls, usd, billed, skipped = {}, keys } of goldens) {
    it(`reads ${title}`, () => {
      const { parts, broken } = readValues(values);
      assert.deepEqual(broken, []);
      const { totals, skipped: left, requests } = viewRequests(parts, pricing(engine));
      const all = ['input', 'cacheRead', 'cacheWrite', 'cacheWrite1h', 'output', 'reasoning'] as const;
      assert.deepEqual(
        all.map((kind) => requests.reduce((sum, one) => sum + one.tokens[kind], 0)),
        tokens,
      );
      assert.equal(totals.calls, calls);
      assert.equal(totals.usd.toFixed(2), usd);
      if (billed !== undefined) assert.equal(totals.usdBilled?.toFixed(2) ?? null, billed);
      assert.deepEqual(left, { broken: 0, parents: 0, cacheHits: 0, failed: 0, ...skipped });
      if (keys) {
        const found = parts.flatMap(({ requests: cells }) => cells.map(({ key }) => key));
        assert.deepEqual(new Set(found.map((key) => JSON.stringify(key))), new Set(keys.map((key) => JSON.stringify(key))));
      }
    });
  }

  it('takes numbers that no counter shows for broken lines, and says why', () => {
    const lines: [object, RegExp][] = [
      [tracked({ input: -1 }), /^input is below zero$/],
      [tracked({ output: 1e21 }), /^output is too large$/],
      [tracked({ cached: '400' }), /^cached is no number$/],
      [tracked({ input: 1.5 }), /^input is no whole number$/],
      [tracked({ input: null, output: Number.NaN }), /^output is no number$/],
      [tracked({ time: 'yesterday' }), /^time is no time$/],
      [tracked({ time: '1970-01-01T00:00:00Z' }), /^time is no time$/],
      [tracked({ v: 3 }), /^lines of version 3 are not known$/],
      [spend({ prompt_tokens: 10 }), /^the cached tokens are more than the input$/],
      [spend({ prompt_tokens: 'many' }), /^prompt_tokens is no number$/],
      [observation({ usage_details: { input: 1, output: 1, total: 3 } }), /^the parts of usage_details do not add up to the total$/],
      [observation({ usage_details: {} }), /^no usage_details$/],
      [otlp(span('a', '', { 'gen_ai.operation.name': 'chat' })), /^no token counts$/],
      [helicone({ prompt_tokens: null }), /^no prompt_tokens$/],
      [{ level: 'info', message: 'started' }, /^no row of a log that is known$/],
    ];
    const { parts, broken } = readValues(lines.map(([line]) => line));
    assert.equal(broken.length, lines.length);
    for (const [index, [, reason]] of lines.entries()) assert.match(broken[index]!, reason);
    assert.equal(viewRequests(parts, pricing(engine)).totals.calls, 0);
  });

  it('keeps no text of prompts and answers, and no address of a person', () => {
    const { parts } = readValues([helicone({}), observation({ input: 'a secret', output: '{"a": "secret"}', metadata: { question: 'a secret' } })]);
    const kept = JSON.stringify(parts);
    assert.doesNotMatch(kept, /secret|example\.com/);
    assert.match(kept, /"user":"#[0-9a-f]{10}"/);
  });

  it('prices each call in the step that its own size falls in, and by the prices of its day', () => {
    // gemini-4-argon: 2/10 until 2026-11-30, 4/20 from then on. gemini-2.5-pro: 1.25 to 200,000 tokens, 2.50 above.
    const gemini = (time: string, model: string, input: number) =>
      tracked({ time, id: `${time} ${model} ${input}`, provider: 'google', model, input, cached: 0, output: 0, reasoning: 0 });
    const usd = (...values: object[]) => viewRequests(readValues(values).parts, pricing(engine)).totals.usd.toFixed(4);
    assert.equal(usd(gemini('2026-11-30T12:00:00Z', 'gemini-4-argon', 100_000)), '0.2000');
    assert.equal(usd(gemini('2026-12-01T12:00:00Z', 'gemini-4-argon', 100_000)), '0.4000');
    const small = gemini('2026-11-01T12:00:00Z', 'gemini-2.5-pro', 150_000);
    const large = gemini('2026-11-01T13:00:00Z', 'gemini-2.5-pro', 300_000);
    assert.equal(usd(small, { ...small, id: 'again' }), '0.3750'); // together they are above the step, each alone is not
    assert.equal(usd(large), '0.7500');
  });
});

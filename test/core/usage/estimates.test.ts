import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { createSettingsReader, type Engine, measure, type Settings } from '../../../src/core';
import { createTestEngine } from '../../helpers/engine';
import { readValues } from './reading';

const source = `import anthropic

client = anthropic.Anthropic()


def answer(question, history):
    return client.messages.create(
        model="claude-sonnet-4-6",
        max_tokens=1000,
        system=[{"type": "text", "text": "${'Answer in one short paragraph and name the source. '.repeat(150)}", "cache_control": {"type": "ephemeral"}}],
        messages=[{"role": "user", "content": question}],
    )
`;

/** Ten days, each with 124 calls of which one in four finds the cache filled. */
const rows = Array.from({ length: 1240 }, (_, index) => ({
  v: 2,
  time: new Date(Date.UTC(2026, 10, 1 + (index % 10), 0, index)).toISOString(),
  id: `m${index}`,
  provider: 'anthropic',
  api: 'anthropic.messages',
  model: 'claude-sonnet-4-6',
  file: '/srv/app/chat.py',
  line: 3,
  function: 'answer',
  input: 700,
  cached: index % 4 === 0 ? 1500 : 0,
  cacheWrite: index % 4 === 0 ? 0 : 1500,
  output: 240,
  ok: index % 31 !== 0,
}));

describe('estimates with measured usage', () => {
  let engine: Engine;
  before(async () => {
    engine = await createTestEngine();
  });
  const measured = measure(readValues(rows).parts, '/p', '.prompt-cost/usage.json');
  const settingsOf = (project: object, usage = measured): Settings => {
    const read = createSettingsReader(null).read([{ kind: 'project', text: JSON.stringify(project), folder: '/p', file: '.prompt-cost.json' }], '/p');
    return { ...read.settings, measured: usage };
  };
  const estimate = async (settings: Settings, path = 'app/chat.py') => {
    const analysis = await engine.analyze({ text: source, path }, settings);
    return { analysis, ...analysis.estimates[0]! };
  };

  it('take volume, input, output and hit rate from the log', async () => {
    const plain = await estimate(settingsOf({}, null));
    const { analysis, volume, perMonth, output, input, cost, lines } = await estimate(settingsOf({}));
    assert.deepEqual(volume, { callsPerDay: 120, basis: 'measured', from: '.prompt-cost/usage.json' });
    assert.deepEqual([output.tokens, output.basis, output.high], [240, 'measured', 1000]);
    assert.deepEqual([input.tokens, input.accuracy], [plain.input.tokens, plain.input.accuracy]);
    assert.equal(input.tokens + input.placeholderTokens, 2200);
    const question = lines.find(({ unit }) => unit === 'input')!;
    assert.deepEqual([question.basis, plain.lines.find(({ unit }) => unit === 'input')!.basis], ['measured', 'counted']);
    assert.ok(cost && perMonth && Math.abs(perMonth - cost.perCall * 120 * 30) < 1e-9);
    assert.ok(cost.perCall > cost.later && cost.perCall < cost.first && !cost.atLeast && plain.cost!.atLeast);
    const [of] = analysis.measured!;
    assert.deepEqual([of!.calls, of!.errors, of!.days, of!.input, of!.output], [1200, 40, 10, 2200, 240]);
  });

  it('come to what the log cost, where the text is counted well', async () => {
    const { cost } = await estimate(settingsOf({}));
    const usd = (700 * 3 + 240 * 15 + 0.25 * 1500 * 0.3 + 0.75 * 1500 * 3.75) / 1e6;
    assert.ok(Math.abs(cost!.perCall / usd - 1) < 0.1, `${cost!.perCall} for ${usd}`);
  });

  it('follow the project file where it states something, key by key', async () => {
    const { volume, output, cost } = await estimate(settingsOf({ volumes: [{ match: 'app/**', callsPerDay: 7, cacheHitRate: 1 }] }));
    assert.deepEqual(volume, { callsPerDay: 7, basis: 'stated', from: '.prompt-cost.json' });
    assert.equal(cost!.perCall, cost!.later);
    assert.equal(output.basis, 'measured');
    const stated = await estimate(settingsOf({ volumes: [{ match: 'app/**', outputTokens: 50 }] }));
    assert.deepEqual([stated.output.tokens, stated.output.basis, stated.volume?.basis], [50, 'stated', 'measured']);
  });

  it('learn nothing for other files, functions and projects', async () => {
    assert.equal((await estimate(settingsOf({}), 'other/chat.py')).volume, null);
    assert.equal((await estimate(settingsOf({}), '/q/app/chat.py')).volume, null);
    const other = measure(readValues(rows.map((row) => ({ ...row, function: 'gone' }))).parts, '/p', 'usage.json');
    assert.equal((await estimate(settingsOf({}, other))).volume, null);
  });

  it('change with the log, though the text stays', async () => {
    const document = engine.open({ text: source, path: '/p/app/chat.py' });
    const first = (await document.analyze(settingsOf({}))).estimates[0]!;
    const again = (await document.analyze(settingsOf({}, measure(readValues(rows.slice(0, 620)).parts, '/p', 'usage.json')))).estimates[0]!;
    document.close();
    assert.deepEqual([first.volume?.callsPerDay, again.volume?.callsPerDay], [120, 60]);
  });
});

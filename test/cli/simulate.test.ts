import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { folderAssets } from '../../src/assets';
import { createEngine, type Engine } from '../../src/core';
import { createWorkspace, runIn } from './workspace';

const numbers = ['--requests-per-day', '10000', '--input', '1000', '--output', '500', '--model', 'gpt-4o'];
const call = `import openai
client = openai.OpenAI()
def answer():
    return client.chat.completions.create(model="gpt-4o", max_tokens=400, messages=[{"role": "user", "content": "Name a river."}])
`;

describe('prompt-cost simulate', function () {
  this.timeout(60_000);
  let engine: Engine;
  const space = createWorkspace({
    '.git/HEAD': '',
    'stated/.prompt-cost.json': JSON.stringify({
      volumes: [{ match: '**', callsPerDay: 1000, outputTokens: 100 }],
      discounts: [{ match: '*', factor: 0.5 }],
    }),
    'stated/a.py': call,
    'bare/a.py': call,
  });
  before(async () => {
    engine = await createEngine(folderAssets(path.resolve(__dirname, '../../dist/assets')), { today: () => '2026-11-24' });
  });
  after(space.dispose);
  const go = (...args: string[]) => runIn(space.root, engine, ['simulate', ...args]);
  const json = async (...args: string[]) => JSON.parse((await go(...args, '--format', 'json')).out);
  const round = (usd: number) => Number(usd.toFixed(4));

  it('gives the worked example, with or without a path', async () => {
    const steps = ['--cache-hit-rate', '0.4', '--compress', '0.3', '--route', '0.6:gpt-4o-mini', '--batch', '0.4'];
    for (const paths of [[], ['stated']]) {
      const report = await json(...paths, ...numbers, ...steps);
      assert.deepEqual(Object.keys(report), ['before', 'after', 'savedShare', 'steps', 'basis']);
      assert.deepEqual(report.before, { perDay: 75, perMonth: 2250 });
      assert.deepEqual([round(report.after.perDay), round(report.after.perMonth), round(report.savedShare)], [14.1264, 423.792, 0.8116]);
      assert.deepEqual(report.steps[0], { saving: 'response-cache', value: 0.4, perDay: 45, saved: 30 });
      assert.equal(report.basis, 'stated');
    }
  });

  it('takes the steps in the order of the options', async () => {
    const report = await json(...numbers, '--batch', '0.5', '--cache-hit-rate', '0.4');
    assert.deepEqual(
      report.steps.map(({ saving, saved }: { saving: string; saved: number }) => [saving, round(saved)]),
      [
        ['batch', 18.75],
        ['response-cache', 22.5],
      ],
    );
  });

  it("starts from the project's requests with a stated volume; text takes discounts off, JSON does not", async () => {
    const report = await json('stated', '--cache-hit-rate', '0.5');
    assert.ok(Math.abs(report.before.perDay - 1.0275) < 0.001, String(report.before.perDay));
    assert.equal(round(report.savedShare), 0.5);
    const { out } = await go('stated', '--cache-hit-rate', '0.5');
    assert.match(out, /now +\$0\.51 a day +\$15\.4\d a month/);
    assert.match(out, /response cache +50 % +-\$0\.26/);
    const fewer = await json('stated', '--requests-per-day', '10');
    assert.ok(Math.abs(fewer.before.perDay - report.before.perDay / 100) < 1e-9);
  });

  const wrong: [string, string[], RegExp][] = [
    [
      'a project without a volume',
      ['bare'],
      /no request has a volume: state callsPerDay under volumes in \.prompt-cost\.json, or give --requests-per-day/,
    ],
    ['nothing to start from', [], /simulate needs paths, or --input, --output and --model/],
    ['a part of the numbers', ['--input', '5'], /--input, --output and --model go together/],
    ['no number of requests', ['--input', '1', '--output', '1', '--model', 'gpt-4o'], /Give --requests-per-day/],
    ['a share above 1', [...numbers, '--compress', '1.5'], /--compress: 1\.5 is no share from 0 to 1/],
    ['a share below 0', [...numbers, '--batch=-0.1'], /--batch: -0\.1 is no share/],
    ['no number', [...numbers, '--cache-hit-rate', 'NaN'], /--cache-hit-rate: NaN is no share/],
    ['a negative size', [...numbers.slice(0, 2), '--input=-1'], /--input: -1 is no number from 0/],
    ['an unknown model', [...numbers.slice(0, 6), '--model', 'gpt-99'], /--model: the catalogue has no model gpt-99/],
    ['a route without a model', [...numbers, '--route', '0.5'], /--route: 0\.5 is no share and model/],
    ['a route to an unknown model', [...numbers, '--route', '0.5:nope'], /--route: the catalogue has no model nope/],
  ];
  for (const [what, args, message] of wrong) {
    it(`refuses ${what} and names the option`, async () => {
      const { code, err, out } = await go(...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
    });
  }
});

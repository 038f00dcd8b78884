import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { folderAssets } from '../../src/assets';
import { createEngine, type Engine } from '../../src/core';
import { createWorkspace, runIn } from './workspace';

const ask = (name: string, model = '"gpt-4o"', text = '"Name a river."') =>
  `import openai\nclient = openai.OpenAI()\ndef ${name}(topic):\n    return client.chat.completions.create(model=${model}, max_tokens=400, messages=[{"role": "user", "content": ${text}}])\n`;

describe('what a project file states, on the command line', function () {
  this.timeout(60_000);
  let engine: Engine;
  before(async () => {
    engine = await createEngine(folderAssets(path.resolve(__dirname, '../../dist/assets')), { today: () => '2026-11-24' });
  });
  const spaces: (() => void)[] = [];
  after(() => {
    for (const dispose of spaces) dispose();
  });
  const go = async (stated: object, files: Record<string, string>, ...args: string[]) => {
    const { root, dispose } = createWorkspace({ '.git/HEAD': '', '.prompt-cost.json': JSON.stringify(stated), ...files });
    spaces.push(dispose);
    return runIn(root, engine, args);
  };
  const callsOf = async (stated: object, files: Record<string, string>) => {
    const { out } = await go(stated, files, 'analyze', '--format', 'json', '.');
    // biome-ignore lint/suspicious/noExplicitAny: JSON as anybody reads it
    return JSON.parse(out).files.flatMap((file: any) => file.calls);
  };

  it('takes discounts off in text, and leaves JSON at list price', async () => {
    const files = { 'a.py': ask('answer') };
    const stated = { discounts: [{ match: 'gpt-4o*', factor: 0.5 }], volumes: [{ match: '**', callsPerDay: 1000, outputTokens: 100 }] };
    const [call] = await callsOf(stated, files);
    const month = call.cost.perMonth;
    assert.ok(month > 30 && month < 32, `${month} at list price`);
    const { out } = await go(stated, files, 'analyze', '.');
    assert.match(out, /≈ \$0\.00051 +≈ \$15\.4\d a month \(1,000 a day, stated in \.prompt-cost\.json\)/);
    assert.match(out, /1 call, ≈ \$0\.00051 for one of each; ≈ \$15\.4\d a month for those with a volume/);
  });

  it('shows the currency at its rate in text alone, and says where the rate is missing', async () => {
    const files = { 'a.py': ask('answer') };
    const stated = { currency: 'EUR', volumes: [{ match: '**', outputTokens: 100 }] };
    const with2 = await go({ ...stated, rate: 2 }, files, 'analyze', '.');
    assert.match(with2.out, /≈ €0\.0021\n/);
    assert.equal(with2.err, '');
    assert.equal((await callsOf({ ...stated, rate: 2 }, files))[0].cost.currency, 'USD');
    const without = await go(stated, files, 'analyze', '.');
    assert.match(without.out, /≈ \$0\.0010\n|≈ \$0\.00102\n|≈ \$0\.001\n/);
    assert.match(without.err, /\.prompt-cost\.json:1:\d+: currency needs rate/);
  });

  it('holds requests to their budgets, with the statement and the discount named or taken off', async () => {
    const files = { 'app/a.py': ask('answer'), 'app/b.py': ask('other') };
    const budgets = [{ match: 'app/**#answer', usdPerCall: 0.001, tokens: 5, usdPerMonth: 10 }];
    const volumes = [{ match: '**', callsPerDay: 1000, outputTokens: 100 }];
    const { out, code } = await go({ budgets, volumes }, files, 'check', '--format', 'json', '.');
    const found = JSON.parse(out).problems.filter(({ rule }: { rule: string }) => rule === 'over-budget');
    assert.deepEqual(
      found.map(({ path: file, message }: { path: string; message: string }) => [file, message.replace(/\$30\.\d+/g, '$30')]),
      [
        ['app/a.py', 'This call typically costs $0.001027; the budget is $0.001 a call (app/**#answer in .prompt-cost.json).'],
        ['app/a.py', 'This call sends about 11 input tokens; the budget is 5 (app/**#answer in .prompt-cost.json).'],
        [
          'app/a.py',
          'The calls of this file that app/**#answer in .prompt-cost.json names cost $30 a month; the budget is $10.00. This one costs most: $30.',
        ],
      ],
    );
    assert.equal(code, 1);
    const cheaper = await go({ budgets, volumes, discounts: [{ match: '*', factor: 0.1 }] }, files, 'check', '--format', 'json', '.');
    assert.doesNotMatch(cheaper.out, /typically costs|a month; the budget/);
  });

  it('reads stated files as prompts, in folders and by name, and leaves code alone', async () => {
    const files = {
      'texts/a.txt': 'Name three rivers.',
      'texts/b.yaml': 'system: You are a helpful guide to rivers.\n',
      'texts/c.py': 'x = 1\n',
      'other.txt': 'Hi',
    };
    const { out } = await go({ prompts: ['texts/**'] }, files, 'analyze', '--format', 'json', '.');
    const found = JSON.parse(out)
      .files.filter(({ path: file }: { path: string }) => file.startsWith('texts'))
      .map(({ path: file, language, prompts }: { path: string; language: string; prompts: unknown[] }) => [file, language, prompts.length]);
    assert.deepEqual(found, [
      ['texts/a.txt', 'prompt-text', 1],
      ['texts/b.yaml', 'prompt-data', 1],
      ['texts/c.py', 'python', 0],
    ]);
    const named = await go({ prompts: ['texts/**'] }, files, 'analyze', '--format', 'json', 'texts/a.txt');
    assert.equal(JSON.parse(named.out).totals.prompts, 1);
  });

  it('means a known model by an alias, and assumes one where none is known', async () => {
    const [own] = await callsOf({ aliases: { 'our-*': 'gpt-4o-mini' } }, { 'a.py': ask('a', '"our-deployment"') });
    assert.deepEqual([own.model, own.resolvedModel, own.modelBasis], ['our-deployment', 'openai/gpt-4o-mini', 'written']);
    const [assumed] = await callsOf({ assumeModel: 'gpt-4o-mini' }, { 'a.py': ask('a', 'topic') });
    assert.deepEqual([assumed.model, assumed.resolvedModel, assumed.modelBasis], [null, 'openai/gpt-4o-mini', 'assumed']);
  });

  it('takes a placeholder for its p50 and leaves the most open', async () => {
    const files = { 'a.py': ask('a', '"gpt-4o"', 'f"Write about {topic} in one line."') };
    for (const size of [900, { p50: 900, p95: 4000 }]) {
      const [call] = await callsOf({ placeholders: { topic: size } }, files);
      const input = call.cost.lines.find(({ unit }: { unit: string }) => unit === 'input');
      assert.equal(input.quantity.likely, call.input.tokens + 900);
      assert.deepEqual([input.quantity.high, input.basis, call.cost.high], [null, 'stated', null]);
    }
  });

  it('weighs the first and later calls by the stated hit rate, or by the gap', async () => {
    const files = {
      'a.py': `import anthropic\nclient = anthropic.Anthropic()\nSYSTEM = "${'Answer in one short sentence and name the source. '.repeat(200)}"\ndef a(q):\n    return client.messages.create(model="claude-sonnet-4-6", max_tokens=300, system=[{"type": "text", "text": SYSTEM, "cache_control": {"type": "ephemeral"}}], messages=[{"role": "user", "content": "Why?"}])\n`,
    };
    const costOf = async (volume: object) => (await callsOf({ volumes: [{ match: 'a.py#a', ...volume }] }, files))[0].cost;
    const plain = await costOf({ callsPerDay: 10 });
    assert.equal(plain.perCall, plain.first);
    const half = await costOf({ cacheHitRate: 0.5 });
    assert.ok(Math.abs(half.perCall - (half.first + half.later) / 2) < 1e-12 && half.later < half.first);
    assert.equal((await costOf({ gapSeconds: 60 })).perCall, half.later);
    assert.equal((await costOf({ gapSeconds: 3000 })).perCall, half.first);
  });
});

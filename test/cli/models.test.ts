import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Engine } from '../../src/core';
import { loadEngine } from '../../src/loadEngine';
import { createPriceStore } from '../../src/prices/store';
import { feedText } from '../prices/priceServer';
import { createWorkspace, runIn } from './workspace';

const python = `import anthropic
from openai import OpenAI

client = OpenAI()
client.chat.completions.create(model="gpt-4o", max_tokens=300, temperature=0.2, messages=[{"role": "user", "content": "Name a river."}])
anthropic.Anthropic().messages.create(model="claude-3-7-sonnet-20250219", max_tokens=100, messages=[{"role": "user", "content": "Name a river."}])
client.chat.completions.create(model="gpt-6-luna", max_completion_tokens=300, messages=[{"role": "user", "content": "Name a river."}])
`;

describe('the command line on models and prices', () => {
  const { root, dispose } = createWorkspace({ 'app.py': python, 'idle.py': 'x = 1\n' });
  after(dispose);
  let engine: Engine;
  before(async () => {
    engine = await loadEngine(path.resolve(__dirname, '../../dist/assets'), createPriceStore(path.join(root, 'none')), { today: () => '2026-12-01' });
  });
  const go = (...args: string[]) => runIn(root, engine, ['--today', '2026-12-01', ...args]);

  it('lists what ends within so many days', async () => {
    const { code, out } = await go('models', '--retiring', '15d', '--format', 'json');
    const models: { id: string; lifecycle: { date: string } }[] = JSON.parse(out).models;
    assert.equal(code, 0);
    assert.ok(models.some(({ id }) => id === 'openai/gpt-5') && !models.some(({ id }) => id === 'openai/gpt-4o'));
    for (const { id, lifecycle } of models) assert.ok(lifecycle.date > '2026-12-01' && lifecycle.date <= '2026-12-16', id);
    assert.match((await go('models', '--retiring', '90d')).out, /^openai\/gpt-4o .* ends 2027-01-14, replaced by gpt-6-luna$/m);
    assert.equal((await go('models', '--retiring', 'soon')).code, 2);
    assert.equal((await go('models', '--today', '2026-13-01')).code, 2);
  });

  it('says all that is known of a model', async () => {
    const { out } = await go('models', 'gpt-6.1-sol');
    for (const line of [/^1,000 web searches +\$10\.00$/m, /^service tier priority +× 2$/m, /^above 272,000 +\$4\.00 +\$15\.00 +\$0\.20 +\$5\.00/m])
      assert.match(out, line);
    assert.match((await go('models', 'claude-sonnet-4-5')).out, /^service +ended 2026-11-30, replaced by claude-sonnet-5-5$/m);
  });

  it('plans the move of each request whose model ends, first those that ended', async () => {
    const { code, out } = await go('models', '--plan', '.', '--format', 'json');
    const { migrations } = JSON.parse(out);
    assert.equal(code, 0);
    assert.deepEqual(
      migrations.map(({ line, state, ends, replacement }: Record<string, unknown>) => [line, state, ends, replacement]),
      [
        [6, 'retired', '2026-02-19', 'claude-sonnet-5-5'],
        [5, 'announced', '2027-01-14', 'gpt-6-luna'],
      ],
    );
    const [, second] = migrations;
    assert.deepEqual(second.needs, [
      'The limit is called max_completion_tokens.',
      'gpt-6-luna reasons within its limit: 300 tokens may leave no answer; 4096 leave room.',
      'gpt-6-luna takes no temperature.',
    ]);
    assert.ok(second.tokens.exact && second.perCall.after < second.perCall.before);
    const moved = [...second.edits].reverse().reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), python);
    assert.ok(moved.includes('create(model="gpt-6-luna", max_completion_tokens=300, temperature=0.2,'));
    writeFileSync(path.join(root, 'moved.py'), moved);
    assert.equal(JSON.parse((await go('models', '--plan', 'moved.py', '--format', 'json')).out).migrations.length, 1);
  });

  it('writes the plan for people', async () => {
    const { out } = await go('models', '--plan', 'app.py');
    assert.match(out, /^app\.py:5:\d+ {2}gpt-4o ends 2027-01-14 → gpt-6-luna$/m);
    assert.match(out, /^2 requests to move\. Answers differ between models: test them\.$/m);
    assert.equal((await go('models', '--plan', 'idle.py')).out, 'No request uses a model that ends.\n');
    assert.equal((await go('models', '--plan', 'none.py')).code, 2);
  });

  it('shows, updates and reverts prices', async () => {
    assert.match((await go('prices', 'status')).out, /^update +none$/m);
    writeFileSync(path.join(root, 'feed.json'), await feedText());
    const updated = await go('prices', 'update', '--from', path.join(root, 'feed.json'));
    assert.deepEqual([updated.code, updated.err], [0, '']);
    assert.match((await go('prices', 'status')).out, /^update +2026-12-01, from /m);
    assert.match((await go('prices', 'revert')).out, /^Back to the prices of 2026-11-20\.$/m);
    const nothing = await go('prices', 'revert');
    assert.deepEqual([nothing.code, nothing.out], [2, '']);
    assert.match(nothing.err, /^There is no update to revert/);
    const gone = await go('prices', 'update', '--from', 'none.json', '--format', 'json');
    assert.deepEqual([gone.code, JSON.parse(gone.out).done], [2, false]);
  });

  it('says with old prices how to get newer ones', async () => {
    assert.match(
      (await runIn(root, engine, ['--today', '2027-03-01', 'prices', 'status'])).out,
      /101 days ago\. .* prompt-cost prices update gets them\.$/m,
    );
  });
});

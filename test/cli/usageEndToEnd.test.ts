// A program that our own fix instruments runs against a fake provider; what it logged, imported and joined, is what the provider billed.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Engine } from '../../src/core';
import { loadEngine } from '../../src/loadEngine';
import { createPriceStore } from '../../src/prices/store';
import { type FakeProviders, startFakeProviders } from '../helpers/fakeProviders';
import { makeFolder } from '../helpers/snippets';
import { runIn } from './workspace';

const files = {
  'src/triage.ts': `import OpenAI from 'openai';

const openai = new OpenAI({ apiKey: 'k', baseURL: process.env.FAKE_PROVIDER + '/v1', maxRetries: 0 });

export async function triage(ticket: string) {
  return openai.chat.completions.create({ model: 'gpt-4.1', max_tokens: 300, messages: [{ role: 'user', content: ticket }] });
}
`,
  'src/reply.ts': `import Anthropic from '@anthropic-ai/sdk';

const anthropic = new Anthropic({ apiKey: 'k', baseURL: process.env.FAKE_PROVIDER, maxRetries: 0 });

export async function reply(ticket: string) {
  return anthropic.messages.create({ model: 'claude-sonnet-4-6', max_tokens: 300, messages: [{ role: 'user', content: ticket }] });
}
`,
  // the rule is content with a stream that asks for its usage; this one was wrapped by hand
  'src/sumUp.ts': `import OpenAI from 'openai';
import { withCostTracking } from './promptCostHelpers';

const openai = new OpenAI({ apiKey: 'k', baseURL: process.env.FAKE_PROVIDER + '/v1', maxRetries: 0 });

export async function sumUp(thread: string) {
  const tracked = withCostTracking(openai.chat.completions, { provider: 'openai', api: 'openai.chat.completions', label: 'sum-up' });
  const stream = await tracked.create({
    model: 'gpt-4.1-mini',
    max_tokens: 300,
    stream: true,
    stream_options: { include_usage: true },
    messages: [{ role: 'user', content: thread }],
  });
  let text = '';
  for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
  return text;
}
`,
  'src/main.ts': `import { reply } from './reply';
import { sumUp } from './sumUp';
import { triage } from './triage';

async function main() {
  for (let ticket = 1; ticket <= 20; ticket++) {
    await triage('Ticket ' + ticket).catch(() => {});
    if (ticket % 4 === 0) await reply('Ticket ' + ticket);
    if (ticket % 10 === 0) await sumUp('Thread ' + ticket);
  }
}

void main();
`,
};

/** What the fake provider bills for an answer: its counts at list price, by hand. USD. */
const bill: Record<string, number> = {
  'gpt-4.1': (600 * 2 + 400 * 0.5 + 100 * 8) / 1e6,
  'gpt-4.1-mini': (600 * 0.4 + 400 * 0.1 + 100 * 1.6) / 1e6,
  'claude-sonnet-4-6': (600 * 3 + 400 * 0.3 + 150 * 3.75 + 50 * 6 + 100 * 15) / 1e6,
};

interface Shown {
  requests: { joined: { path: string; line: number } | null; calls: number; errors: number; usd: number }[];
  totals: { calls: number; usd: number; joinedUsd: number; unjoinedUsd: number };
  skipped: object;
}

describe('usage from the inserted tracker to the bill', function () {
  this.timeout(60_000);
  const { folder, remove } = makeFolder();
  let fake: FakeProviders;
  let engine: Engine;
  let billed = 0;
  before(async () => {
    mkdirSync(path.join(folder, 'src'));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    engine = await loadEngine(path.resolve(__dirname, '../../dist/assets'), createPriceStore(path.join(folder, 'none')), {
      today: () => '2026-12-01',
    });
    fake = await startFakeProviders();
    fake.answer = ({ body }) => {
      if (JSON.stringify(body.messages).includes('Ticket 7')) return 500;
      billed += bill[String(body.model)]!;
      return 'Done.';
    };
  });
  after(async () => {
    await fake.close();
    remove();
  });
  const go = (...args: string[]) => runIn(folder, engine, args);
  const runProgram = () =>
    new Promise<number | null>((resolve, reject) => {
      const { PROMPT_COST_LOG: _, ...env } = process.env;
      const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
        cwd: folder,
        env: { ...env, FAKE_PROVIDER: fake.url },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      child.once('error', reject).once('close', resolve);
    });

  it('comes to what the provider billed, at the lines that asked', async () => {
    for (const name of ['triage', 'reply']) {
      const { out } = await go('fix', `src/${name}.ts`, '--rule', 'unmetered-call', '--unsafe');
      assert.match(out, /^1 fix applied/, name);
    }
    assert.equal(await runProgram(), 0);
    const { code, out, err } = await go('usage', 'import', 'prompt-cost-usage.jsonl');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /: 26 calls in 1 day .* Left out: 1 failed call\n$/);

    const { requests, totals, skipped }: Shown = JSON.parse((await go('usage', 'show', '--format', 'json')).out);
    assert.deepEqual(skipped, { broken: 0, parents: 0, cacheHits: 0, failed: 1 });
    const places = requests.map(({ joined, calls, errors, usd }) => [joined && `${joined.path}:${joined.line}`, calls, errors, usd.toFixed(8)]);
    assert.deepEqual(places, [
      ['src/triage.ts:7', 19, 1, (19 * bill['gpt-4.1']!).toFixed(8)],
      ['src/reply.ts:7', 5, 0, (5 * bill['claude-sonnet-4-6']!).toFixed(8)],
      ['src/sumUp.ts:8', 2, 0, (2 * bill['gpt-4.1-mini']!).toFixed(8)],
    ]);
    assert.ok(billed > 0.06);
    assert.equal(totals.usd.toFixed(8), billed.toFixed(8));
    assert.equal(totals.joinedUsd.toFixed(8), billed.toFixed(8));
    assert.equal(totals.unjoinedUsd, 0);
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { after, before, describe, it } from 'mocha';
import type { Engine } from '../../src/core';
import { loadEngine } from '../../src/loadEngine';
import { createPriceStore } from '../../src/prices/store';
import { observation, spend, tracked } from '../core/usage/goldens';
import { createWorkspace, runIn } from './workspace';

const chat = `from openai import OpenAI

client = OpenAI()


def answer(question):
    return client.chat.completions.create(model="gpt-4.1", max_tokens=300, messages=[{"role": "user", "content": question}])


def tag(text):
    return with_cost_tracking(client.chat.completions, provider="openai", api="openai.chat.completions", label="tagging").create(
        model="gpt-4.1-mini", messages=[{"role": "user", "content": text}])
`;

const lines = (...values: object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const log = lines(
  tracked({ file: '/srv/app/chat.py', line: 5 }),
  tracked({ id: 'r2', label: 'tagging', file: null, line: null, function: null, model: 'gpt-4.1-mini' }),
  tracked({ id: 'r3', file: 'other/place.py', line: 3, function: null, time: '2026-11-03T00:00:00Z' }),
  tracked({ id: 'r4', ok: false }),
);

describe('the command line on usage', () => {
  const { root, dispose } = createWorkspace({ 'app/chat.py': chat, 'log.jsonl': `${log}broken\n`, 'empty.jsonl': '', 'notes.txt': 'no log\n' });
  after(dispose);
  let engine: Engine;
  before(async () => {
    engine = await loadEngine(path.resolve(__dirname, '../../dist/assets'), createPriceStore(path.join(root, 'none')), { today: () => '2026-12-01' });
  });
  const go = (...args: string[]) => runIn(root, engine, ['--today', '2026-12-01', 'usage', ...args]);
  const kept = () => readFileSync(path.join(root, '.prompt-cost/usage.json'), 'utf8');
  const shown = async (...args: string[]) => JSON.parse((await go('show', '--format', 'json', ...args)).out);

  it('says that nothing was imported yet', async () => {
    const { code, err } = await go('show');
    assert.equal(code, 2);
    assert.match(err, /^there is no \.prompt-cost\/usage\.json/);
  });

  it('imports a log, says in one line what it read, and names what is broken', async () => {
    const { code, out, err } = await go('import', 'log.jsonl');
    assert.equal(code, 0);
    // 2.20 + 0.44 + 2.20
    assert.equal(
      out,
      '.prompt-cost/usage.json: 3 calls in 3 days (2026-11-01 to 2026-11-03), $4.84 at list price. Left out: 1 broken line, 1 failed call\n',
    );
    assert.equal(err, 'log.jsonl:5: not valid JSON\n');
  });

  it('changes nothing when the same log comes again', async () => {
    const first = kept();
    await go('import', 'log.jsonl');
    assert.equal(kept(), first);
  });

  it('shows each request of the project with what it cost, and what belongs to none', async () => {
    const view = await shown();
    assert.deepEqual(Object.keys(view), ['version', 'from', 'to', 'days', 'totals', 'skipped', 'requests']);
    assert.deepEqual([view.version, view.from, view.to, view.days], [1, '2026-11-01', '2026-11-03', 3]);
    assert.deepEqual(view.skipped, { broken: 1, parents: 0, cacheHits: 0, failed: 1 });
    const places = view.requests.map(({ joined, key, calls, errors }: Record<string, { path: string; line: number }>) => [
      joined && `${joined.path}:${joined.line}`,
      key!.path,
      calls,
      errors,
    ]);
    assert.deepEqual(places, [
      ['app/chat.py:7', '/srv/app/chat.py', 1, 0],
      [null, 'other/place.py', 1, 0],
      ['app/chat.py:11', null, 1, 0],
      ['app/chat.py:7', 'app/chat.py', 0, 1],
    ]);
    assert.deepEqual(view.requests[0], {
      key: { label: null, path: '/srv/app/chat.py', line: 5, function: 'answer', prompt: null, hash: null },
      joined: { path: 'app/chat.py', line: 7 },
      provider: 'openai',
      model: 'gpt-4.1',
      calls: 1,
      errors: 0,
      perDay: 0.333,
      tokens: { input: 600_000, cacheRead: 400_000, cacheWrite: 0, cacheWrite1h: 0, output: 100_000, reasoning: 30_000 },
      usd: 2.2,
      usdBilled: null,
    });
    assert.equal(view.totals.joinedUsd.toFixed(2), '2.64');
    assert.equal(view.totals.unjoinedUsd.toFixed(2), '2.20');
    const { out } = await go('show');
    assert.match(out, /\$2\.20 +gpt-4\.1 +other\/place\.py:3 — no request of the project/);
    assert.match(out, /^Joined to requests of the project: \$2\.64; to none: \$2\.20$/m);
  });

  it('finds the usage of the project from a folder below', async () => {
    const { out } = await runIn(path.join(root, 'app'), engine, ['usage', 'show', '--format', 'json']);
    assert.deepEqual(JSON.parse(out).requests[0].joined, { path: '../app/chat.py', line: 7 });
  });

  it('shows it by day, and fails above a limit', async () => {
    const { groups, by } = await shown('--by', 'day');
    assert.equal(by, 'day');
    assert.deepEqual(
      groups.map(({ key, usd }: { key: string; usd: number }) => [key, usd.toFixed(2)]),
      [
        ['2026-11-01', '2.64'],
        ['2026-11-03', '2.20'],
      ],
    );
    assert.equal((await go('daily', '--date', '2026-11-01', '--fail-above', '2.64')).code, 0);
    const { code, out, err } = await go('daily', '--date', '2026-11-01', '--fail-above', '2.63');
    assert.equal(code, 1);
    assert.match(out, /^2026-11-01 to 2026-11-01, 1 day: 2 calls, \$2\.64 at list price$/m);
    assert.equal(err, '2026-11-01 cost $2.64, more than $2.63\n');
    assert.match((await go('daily')).out, /^2026-11-03 to /m);
    assert.equal((await go('daily', '--date', '2026-10-01')).code, 2);
    assert.equal((await go('daily', '--fail-above', 'much')).code, 2);
  });

  const focus = async (cwd: string, paths: string) => {
    const { code, out, err } = await runIn(cwd, engine, ['report', paths, '--format', 'focus']);
    return { code, err, rows: parse(out, { columns: true }) as Record<string, string>[] };
  };
  const inAnother = async (content: string, use: (folder: string) => Promise<void>) => {
    const other = createWorkspace({ 'log.jsonl': content });
    await use(other.root).finally(other.dispose);
  };

  it('reports rows of FOCUS by day, request and kind of token, whose list costs are the total', async () => {
    const { code, err, rows } = await focus(root, '.');
    assert.deepEqual([code, err], [0, '']);
    const first = rows.find(({ x_CallSite, x_TokenType }) => x_CallSite === 'app/chat.py:7' && x_TokenType === 'cacheRead')!;
    assert.deepEqual(
      [
        'ListCost',
        'ListUnitPrice',
        'PricingQuantity',
        'PricingUnit',
        'ConsumedQuantity',
        'ChargePeriodStart',
        'ChargePeriodEnd',
        'BillingPeriodEnd',
      ].map((name) => first[name]),
      ['0.2', '0.5', '0.4', '1000000 Tokens', '400000', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z', '2026-12-01T00:00:00Z'],
    );
    for (const row of rows) assert.ok(Math.abs(Number(row.ListCost) - Number(row.ListUnitPrice) * Number(row.PricingQuantity)) < 1e-12);
    assert.equal(rows.reduce((sum, row) => sum + Number(row.ListCost), 0).toFixed(2), '4.84');
    const labelled = rows.filter(({ Tags }) => Tags === '{"label":"tagging"}');
    assert.deepEqual(
      labelled.map((row) => [row.x_CallSite, row.x_TokenType]),
      ['cacheRead', 'input', 'output'].map((kind) => ['app/chat.py:11', kind]),
    );
  });

  it('gives what has no price neither cost nor SKU nor quantity in FOCUS, and says where no usage is', () =>
    inAnother(lines(tracked({ model: 'house-model', provider: 'house', file: '=cmd', line: null })), async (folder) => {
      const { code, err } = await focus(folder, '.');
      assert.equal(code, 2);
      assert.match(err, /^there is no \.prompt-cost\/usage\.json: prompt-cost usage import/);
      await runIn(folder, engine, ['usage', 'import', 'log.jsonl']);
      const { rows } = await focus(root, folder);
      assert.deepEqual(
        rows.map((row) => [row.x_TokenType, row.x_ConsumedTokens, row.x_CallSite]),
        [
          ['cacheRead', '400000', "'=cmd"],
          ['input', '600000', "'=cmd"],
          ['output', '100000', "'=cmd"],
        ],
      );
      const empty = ['BilledCost', 'ListCost', 'ListUnitPrice', 'SkuId', 'SkuPriceId', 'PricingQuantity', 'PricingUnit', 'ConsumedQuantity'];
      for (const row of rows) assert.deepEqual([...new Set(empty.map((name) => row[name]))], ['']);
    }));

  it('bills rows of FOCUS what the log says', () =>
    inAnother(lines(spend({ spend: 2.1 })), async (folder) => {
      const { out } = await runIn(folder, engine, ['usage', 'import', 'log.jsonl']);
      const { rows } = await focus(folder, '.');
      const billed = rows.reduce((sum, row) => sum + Number(row.BilledCost), 0);
      assert.match(out, new RegExp(`billed \\$${billed.toFixed(2)}`));
      assert.notEqual(billed.toFixed(2), rows.reduce((sum, row) => sum + Number(row.ListCost), 0).toFixed(2));
    }));

  it('reads the other files where one can not be read, and says so with its exit code', async () => {
    const { code, out, err } = await go('import', 'empty.jsonl', 'absent.jsonl', 'notes.txt', 'log.jsonl', '--out', '.prompt-cost/other.json');
    assert.equal(code, 2);
    assert.match(out, /3 calls/);
    assert.match(err, /^cannot read empty\.jsonl \(it is empty\)$/m);
    assert.match(err, /^cannot read absent\.jsonl \(no such file\)$/m);
    assert.match(err, /^cannot read notes\.txt \(no line of a usage log that is known\)$/m);
  });

  it('writes nothing outside of the project', async () => {
    const { code, err } = await go('import', 'log.jsonl', '--out', '../usage.json');
    assert.equal(code, 2);
    assert.match(err, /lies outside of the project/);
  });

  it('reads packed logs, lists, tables and globs, and keeps only so many days', async () => {
    writeFileSync(path.join(root, 'a.log.gz'), gzipSync(lines(tracked({ id: 'a1' })).replaceAll('\n', '\r\n')));
    writeFileSync(
      path.join(root, 'b.log'),
      JSON.stringify([spend({ request_id: 'b1' }), spend({ request_id: 'b2', startTime: '2026-09-01 00:00:00' })], null, 2),
    );
    const row = observation({ input: 'a, "secret"' });
    const cell = (value: unknown) => `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
    const columns = Object.entries(row).filter(([, value]) => value !== null);
    writeFileSync(
      path.join(root, 'c.log'),
      `\uFEFF${columns.map(([name]) => name).join(',')}\r\n${columns.map(([, value]) => cell(value)).join(',')}\r\n`,
    );
    const { code, out, err } = await go('import', '*.log*', '--since', '30d', '--out', '.prompt-cost/globs.json');
    assert.equal(code, 0);
    assert.match(out, /3 calls in 1 day \(2026-11-01\), \$6\.60 at list price, billed \$4\.40\n/);
    assert.match(err, /logs of langfuse and litellm and tracker; calls that are in both count twice/);
    assert.doesNotMatch(readFileSync(path.join(root, '.prompt-cost/globs.json'), 'utf8'), /secret/);
    assert.equal((await go('import', '*.none')).code, 2);
  });

  it('reads only the format that is named', async () => {
    const { code, err } = await go('import', 'log.jsonl', '--from', 'litellm');
    assert.equal(code, 2);
    assert.match(err, /^log\.jsonl:1: no row of a litellm log$/m);
    assert.equal((await go('import', 'log.jsonl', '--from', 'other')).code, 2);
  });

  it('says what is wrong with a usage file', async () => {
    writeFileSync(path.join(root, '.prompt-cost/bad.json'), '{"version":9}');
    const { code, err } = await go('import', 'log.jsonl', '--out', '.prompt-cost/bad.json');
    assert.equal(code, 2);
    assert.match(err, /^cannot read \.prompt-cost\/bad\.json \(version: /);
  });

  it('prints a query for a database', async () => {
    const { code, out } = await go('sql', '--dialect', 'postgres', '--source', 'litellm');
    assert.equal(code, 0);
    assert.match(out, /^WITH counted AS \([\s\S]*FROM "LiteLLM_SpendLogs"[\s\S]*;\n$/);
    assert.equal((await go('sql', '--dialect', 'postgres')).code, 2);
  });
});

describe('usage of code that has changed since', () => {
  const before7 = `from openai import OpenAI\n\nclient = OpenAI()\n\n\nreply = client.chat.completions.create(model="gpt-4.1", messages=[])\n`;
  const { root, dispose } = createWorkspace({ 'app.py': before7, 'log.jsonl': lines(tracked({ file: 'app.py', line: 6, function: null })) });
  after(dispose);

  it('is joined along the lines that git has followed', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        cwd: root,
        env: { ...process.env, GIT_AUTHOR_DATE: '2026-10-01T00:00:00Z', GIT_COMMITTER_DATE: '2026-10-01T00:00:00Z' },
        stdio: 'ignore',
      });
    git('init');
    git('add', 'app.py');
    git('commit', '-m', 'first');
    const other = 'note = client.chat.completions.create(model="gpt-4.1-mini", messages=[])\n';
    writeFileSync(
      path.join(root, 'app.py'),
      before7.replace('\n\nclient', `\nimport os\n\n${'# a remark\n'.repeat(20)}\nclient`).replace('\n\nreply', `\n${other}\nreply`),
    );
    const engine = await loadEngine(path.resolve(__dirname, '../../dist/assets'), createPriceStore(path.join(root, 'none')), {
      today: () => '2026-12-01',
    });
    await runIn(root, engine, ['usage', 'import', 'log.jsonl']);
    const { out } = await runIn(root, engine, ['usage', 'show', '--format', 'json']);
    const { joined } = JSON.parse(out).requests[0];
    const now = readFileSync(path.join(root, 'app.py'), 'utf8').split('\n');
    assert.match(now[joined.line - 1]!, /^reply = /);
  });
});

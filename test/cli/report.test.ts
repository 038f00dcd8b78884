import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { run } from '../../src/cli/program';
import type { ProjectReport } from '../../src/report';
import { createTestHost } from './repository';
import { createWorkspace } from './workspace';

const ask = (name: string, model: string, text: string) => `
def ${name}():
    return client.chat.completions.create(model="${model}", max_tokens=1000, messages=[{"role": "user", "content": "${text}"}])
`;

describe('the report of a project', function () {
  this.timeout(60_000);
  const { root, dispose } = createWorkspace({
    'a<b>.py': `from openai import OpenAI\nclient = OpenAI()\n${ask('dear', 'gpt-4.1', 'Say hello.')}${ask('odd', '<script>alert(1)</script>', 'Say bye.')}`,
    'cheap.py': `from openai import OpenAI\nclient = OpenAI()\n${ask('cheap', 'gpt-4.1-mini', 'Please make sure to say hello in order to greet.')}`,
    '.prompt-cost.json': JSON.stringify({ volumes: [{ match: 'cheap.py', callsPerDay: 10000 }] }),
  });
  let host: Awaited<ReturnType<typeof createTestHost>>;
  before(async () => {
    host = await createTestHost(root);
  });
  after(dispose);
  const go = async (...args: string[]) => {
    host.written.length = 0;
    assert.equal(await run(['report', ...args, '.'], host), 0);
    return host.written.join('');
  };

  it('goes by the ending of the file that it writes, unless a form is given', async () => {
    await go('--out', 'page.html');
    assert.match(readFileSync(path.join(root, 'page.html'), 'utf8'), /^<!doctype html>/i);
    await go('--out', 'page.html', '--format', 'markdown');
    assert.match(readFileSync(path.join(root, 'page.html'), 'utf8'), /^# /);
  });

  it('ranks by the month where it is known, then by the call, and counts the unknown apart', async () => {
    const report: ProjectReport = JSON.parse(await go('--format', 'json'));
    assert.deepEqual(
      report.requests.map((row) => row.function),
      ['cheap', 'dear', 'odd'],
    );
    assert.deepEqual([report.total.requests, report.total.unknown], [3, 1]);
    assert.ok(Math.abs(report.total.perCall - report.requests.reduce((sum, { cost }) => sum + (cost?.perCall ?? 0), 0)) < 1e-12);
    assert.ok(Math.abs(report.total.perMonth! - report.requests[0]!.cost!.perCall * 300_000) < 1e-9);
    assert.deepEqual(
      report.byModel.map(({ name }) => name),
      ['gpt-4.1-mini', 'gpt-4.1', '<script>alert(1)</script>'],
    );
  });

  it('prices the requests on other models as the engine compares them, with their service', async () => {
    const { matrix }: ProjectReport = JSON.parse(await go('--format', 'json'));
    const column = matrix.models.findIndex(({ name }) => name === 'gpt-4.1');
    const row = matrix.rows.find(({ request }) => request.function === 'dear')!;
    assert.equal(row.perCall[column], row.request.cost!.perCall);
    assert.equal(matrix.models[column]!.lifecycle.state, 'announced');
    assert.equal(matrix.models[column]!.contextWindow, 1_047_576);
  });

  it('says what fixes save, in the order of money', async () => {
    const { savings }: ProjectReport = JSON.parse(await go('--format', 'json'));
    assert.ok(
      savings.some(({ rule, tokensSaved, perCall }) => rule === 'verbose-prompt' && Math.abs(perCall - tokensSaved! * 0.4e-6) < 1e-12),
      JSON.stringify(savings),
    );
    const months = savings.map(({ perMonth }) => perMonth ?? 0);
    assert.deepEqual(
      months,
      [...months].sort((a, b) => b - a),
    );
  });

  it('is a page without scripts that loads nothing, whatever stands in paths and models', async () => {
    const html = await go('--format', 'html');
    assert.match(html, /Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;nonce-prompt-cost&#39;/);
    assert.match(html, /a&#60;b&#62;\.py/);
    for (const wrong of [/<script/i, / style="/, / on\w+="/, /(?:src|href)="(?!#)/, /https?:\/\/(?!www\.w3\.org)/, /a<b>/])
      assert.doesNotMatch(html, wrong);
    assert.equal(html.match(/<svg /g)?.length, html.match(/<figure>/g)?.length);
    assert.match(html, /fill="var\(--bar\)"/);
    assert.doesNotMatch(html, /#0[1-4]0[1-4]0[1-4]/);
    assert.equal(html, await go('--format', 'html'), 'the same bytes for the same input');
  });

  it('writes Markdown, to a file where one is named', async () => {
    assert.equal(await go('--format', 'markdown', '--out', 'report.md'), '');
    const text = readFileSync(path.join(root, 'report.md'), 'utf8');
    assert.match(
      text,
      /^# What the requests cost\n\n\*\*3 requests in \d files: ≥ \$0\.00\d+ for one of each, ≈ \$[\d.,]+ a month; 1 of unknown cost\*\*\n/,
    );
    assert.match(text, /a\\<b\\>\.py:5 dear/);
  });
});
